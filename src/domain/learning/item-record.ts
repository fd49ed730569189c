import * as z from 'zod/mini';
import { MARKABLE_FINDINGS } from '../findings/finding.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import {
  countSchema,
  finiteSchema,
  flagSchema,
  listSchema,
  objectSchema,
  oneOfSchema,
  scoreSchema,
  textSchema,
  timeSchema,
} from '../stored/values.ts';
import { type Confidence, confidenceSchema } from './confidence-level.ts';
import { ITEM_POLICIES, type ItemPolicy } from './item-policy.ts';
import { DIFFICULTY_LEVELS, type DifficultyLevel, type MeasuredDifficulty } from './measured-difficulty.ts';
import { SKILLS, type SkillId } from './skill.ts';
import type { SkillEvidence } from './skill-evidence.ts';

/** Raised whenever the shape below changes, with a migration from each former one. */
export const ITEM_RECORD_VERSION = 1;

export interface ItemDifficulty {
  readonly level: DifficultyLevel;
  /** Whether the image holds nothing of what is asked for. */
  readonly isNormal: boolean;
  /** Null where nobody measured, as on a clip. */
  readonly measured: MeasuredDifficulty | null;
}

export type ItemSource =
  /** `zone`: of a survey of the whole chest, the zone that was asked about. */
  | { readonly kind: 'phantom'; readonly seed: number; readonly zone?: string }
  | { readonly kind: 'clip'; readonly clipId: string };

/** Help shown beside the image before the answer. */
const ITEM_AIDS = ['none', 'delayed_overlay', 'overlay', 'proposals'] as const;

/** One answer to one item. */
export interface ItemRecord {
  readonly version: typeof ITEM_RECORD_VERSION;
  /** Unique, e.g. a UUID; a record saved again under its id replaces the former. */
  readonly id: string;
  /** The skills that it is evidence of; each of them once. */
  readonly evidence: readonly SkillEvidence[];
  readonly source: ItemSource;
  readonly difficulty: ItemDifficulty;
  /** Of the whole item, 0-100. */
  readonly grade: number;
  readonly isRight: boolean;
  /** From the image to the answer, while the page was visible. */
  readonly answerMs: number;
  /** Null where it was not asked or not given. */
  readonly confidence: Confidence | null;
  readonly hints: number;
  readonly aid: (typeof ITEM_AIDS)[number];
  readonly policy: ItemPolicy;
  /** Whether it was the first answer to this image. */
  readonly isFirst: boolean;
  /** When it was answered, milliseconds since 1970. */
  readonly atMs: number;
}

/** The skill, the one answer and the conditions of it, as what is worked out of records needs it. */
export type SkillAnswer = Pick<ItemRecord, 'answerMs' | 'confidence' | 'hints' | 'aid' | 'atMs'> &
  Pick<SkillEvidence, 'isRight'> & {
    /** Whether it counts for competence: see `itemCounts`. */
    readonly counts: boolean;
  };

/**
 * Whether an answer counts for competence in a skill: the first one to an image no easier than the standard, with no help at
 * all. Proposals are no help to who is to catch the errors among them, but the task itself.
 */
export function itemCounts({ hints, aid, isFirst, difficulty }: ItemRecord, skill: SkillId): boolean {
  const isUnaided = aid === 'none' || (aid === 'proposals' && skill === 'catching_ai');
  return hints === 0 && isUnaided && isFirst && difficulty.level !== 'easy';
}

/** The answer of a record to one skill; null where it holds none. */
export function skillAnswer(record: ItemRecord, skill: SkillId): SkillAnswer | null {
  const found = record.evidence.find((each) => each.skill === skill);
  if (found === undefined) return null;
  const { answerMs, confidence, hints, aid, atMs } = record;
  return {
    answerMs,
    confidence,
    hints,
    aid,
    atMs,
    isRight: found.isRight,
    counts: itemCounts(record, skill),
  };
}

const seedSchema = countSchema.check(z.lte(2 ** 32 - 1, { error: 'a whole number up to 4294967295' }));

/** A record with its own fields only. */
export const itemRecordSchema: StoredSchema<ItemRecord> = objectSchema({
  version: z.literal(ITEM_RECORD_VERSION, {
    error: `${ITEM_RECORD_VERSION}, the version that this game knows`,
  }),
  id: textSchema,
  evidence: listSchema(
    objectSchema({ skill: oneOfSchema(SKILLS), grade: scoreSchema, isRight: flagSchema }),
  ).check(
    z.refine((list) => new Set(list.map(({ skill }) => skill)).size === list.length, {
      error: 'a list that names each skill once',
    }),
  ),
  source: z.discriminatedUnion(
    'kind',
    [
      objectSchema({ kind: z.literal('phantom'), seed: seedSchema, zone: z.exactOptional(textSchema) }),
      objectSchema({ kind: z.literal('clip'), clipId: textSchema }),
    ],
    { error: 'a kind of source' },
  ),
  difficulty: objectSchema({
    level: oneOfSchema(DIFFICULTY_LEVELS),
    isNormal: flagSchema,
    measured: z.nullable(
      objectSchema({
        contrastDb: finiteSchema,
        sizeMm: timeSchema,
        distractors: countSchema,
        gainDb: finiteSchema,
        depthMm: timeSchema,
        look: oneOfSchema(['clean', 'clinical']),
        finding: z.exactOptional(oneOfSchema(MARKABLE_FINDINGS)),
        countMargin: z.exactOptional(countSchema),
        motion: z.exactOptional(
          objectSchema({ slideMm: timeSchema, pulseMm: timeSchema, contrastDb: finiteSchema }),
        ),
        edge: z.exactOptional(objectSchema({ movesMm: timeSchema, share: timeSchema })),
        way: z.exactOptional(objectSchema({ mm: timeSchema, turnDeg: timeSchema })),
      }),
    ),
  }),
  grade: scoreSchema,
  isRight: flagSchema,
  answerMs: timeSchema,
  confidence: z.nullable(confidenceSchema),
  hints: countSchema,
  aid: oneOfSchema(ITEM_AIDS),
  policy: oneOfSchema(ITEM_POLICIES),
  isFirst: flagSchema,
  atMs: timeSchema,
});
