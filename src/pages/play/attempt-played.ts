import type { Attempt } from '../../domain/learning/attempt.ts';
import type { Scenario } from '../../domain/scenario/scenario.ts';

/** An attempt with the scenario that it is of. */
export interface AttemptPlayed {
  readonly attempt: Attempt;
  readonly title: string;
  /** As it is written; null where the game has it no longer. */
  readonly scenario: Scenario | null;
}
