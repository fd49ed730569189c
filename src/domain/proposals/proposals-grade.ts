import * as z from 'zod/mini';
import type { MarkableFinding } from '../findings/finding.ts';
import { markableFindingSchema } from '../findings/finding-schema.ts';
import { type Confidence, confidenceSchema } from '../learning/confidence-level.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import { flagSchema, listSchema, objectSchema, oneOfSchema } from '../stored/values.ts';
import { MISSABLE, type MissableFinding } from './proposal.ts';
import { PROPOSAL_ERRORS, type ProposalError } from './trap.ts';

/** What was done with a proposal, and what it was. */
export interface ProposalJudged {
  readonly finding: MarkableFinding;
  /** Null where it was right. */
  readonly error: ProposalError | null;
  readonly isPlanted: boolean;
  readonly act: 'accept' | 'reject' | 'mend';
  readonly confidence: Confidence;
  /** Whether what was made of it is right by the truth; null unless it was mended. */
  readonly isMendRight: boolean | null;
}

/** What was said to be missing, and what was. */
export interface MissingJudged {
  /** Null for nothing. */
  readonly said: MissableFinding | null;
  /** Whether that is so by the truth. */
  readonly isTrue: boolean;
  /** What was left out in error, and by which; null where nothing was. */
  readonly finding: MissableFinding | null;
  readonly error: ProposalError | null;
  readonly confidence: Confidence;
}

/** All decisions on one image. */
export interface ProposalsJudged {
  readonly proposals: readonly ProposalJudged[];
  /** Null where nothing was said of it. */
  readonly missing: MissingJudged | null;
}

export const proposalsJudgedSchema: StoredSchema<ProposalsJudged> = objectSchema({
  proposals: listSchema(
    objectSchema({
      finding: markableFindingSchema,
      error: z.nullable(oneOfSchema(PROPOSAL_ERRORS)),
      isPlanted: flagSchema,
      act: oneOfSchema(['accept', 'reject', 'mend']),
      confidence: confidenceSchema,
      isMendRight: z.nullable(flagSchema),
    }),
  ),
  missing: z.nullable(
    objectSchema({
      said: z.nullable(oneOfSchema(MISSABLE)),
      isTrue: flagSchema,
      finding: z.nullable(oneOfSchema(MISSABLE)),
      error: z.nullable(oneOfSchema(PROPOSAL_ERRORS)),
      confidence: confidenceSchema,
    }),
  ),
});

/** How many errors there were and how many were caught, how many right things and how many of them gave a false alarm. */
export interface CatchingCount {
  readonly wrong: number;
  readonly caught: number;
  readonly right: number;
  readonly alarms: number;
  /** Of the alarms those in which something was called missing that is not: 0 or 1 an image. */
  readonly missingAlarms: number;
}

export const COUNT_NONE: CatchingCount = { wrong: 0, caught: 0, right: 0, alarms: 0, missingAlarms: 0 };

/**
 * Counts the decisions on one image. Whether something is missing is one decision more: what was left out in error is caught by
 * who names it, and who names what is not missing gives a false alarm. To name what is missing for want of room is true, and
 * counts as neither. A right proposal that was mended to something right is no false alarm.
 */
export function catchingCount({ proposals, missing }: ProposalsJudged): CatchingCount {
  const wrong = proposals.filter(({ error }) => error !== null);
  const right = proposals.filter(({ error }) => error === null);
  const isOmission = missing !== null && missing.error !== null;
  const isNamed = isOmission && missing.said !== null && missing.isTrue;
  // Beside an omission a wrong name is no second error: the omission went by.
  const isWhole = missing !== null && missing.error === null && (missing.said === null || !missing.isTrue);
  const missingAlarms = isWhole && missing.said !== null ? 1 : 0;
  return {
    wrong: wrong.length + (isOmission ? 1 : 0),
    caught: wrong.filter(({ act }) => act !== 'accept').length + (isNamed ? 1 : 0),
    right: right.length + (isWhole ? 1 : 0),
    alarms:
      right.filter(({ act, isMendRight }) => act !== 'accept' && isMendRight !== true).length + missingAlarms,
    missingAlarms,
  };
}

export function countsAdd(a: CatchingCount, b: CatchingCount): CatchingCount {
  return {
    wrong: a.wrong + b.wrong,
    caught: a.caught + b.caught,
    right: a.right + b.right,
    alarms: a.alarms + b.alarms,
    missingAlarms: a.missingAlarms + b.missingAlarms,
  };
}

/** What a wrong proposal is worth that was mended to something that is wrong as well. */
const MEND_WRONG_CREDIT = 0.5;

/**
 * The score of the decisions on images, 0-100: the mean of the share of errors that were caught and the share of right
 * things that were let be, so that who accepts everything or rejects everything has half; the one of them alone where there
 * is nothing of the other. Both shares are of all the images together: were they of each, an image without an error would give
 * 100 to who accepts everything. Null where nothing was decided.
 */
export function catchingScore(images: readonly ProposalsJudged[]): number | null {
  const { wrong, caught, right, alarms } = images.map(catchingCount).reduce(countsAdd, COUNT_NONE);
  const spoiled = images
    .flatMap(({ proposals }) => proposals)
    .filter(({ error, isMendRight }) => error !== null && isMendRight === false);
  const shares = [
    ...(wrong === 0 ? [] : [(caught - (1 - MEND_WRONG_CREDIT) * spoiled.length) / wrong]),
    ...(right === 0 ? [] : [(right - alarms) / right]),
  ];
  return shares.length === 0 ? null : (100 * shares.reduce((sum, share) => sum + share, 0)) / shares.length;
}

/** So many right things may be taken for errors on one image, where they are fewer than half of them. */
const ALARMS_MOST = 1;

/**
 * Whether the AI was caught on one image: no error was let by, and of the right things one at most was taken for an error,
 * and fewer than half, so that nobody passes by rejecting everything.
 */
export function catchingIsRight(judged: ProposalsJudged): boolean {
  const { wrong, caught, right, alarms } = catchingCount(judged);
  return caught === wrong && alarms <= ALARMS_MOST && (alarms === 0 || 2 * alarms < right);
}

/** How sure the learner was of all of it, on the whole; null where nothing was decided. */
export function judgedConfidence({ proposals, missing }: ProposalsJudged): Confidence | null {
  const all = [...proposals, ...(missing === null ? [] : [missing])].map(({ confidence }) => confidence);
  if (all.length === 0) return null;
  return Math.round(all.reduce<number>((sum, one) => sum + one, 0) / all.length) as Confidence;
}
