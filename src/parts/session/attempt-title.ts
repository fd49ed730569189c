import type { Attempt } from '../../domain/learning/attempt.ts';
import type { ScenarioCard } from '../../domain/scenario/scenario.ts';
import { scenarioBuiltIn } from './practice.ts';

/** The title of the scenario that an attempt is of; its id where there is no such scenario any longer. */
export function attemptTitle(
  { scenarioId }: Pick<Attempt, 'scenarioId'>,
  scenarios: readonly Pick<ScenarioCard, 'id' | 'title'>[],
): string {
  const listed = scenarios.find(({ id }) => id === scenarioId) ?? scenarioBuiltIn(scenarioId);
  return listed?.title ?? scenarioId;
}
