import type { ListedScenario } from '../../domain/scenario/listed-scenario.ts';
import { exerciseSet } from '../../parts/handed/exercise-set.ts';
import { attemptTitle } from '../../parts/session/attempt-title.ts';
import type { Attempt } from '../../ports/store.ts';

/** What was played of one exercise. */
export interface Exercise {
  readonly set: string;
  readonly title: string;
  /** Newest first. */
  readonly attempts: readonly Attempt[];
}

/** Exercises in the order in which they were last played. */
export function exercisesOf(
  attempts: readonly Attempt[],
  scenarios: readonly ListedScenario[],
): readonly Exercise[] {
  const bySet = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    const { set } = exerciseSet(attempt.scenarioId);
    const known = bySet.get(set);
    if (known === undefined) bySet.set(set, [attempt]);
    else known.push(attempt);
  }
  return [...bySet].map(([set, own]) => ({ set, title: attemptTitle(own[0]!, scenarios), attempts: own }));
}

/** All, or the one that a link is about. */
export function attemptsAsked(attempts: readonly Attempt[], id: string | null): readonly Attempt[] {
  return id === null ? attempts : attempts.filter((attempt) => attempt.id === id);
}
