import { countHeld, HELD_SHARE } from '../../domain/analysis/clip-count.ts';
import type { ReadClip } from './worker.ts';

/** How far the counts of clips are right. */
export interface CountFigures {
  readonly clips: number;
  /** Mean absolute error, and mean error: below 0 where too few are counted. */
  readonly error: number;
  readonly bias: number;
  /** Shares of the clips, 0-1, whose count is right, and off by one at most. */
  readonly exact: number;
  readonly withinOne: number;
}

/** How many B-lines a simulated clip truly shows, counted as the clips of the library are. */
export function countTrue({ truth }: ReadClip): number {
  return countHeld(truth.spaceLines, HELD_SHARE);
}

/** @param counts as many as `truths`; without any, figures are no numbers */
export function countFigures(counts: readonly number[], truths: readonly number[]): CountFigures {
  const errors = counts.map((count, at) => count - truths[at]!);
  const mean = (figure: (error: number) => number): number =>
    errors.reduce((sum, error) => sum + figure(error), 0) / errors.length;
  return {
    clips: errors.length,
    error: mean(Math.abs),
    bias: mean((error) => error),
    exact: mean((error) => Number(error === 0)),
    withinOne: mean((error) => Number(Math.abs(error) <= 1)),
  };
}
