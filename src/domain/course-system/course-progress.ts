import * as z from 'zod/mini';
import type { StoredSchema } from '../stored/stored-read.ts';
import { flagSchema, objectSchema, scoreSchema } from '../stored/values.ts';

/** A scenario that was played to its end; of several plays the best. */
export interface FinishedScenario {
  /** 0-100; null where nothing was scored. */
  readonly score: number | null;
  /** By the scenario's own pass score. */
  readonly isPassed: boolean;
}

/** What was done of an assignment. */
export interface CourseProgress {
  /** By scenario id. */
  readonly finished: Readonly<Record<string, FinishedScenario>>;
}

export const COURSE_NONE: CourseProgress = { finished: {} };

export const courseProgressSchema: StoredSchema<CourseProgress> = objectSchema({
  finished: z.record(z.string(), objectSchema({ score: z.nullable(scoreSchema), isPassed: flagSchema })),
});

/** What a course system is told of the whole. */
export interface CourseFacts {
  /** Share of the scenarios that were played to their end, 0-1. */
  readonly done: number;
  readonly isComplete: boolean;
  /** Mean of the scenarios, 0-100, those not finished counting 0 until all are; null while nothing is scored. */
  readonly score: number | null;
  /** Null before all is done, and where nothing in it gives a score. */
  readonly isPassed: boolean | null;
}

/** What was done in either. */
export function courseMerge(one: CourseProgress, other: CourseProgress): CourseProgress {
  return Object.entries(other.finished).reduce((sum, [id, play]) => courseFinish(sum, id, play), one);
}

/** Keeps the better of two plays of a scenario. */
export function courseFinish(
  progress: CourseProgress,
  scenarioId: string,
  play: FinishedScenario,
): CourseProgress {
  const before = progress.finished[scenarioId];
  const isBetter = before === undefined || (play.score ?? -1) > (before.score ?? -1);
  return isBetter ? { ...progress, finished: { ...progress.finished, [scenarioId]: play } } : progress;
}

/**
 * @param passScore 0-100: the course system's own mastery score, else the package's; null where each scenario's own pass
 *   score decides
 */
export function courseFacts(
  { finished }: CourseProgress,
  scenarioIds: readonly string[],
  passScore: number | null,
): CourseFacts {
  const plays = scenarioIds.flatMap((id) => finished[id] ?? []);
  const scores = plays.flatMap(({ score }) => score ?? []);
  const isComplete = plays.length === scenarioIds.length;
  // What nobody can score takes no part; what is still to be played counts as nothing yet.
  const counted = scores.length + (scenarioIds.length - plays.length);
  const score = scores.length === 0 ? null : scores.reduce((sum, one) => sum + one, 0) / counted;
  const isEnough =
    passScore === null
      ? plays.every(({ isPassed, score: own }) => own === null || isPassed)
      : score !== null && Math.round(score) >= passScore;
  return {
    done: scenarioIds.length === 0 ? 0 : plays.length / scenarioIds.length,
    isComplete,
    score,
    isPassed: isComplete && score !== null ? isEnough : null,
  };
}
