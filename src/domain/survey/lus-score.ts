import type { LungPattern } from '../scenario/answer-source.ts';
import type { ZoneReading } from './zone-reading.ts';

/** Points for the air that a zone of the lung has lost: 0 none, 3 all of it. */
export type LusScore = 0 | 1 | 2 | 3;

/** The most that a zone can have. */
export const LUS_MOST = 3;

/**
 * The lung ultrasound score by patterns (Soummer et al. 2012, Crit Care Med 40:2064; after Bouhemad et al. 2010): A-lines or
 * fewer than three B-lines 0, three or more separate B-lines 1, merged B-lines 2, consolidation 3. An effusion lies before
 * the lung and says nothing of the air in it: it has none, and is told beside.
 */
const LUS_SCORES: Readonly<Record<LungPattern, LusScore | null>> = {
  a_lines: 0,
  b_lines: 1,
  confluence: 2,
  consolidation: 3,
  effusion: null,
};

/** The score of a zone that shows a pattern; null of an effusion. */
export function lusScore(pattern: LungPattern): LusScore | null {
  return LUS_SCORES[pattern];
}

export interface LusSum {
  /** Of the zones that have a score. */
  readonly sum: number;
  /** How many these are. */
  readonly scored: number;
}

/** The scores of zones together. */
export function lusSum(readings: Iterable<Pick<ZoneReading, 'pattern'>>): LusSum {
  const scores = [...readings].map(({ pattern }) => lusScore(pattern)).filter((score) => score !== null);
  return { sum: scores.reduce((sum: number, score) => sum + score, 0), scored: scores.length };
}
