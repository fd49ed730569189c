import { z } from 'zod';
import { POSE_LIMITS } from '../scan/pose-limits.ts';
import { TORSO } from '../scan/skin.ts';
import { ZONE_SETS } from '../scan/zones.ts';
import { SURVEY_SETS, ZONE_ANSWERS } from '../survey/survey.ts';
import { CHOICE_VALUES, LINE_SIGNS, ZONE_IDS } from './answer-source.ts';
import { ZONE_SICK } from './goal.ts';
import { common, hints } from './schema-flow.ts';
import { finding, line, prose, sources, weight } from './schema-words.ts';

/** Steps in which the learner scans a patient by hand. */

export const zoneName = z.enum(ZONE_IDS);

const TILT_DEG = Math.round((POSE_LIMITS.tiltRad.most * 180) / Math.PI);

export const start = z
  .strictObject({
    zone: zoneName.optional().describe('in its middle, along the body, square on the skin'),
    around_mm: z
      .number()
      .min(-TORSO.girthMm / 2)
      .max(TORSO.girthMm / 2)
      .optional()
      .describe("from the midline of the sternum along the skin, positive to the patient's left"),
    down_mm: z.number().min(0).max(TORSO.trunkMm).optional().describe('from the clavicles to the feet'),
    rotation_deg: z.number().min(-180).max(180).optional().describe('0 along the body, 90 across it'),
    tilt_deg: z.number().min(-TILT_DEG).max(TILT_DEG).optional(),
    pressure: z.number().min(0).max(1).optional().describe('0 (just touching) to 1'),
  })
  .refine(
    (given) =>
      given.zone === undefined
        ? given.around_mm !== undefined && given.down_mm !== undefined
        : given.around_mm === undefined && given.down_mm === undefined,
    { error: 'Say where the probe starts: write a zone, or around_mm and down_mm.' },
  )
  .describe('where the probe is put at first; where it is unless told otherwise');

const goal = z
  .strictObject({
    zone: z
      .enum([...ZONE_IDS, ZONE_SICK])
      .optional()
      .describe('in which zone the probe stands; `sick` is one in which the patient is sick'),
    shows: z.array(finding).min(1).optional().describe('all of these are in view'),
    pattern: z
      .array(z.enum(CHOICE_VALUES.pattern))
      .min(1)
      .optional()
      .describe('the lung shows one of these patterns'),
    lung_sliding: z
      .enum(CHOICE_VALUES.lung_sliding)
      .optional()
      .describe('how the pleura in view slides; `in_part` is a lung point'),
  })
  .refine((given) => Object.values(given).some((value) => value !== undefined), {
    error: 'A goal wants something: write zone, shows, pattern or lung_sliding.',
  });

export const scan = z.strictObject({
  step: z.literal('scan'),
  ...common,
  text: prose,
  start: start.optional(),
  zones: z.enum(ZONE_SETS).optional().describe('zones drawn on the torso; none unless told otherwise'),
  goal: goal.describe('what the frozen image has to be'),
  attempts: z.int().min(1).max(10).optional().describe('how often it can be frozen; 3 unless told otherwise'),
  time_limit_s: z
    .number()
    .min(15)
    .max(600)
    .optional()
    .describe(
      'seconds until the place is shown, 15 to 600; as long as the learner likes unless told otherwise',
    ),
  hints: hints.optional(),
  weight: weight.optional(),
});

export const mMode = z.strictObject({
  step: z.literal('m_mode'),
  ...common,
  ask: prose,
  start: start.optional(),
  goal: z
    .enum(LINE_SIGNS)
    .optional()
    .describe('what the line is to show, where the question asks for such a line; any unless told otherwise'),
  options: z
    .array(
      z.strictObject({
        value: z.enum(LINE_SIGNS),
        label: line,
        why: line.optional(),
        sources: sources.optional(),
      }),
    )
    .min(2)
    .max(LINE_SIGNS.length),
  min_time_s: z
    .number()
    .min(0)
    .max(60)
    .optional()
    .describe('seconds of M-mode before an answer is taken; 4 unless told otherwise'),
  explain: prose.describe('shown after the reply: why the answer is what it is'),
  hints: hints.optional(),
  weight: weight.optional(),
});

export const survey = z
  .strictObject({
    step: z.literal('survey'),
    ...common,
    text: prose,
    start: start.optional(),
    zones: z.enum(SURVEY_SETS).describe('the zones that are looked at, in any order'),
    answers: z
      .enum(ZONE_ANSWERS)
      .describe('what is given in each zone: marks on its image, its pattern, or its LUS score'),
    findings: z
      .array(finding)
      .min(1)
      .optional()
      .describe('findings that can be marked; all below the pleural line unless told otherwise'),
    sliding: z.boolean().optional().describe('true where it is also asked how the lung slides'),
    at_least: z.int().min(2).max(12).optional().describe('how many zones; all unless told otherwise'),
    weight: weight.optional(),
  })
  .refine(({ answers, sliding }) => answers !== 'marks' || sliding !== true, {
    error: 'Sliding is no mark: leave sliding out, or let the answers be pattern or lus_score.',
  })
  .refine(({ answers, findings }) => answers === 'marks' || findings === undefined, {
    error: 'Only marks have findings: leave findings out, or let the answers be marks.',
  });

export const report = z.strictObject({ step: z.literal('report'), ...common, text: prose });

export type SurveyFile = z.output<typeof survey>;
export type StartFile = z.output<typeof start>;
export type ScanFile = z.output<typeof scan>;
export type MModeFile = z.output<typeof mMode>;
