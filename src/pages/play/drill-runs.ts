import { attemptResult } from '../../domain/learning/attempt.ts';
import type { StepResult } from '../../domain/learning/progress.ts';
import { type Drill, drillRead } from '../../parts/session/drill.ts';
import type { Attempt } from '../../ports/store.ts';

/** The answers of each whole run of a drill, in the order of the attempts. */
export function drillStepsOf(attempts: readonly Attempt[], drill: Drill): readonly (readonly StepResult[])[] {
  return attempts
    .filter(({ scenarioId }) => drillRead(scenarioId)?.drill === drill)
    .map(({ steps }) => steps.map(attemptResult));
}
