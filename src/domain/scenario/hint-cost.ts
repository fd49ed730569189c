import type { Hint } from './scenario.ts';

/**
 * The most that the hints of one step take off its score together, of 100: who has seen all of them and then does it
 * well keeps the rest.
 */
export const HINTS_COST_MAX = 60;

/** The cost of these hints of one step together, 0 to `HINTS_COST_MAX`. */
export function hintsCost(taken: readonly Pick<Hint, 'cost'>[]): number {
  return Math.min(
    HINTS_COST_MAX,
    taken.reduce((sum, { cost }) => sum + cost, 0),
  );
}

/** The cost of the next rung of a ladder after those taken: less than its price where the most is reached. */
export function hintNextCost(hints: readonly Pick<Hint, 'cost'>[], taken: number): number {
  return hintsCost(hints.slice(0, taken + 1)) - hintsCost(hints.slice(0, taken));
}

/** The most that a step can still earn after this many hints, 0 to 100. */
export function hintsLeave(hints: readonly Pick<Hint, 'cost'>[], taken: number): number {
  return 100 - hintsCost(hints.slice(0, taken));
}
