import { RIGHT_SCORE } from './right-score.ts';

/** How one run of a drill went. */
export interface DrillRun {
  readonly right: number;
  readonly count: number;
  /** Until the answers, while the page was visible. */
  readonly seconds: number;
}

interface AnsweredStep {
  readonly first: { readonly score: number | null; readonly seenS?: number; readonly elapsedS: number };
}

export function drillRunOf(steps: readonly AnsweredStep[]): DrillRun {
  return {
    right: steps.filter(({ first }) => (first.score ?? 0) >= RIGHT_SCORE).length,
    count: steps.length,
    seconds: steps.reduce((sum, { first }) => sum + (first.seenS ?? first.elapsedS), 0),
  };
}

/** The better of whole runs: more right, or as many in less time; null where there is none. */
export function drillRunBest(runs: readonly DrillRun[]): DrillRun | null {
  return runs.reduce<DrillRun | null>((best, run) => {
    if (best === null || run.right > best.right) return run;
    return run.right === best.right && run.seconds < best.seconds ? run : best;
  }, null);
}

/** The seconds of a run as they are told: tenths below ten, of which there is always one, and whole ones above. */
export function drillSecondsTold(seconds: number): number {
  return seconds < 9.95 ? Math.max(1, Math.round(10 * seconds)) / 10 : Math.round(seconds);
}

/** Seconds after which each answer of a run was given, while the page was visible; rising. */
export function drillTimes(steps: readonly AnsweredStep[]): readonly number[] {
  let seconds = 0;
  return steps.map(({ first }) => {
    seconds += first.seenS ?? first.elapsedS;
    return seconds;
  });
}

/** How many answers of a run were given after some seconds. @param times see `drillTimes` */
export function drillAnswered(times: readonly number[], seconds: number): number {
  return times.filter((time) => time <= seconds).length;
}
