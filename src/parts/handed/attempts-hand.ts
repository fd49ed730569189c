import { attemptHand } from '../../domain/class-results/handed-attempt.ts';
import type { HandedAttempt } from '../../domain/class-results/results-file.ts';
import { CodedError } from '../../domain/errors/coded-error.ts';
import type { Attempt } from '../../domain/learning/attempt.ts';
import type { ItemRecord } from '../../domain/learning/item-record.ts';
import type { Scenario } from '../../domain/scenario/scenario.ts';
import type { Services } from '../services.ts';
import { attemptTitle } from '../session/attempt-title.ts';
import { exerciseSet } from './exercise-set.ts';
import { stepName } from './step-name.ts';

/** A scenario by its id; null where the game has it no longer. */
export async function scenarioFind(
  load: Services['scenarioLoad'],
  scenarioId: string,
): Promise<Scenario | null> {
  try {
    return await load(scenarioId);
  } catch (error) {
    if (error instanceof CodedError && error.code === 'scenario_missing') return null;
    throw error;
  }
}

/** Attempts as they are handed in, with the names of their steps in the language of the page. */
export async function attemptsHand(
  { scenarios, scenarioLoad }: Pick<Services, 'scenarios' | 'scenarioLoad'>,
  attempts: readonly Attempt[],
  items: readonly ItemRecord[],
): Promise<readonly HandedAttempt[]> {
  const handed: HandedAttempt[] = [];
  for (const attempt of attempts) {
    const known = {
      attempt,
      scenario: await scenarioFind(scenarioLoad, attempt.scenarioId),
      title: attemptTitle(attempt, scenarios),
      ...exerciseSet(attempt.scenarioId),
    };
    handed.push(attemptHand(known, items, stepName));
  }
  return handed;
}
