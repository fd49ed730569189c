import { z } from 'zod';
import { WHERES } from '../grading/graded-class.ts';
import { PASS_SCORE_USUAL } from '../learning/pass.ts';
import { CHOICE_ANSWERS, NUMBER_ANSWERS } from './answer-source.ts';
import { MARK_ERRORS } from './scenario.ts';
import { common, hints } from './schema-flow.ts';
import { picture } from './schema-picture.ts';
import { proposals } from './schema-proposals.ts';
import { mMode, report, scan, survey } from './schema-scan.ts';
import { image } from './schema-source.ts';
import { variants } from './schema-variants.ts';
import {
  finding,
  keyPoints,
  line,
  name,
  optionValue,
  prose,
  score,
  sources,
  weight,
} from './schema-words.ts';
import { MARK_TOOLS } from './tools.ts';

/** The shape of a scenario file, key for key. Units stand in the names of keys; unknown keys are refused. */

const briefing = z.strictObject({
  step: z.literal('briefing'),
  ...common,
  title: line.optional(),
  text: prose,
  key_points: keyPoints.optional(),
  variants: variants.optional(),
  picture: picture.optional(),
});

const observe = z.strictObject({
  step: z.literal('observe'),
  ...common,
  text: prose,
  min_time_s: z.number().min(0).max(600).optional().describe('seconds before the learner can go on'),
});

const freeze = z.strictObject({
  step: z.literal('freeze'),
  ...common,
  text: prose,
  frame_index: z
    .int()
    .min(0)
    .max(100000)
    .optional()
    .describe('always give this image, counted from 0, whenever the learner stops it'),
});

const askedFinding = z.strictObject({
  finding,
  tolerance_mm: z
    .number()
    .min(0)
    .max(20)
    .describe('how far in millimetres a mark may lie from the finding, 0 to 20'),
  weight: weight.optional(),
  where: z
    .enum(WHERES)
    .optional()
    .describe(
      'main_window: between the two ribs nearest to the middle (of ribs these two), the default for pleural_line and a_line; all_windows: wherever it is in view',
    ),
});

const mark = z.strictObject({
  step: z.literal('mark'),
  ...common,
  text: prose,
  findings: z.array(askedFinding).min(1),
  tools: z.array(z.enum(MARK_TOOLS)).min(1).optional().describe('all of them unless told otherwise'),
  time_limit_s: z.number().min(5).max(3600).optional().describe('seconds, 5 to 3600'),
  hints: hints.optional(),
  weight: weight.optional(),
});

const number = z.strictObject({
  answer: z
    .union([z.number(), z.enum(NUMBER_ANSWERS)])
    .describe('computed from the image (b_line_count, a_line_count, blas_percent), or a number'),
  min: z.number().optional(),
  max: z.number().optional(),
  unit: line.optional().describe('shown behind the input'),
  tolerance: z.number().min(0).optional().describe("full credit up to this far, in the answer's unit"),
  half_credit_within: z.number().min(0).optional().describe('half credit up to this far'),
});

const choice = z.strictObject({
  answer: z
    .string()
    .min(1)
    .describe(`computed from the image (${CHOICE_ANSWERS.join(', ')}), or the value of the right option`),
  options: z
    .array(
      z.strictObject({ value: optionValue, label: line, why: line.optional(), sources: sources.optional() }),
    )
    .min(2)
    .max(8),
});

const question = z
  .strictObject({
    step: z.literal('question'),
    ...common,
    ask: prose,
    number: number.optional(),
    choice: choice.optional(),
    explain: prose.describe('shown after the reply: why the answer is what it is'),
    hints: hints.optional(),
    weight: weight.optional(),
  })
  .refine((given) => (given.number === undefined) !== (given.choice === undefined), {
    error: 'A question asks for a number or a choice: write exactly one of the two.',
  });

const feedback = z.strictObject({
  step: z.literal('feedback'),
  ...common,
  text: prose,
  after_questions: z
    .boolean()
    .optional()
    .describe('true where questions about the image are meant to be answered before its marks are corrected'),
  explain: z
    .array(
      z
        .strictObject({
          finding,
          missed: prose.optional().describe('told when one that has to be marked was not'),
          displaced: prose.optional().describe('told when a mark lies beside one'),
          partly_missed: prose.optional().describe('told when one was marked in part'),
          extra: prose.optional().describe('told when a mark lies where there is none'),
          spills: prose.optional().describe('told when a mark goes beyond the border of one'),
          sources: sources.optional(),
        })
        .refine((given) => MARK_ERRORS.some((error) => given[error] !== undefined), {
          error: `Write what to tell a learner who made an error with it: ${MARK_ERRORS.join(', ')}.`,
        }),
    )
    .min(1)
    .optional(),
});

const debrief = z.strictObject({
  step: z.literal('debrief'),
  ...common,
  text: prose,
  key_points: keyPoints.optional(),
  variants: variants.optional(),
});

const roundStep = z.discriminatedUnion('step', [
  briefing,
  observe,
  freeze,
  scan,
  mMode,
  survey,
  mark,
  question,
  proposals,
  feedback,
  report,
]);

const rounds = z.strictObject({
  step: z.literal('rounds'),
  id: common.id,
  images: z.array(image).min(1).max(20).describe('one after another, each through all the steps below'),
  overlay: z
    .enum(['shown', 'delayed', 'off'])
    .optional()
    .describe(
      "help while these images are marked: the network's overlay from the start (`shown`), after a while (`delayed`) or not at all (`off`, unless told otherwise)",
    ),
  steps: z.array(roundStep).min(1).max(40),
});

const step = z.discriminatedUnion('step', [briefing, question, rounds, debrief]);

export const scenarioFileSchema = z
  .strictObject({
    id: name.describe("the file's name without .yaml"),
    title: line,
    summary: line,
    sources: sources.optional().describe('by whose word title and summary say what they say'),
    course: name,
    lesson: z.int().min(1).max(1000).describe('its place in the course, from 1'),
    duration_min: z.number().positive().max(120).describe('about how long it takes, in minutes'),
    teaches: z.array(finding).min(1),
    pass_score: score.optional().describe(`${PASS_SCORE_USUAL} unless told otherwise`),
    steps: z.array(step).min(1).max(60),
  })
  .describe('One exercise of Batsign');

export type ScenarioFile = z.output<typeof scenarioFileSchema>;
export type OuterStepFile = ScenarioFile['steps'][number];
export type RoundsFile = Extract<OuterStepFile, { step: 'rounds' }>;
export type RoundStepFile = RoundsFile['steps'][number];

/** JSON Schema (draft 2020-12) of a scenario file, for editors that check and complete YAML. */
export function scenarioJsonSchema(): unknown {
  return z.toJSONSchema(scenarioFileSchema, { io: 'input', target: 'draft-2020-12' });
}

/** The same as a file's text. */
export function scenarioSchemaText(): string {
  return `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
}
