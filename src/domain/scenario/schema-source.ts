import { z } from 'zod';
import { DIFFICULTY_LEVELS } from '../learning/measured-difficulty.ts';
import { FINDING_SKILLS } from '../learning/skill.ts';
import { PATIENT_CONDITIONS } from '../scan/patient-request.ts';
import { PHANTOM_LOOKS, PHANTOM_PATTERNS } from '../scan/phantom-request.ts';
import { expertKey } from './schema-expert-key.ts';
import { zoneName } from './schema-scan.ts';
import { finding, line, name } from './schema-words.ts';

/** Where images come from. */

const UINT32_MAX = 0xffffffff;

const seed = z
  .int()
  .min(0)
  .max(UINT32_MAX)
  .describe('the same seed gives the same patient on every machine, 0 to 4294967295');

const phantom = z
  .strictObject({
    seed,
    pattern: z.enum(PHANTOM_PATTERNS).optional().describe('what the lung shows'),
    look: z
      .enum(PHANTOM_LOOKS)
      .optional()
      .describe(
        'clean (unless told otherwise): calm images for first lessons; clinical: haze, soft shadows, uneven lines',
      ),
    probe: z.enum(['convex', 'linear']).optional(),
    depth_mm: z.number().min(60).max(200).optional().describe('imaging depth in millimetres, 60 to 200'),
    frequency_mhz: z.number().min(2).max(12).optional().describe('centre frequency in megahertz, 2 to 12'),
    b_lines: z.int().min(0).max(6).optional().describe('how many separate B-lines are wanted, 0 to 6'),
    sliding: z.boolean().optional().describe('whether the lung slides; true unless told otherwise'),
  })
  .describe('an image made by the virtual phantom; what is not given is drawn from the seed');

const patient = z
  .strictObject({
    seed,
    condition: z.enum(PATIENT_CONDITIONS).describe('what ails the patient'),
    zone: zoneName.optional().describe('where it is; drawn from the seed, or everywhere where it is diffuse'),
    b_lines_per_space: z
      .int()
      .min(1)
      .max(6)
      .optional()
      .describe('B-lines in each intercostal space of an interstitial lung, 1 to 6'),
    breaths_per_minute: z.number().min(6).max(40).optional().describe('6 to 40'),
    breath_depth: z.number().min(0).max(2).optional().describe('0 (held) to 2; 1 is quiet breathing'),
  })
  .describe('a virtual patient, whom the learner scans by hand; what is not given is drawn from the seed');

const any = z.strictObject({ any: z.literal(true) });

const clip = z
  .strictObject({
    any: z.literal(true).optional().describe("the learner's own video or picture"),
    id: z.uuid().optional().describe('the id of a clip that is kept on the device, in the clip library'),
  })
  .refine((given) => (given.any === undefined) !== (given.id === undefined), {
    error: "A clip is any of the learner's own or one that is kept: write { any: true } or { id: ID }.",
  });

const KINDS = ['phantom', 'patient', 'clip', 'camera'] as const;

export const source = z
  .strictObject({
    phantom: phantom.optional(),
    patient: patient.optional(),
    clip: clip
      .optional()
      .describe("a recorded clip: the learner's own, { any: true }, or one that is kept, { id: ID }"),
    camera: any.optional().describe('the machine that the learner has plugged in: write { any: true }'),
  })
  .refine((given) => KINDS.filter((kind) => given[kind] !== undefined).length === 1, {
    error: 'A source is a phantom, a patient, a clip or a camera: write exactly one of them.',
  });

const draw = z
  .strictObject({
    item: z
      .enum(FINDING_SKILLS)
      .optional()
      .describe('the skill that the image is an item of; with it belongs a level'),
    level: z.enum(DIFFICULTY_LEVELS).optional().describe('how hard it is, as measured on the image'),
    normal: z
      .boolean()
      .optional()
      .describe('true where it shows nothing of what is asked for, but what can be taken for it'),
    at_most_mm: z
      .number()
      .min(4)
      .max(60)
      .optional()
      .describe('of an item: the smaller side of none that has to be found is above this, 4 to 60 mm'),
    shows: z.array(finding).min(1).max(5).optional().describe('findings that have to be found in it'),
    conditions: z
      .array(z.enum(PATIENT_CONDITIONS))
      .min(2)
      .optional()
      .describe('of a patient: one of these ails the one that is drawn, wherever the seed puts it'),
    as: name.optional().describe('the id of an image before it: the same body is drawn, in another state'),
    lacks: z.array(finding).min(1).max(5).optional().describe('findings of which there is nothing in it'),
  })
  .describe(
    'draws another patient for each play but the first, which has the seed that is written; with what it has to show',
  );

export const image = z.strictObject({
  id: name,
  title: line.optional(),
  source,
  draw: draw.optional(),
  key: expertKey.optional(),
});

export type ImageFile = z.output<typeof image>;
export type SourceFile = z.output<typeof source>;
