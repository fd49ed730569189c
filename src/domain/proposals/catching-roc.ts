import type { Attempt } from '../learning/attempt.ts';
import { type CatchingCount, COUNT_NONE, catchingCount, countsAdd } from './proposals-grade.ts';

/** No more of the wrong proposals than this may be accepted, as a share: the standard of catching the AI. */
export const ACCEPTED_MOST = 0.2;

/** Fewer errors than this tell nothing of a share of a fifth. */
const ERRORS_LEAST = 10;

/** How a learner did on the errors of the AI and on what it had right. */
export interface CatchingPoint extends CatchingCount {
  /** When, milliseconds since 1970. */
  readonly atMs: number;
  /** Share of the errors that were caught, 0-1; null where there was none. */
  readonly sensitivity: number | null;
  /** Share of the right things that were taken for errors (1 - specificity), 0-1; null where there was none. */
  readonly falseAlarms: number | null;
}

export interface CatchingRoc {
  /** One for each attempt with decisions on proposals, oldest first. */
  readonly attempts: readonly CatchingPoint[];
  /** All of them together, at the time of the newest; null without one. */
  readonly whole: CatchingPoint | null;
  /**
   * Whether ACCEPTED_MOST at most of ERRORS_LEAST errors or more were accepted, by the newest attempts that hold so many; who
   * takes half of what is right for an error looks at none of it, and is not there.
   */
  readonly isAtStandard: boolean;
}

/** The points of a learner's first tries, from what is kept of them. */
export function catchingRoc(kept: readonly Pick<Attempt, 'atMs' | 'steps'>[]): CatchingRoc {
  const attempts = [...kept]
    .sort((a, b) => a.atMs - b.atMs)
    .flatMap(({ atMs, steps }) => {
      const counts = steps.flatMap((step) =>
        step.kind === 'proposals' && !step.first.isSkipped ? [catchingCount(step.first.judged)] : [],
      );
      return counts.length === 0 ? [] : [pointOf(counts.reduce(countsAdd), atMs)];
    });
  const last = attempts.at(-1);
  return {
    attempts,
    whole:
      last === undefined ? null : pointOf(attempts.reduce<CatchingCount>(countsAdd, COUNT_NONE), last.atMs),
    isAtStandard: standardIsMet(attempts),
  };
}

function standardIsMet(attempts: readonly CatchingCount[]): boolean {
  let newest = COUNT_NONE;
  for (const counts of [...attempts].reverse()) {
    newest = countsAdd(newest, counts);
    if (newest.wrong >= ERRORS_LEAST) break;
  }
  const { wrong, caught, right, alarms } = newest;
  return wrong >= ERRORS_LEAST && wrong - caught <= ACCEPTED_MOST * wrong && 2 * alarms < right;
}

function pointOf(counts: CatchingCount, atMs: number): CatchingPoint {
  const { wrong, caught, right, alarms } = counts;
  return {
    ...counts,
    atMs,
    sensitivity: wrong === 0 ? null : caught / wrong,
    falseAlarms: right === 0 ? null : alarms / right,
  };
}
