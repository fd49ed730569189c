import type { DifficultyLevel } from './measured-difficulty.ts';

/** Lower and upper tercile of a measure. */
export type Terciles = readonly [number, number];

/** -1 below the terciles, 1 above them, 0 between. */
export function tercileVote(value: number, [low, high]: Terciles): number {
  return value < low ? -1 : value > high ? 1 : 0;
}

/** Where B-lines are counted: hard next to the number at which the pattern changes, easy three or more from it. */
export function marginVote(countMargin: number): number {
  return countMargin <= 1 ? 1 : countMargin >= 3 ? -1 : 0;
}

/** The level of a sum of votes, each +1 for hard and -1 for easy. */
export function levelOfVotes(votes: number): DifficultyLevel {
  return votes > 0 ? 'hard' : votes < 0 ? 'easy' : 'standard';
}
