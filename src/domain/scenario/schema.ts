import { z } from 'zod';
import { MARKABLE_FINDINGS } from '../findings/finding.ts';
import { PHANTOM_PATTERNS } from '../phantom/request.ts';
import { CHOICE_ANSWERS, NUMBER_ANSWERS } from './answer-source.ts';
import { MARK_TOOLS } from './tools.ts';

/** The shape of a scenario file, key for key. Units stand in the names of keys; unknown keys are refused. */

const UINT32_MAX = 0xffffffff;

const name = z
  .string()
  .regex(/^[a-z0-9]+([-_][a-z0-9]+)*$/)
  .max(60)
  .describe('lower-case letters, digits and single hyphens, such as count-the-b-lines');
const line = z.string().trim().min(1).max(200);
const prose = z.string().trim().min(1).max(4000);
const score = z.number().min(0).max(100);
const finding = z.enum(MARKABLE_FINDINGS);
const keyPoints = z.array(line).min(1).max(8).describe('what to take home, one short sentence each');
const weight = z
  .number()
  .positive()
  .max(100)
  .describe('how much this counts against its neighbours; 1 unless told otherwise');

const phantom = z
  .strictObject({
    seed: z
      .int()
      .min(0)
      .max(UINT32_MAX)
      .describe('the same seed gives the same patient on every machine, 0 to 4294967295'),
    pattern: z.enum(PHANTOM_PATTERNS).optional().describe('what the lung shows'),
    probe: z.enum(['convex', 'linear']).optional(),
    depth_mm: z.number().min(60).max(200).optional().describe('imaging depth in millimetres, 60 to 200'),
    frequency_mhz: z.number().min(2).max(12).optional().describe('centre frequency in megahertz, 2 to 12'),
    b_lines: z.int().min(0).max(6).optional().describe('how many separate B-lines are wanted, 0 to 6'),
    sliding: z.boolean().optional().describe('whether the lung slides; true unless told otherwise'),
  })
  .describe('an image made by the virtual phantom; what is not given is drawn from the seed');

const source = z
  .strictObject({
    phantom: phantom.optional(),
    clip: z
      .strictObject({ any: z.literal(true) })
      .optional()
      .describe("the learner's own video or picture: write { any: true }"),
  })
  .refine((given) => (given.phantom === undefined) !== (given.clip === undefined), {
    error: 'A source is either a phantom or a clip: write exactly one of the two.',
  });

const image = z.strictObject({ id: name, title: line.optional(), source });

const branch = z
  .strictObject({
    if_score_below: score.optional(),
    if_score_at_least: score.optional(),
    goto: z.string().min(1).describe("a step's id, `next-round` (inside rounds) or `end`"),
    at_most: z
      .int()
      .min(1)
      .max(10)
      .optional()
      .describe('how often this way can be taken in one run; 1 unless told otherwise'),
  })
  .refine((given) => given.if_score_below === undefined || given.if_score_at_least === undefined, {
    error: 'A branch has one condition: write if_score_below or if_score_at_least, not both.',
  })
  .refine(
    (given) =>
      given.at_most === undefined ||
      given.if_score_below !== undefined ||
      given.if_score_at_least !== undefined,
    { error: 'at_most needs a condition beside it: write if_score_below or if_score_at_least.' },
  );

const common = {
  id: name.optional().describe('what `goto` calls this step; its kind unless told otherwise'),
  next: z.array(branch).min(1).max(6).optional().describe('ways on, tried in order; else the next step'),
};

const hint = z
  .strictObject({
    show: z.enum(['word', 'region', 'outline', 'answer']),
    text: line.optional(),
    findings: z.array(finding).min(1).optional().describe("what to show on the image; all of the step's"),
    cost: score.describe("taken off the step's score, 0 to 100"),
  })
  .refine((given) => given.show !== 'word' || given.text !== undefined, {
    error: 'A hint that shows a word needs its text.',
    path: ['show'],
  });

const hints = z.array(hint).min(1).max(12).describe('a ladder in this order: word, region, outline, answer');

const briefing = z.strictObject({
  step: z.literal('briefing'),
  ...common,
  title: line.optional(),
  text: prose,
  key_points: keyPoints.optional(),
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
    .array(z.strictObject({ value: name, label: line, why: line.optional() }))
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
  explain: z
    .array(
      z
        .strictObject({ finding, missed: prose.optional(), extra: prose.optional() })
        .refine((given) => given.missed !== undefined || given.extra !== undefined, {
          error: 'Write what to tell a learner who missed it (missed) or who marked too much (extra).',
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
});

const roundStep = z.discriminatedUnion('step', [briefing, observe, freeze, mark, question, feedback]);

const rounds = z.strictObject({
  step: z.literal('rounds'),
  id: common.id,
  images: z.array(image).min(1).max(20).describe('one after another, each through all the steps below'),
  steps: z.array(roundStep).min(1).max(40),
});

const step = z.discriminatedUnion('step', [briefing, question, rounds, debrief]);

export const scenarioFileSchema = z
  .strictObject({
    id: name.describe("the file's name without .yaml"),
    title: line,
    summary: line,
    course: name,
    lesson: z.int().min(1).max(1000).describe('its place in the course, from 1'),
    duration_min: z.number().positive().max(120).describe('about how long it takes, in minutes'),
    teaches: z.array(finding).min(1),
    pass_score: score.optional().describe('60 unless told otherwise'),
    steps: z.array(step).min(1).max(60),
  })
  .describe('One exercise of Batsign');

export type ScenarioFile = z.output<typeof scenarioFileSchema>;
export type BranchFile = z.output<typeof branch>;
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
