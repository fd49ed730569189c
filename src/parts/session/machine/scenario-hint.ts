import { type Hint, type ScenarioStep, stepIsGraded } from '../../../domain/scenario/scenario.ts';
import { type ScenarioChange, type ScenarioContext, stepNow } from './scenario-context.ts';

/** The rungs of the step's ladder that were taken. */
export function hintsShown(context: ScenarioContext): readonly Hint[] {
  const step = stepNow(context);
  return hintsOf(step).slice(0, context.hintsTaken[context.stepId] ?? 0);
}

export function hintNext(context: ScenarioContext): Hint | null {
  const step = stepNow(context);
  return hintsOf(step)[context.hintsTaken[context.stepId] ?? 0] ?? null;
}

function hintsOf(step: ScenarioStep | null): readonly Hint[] {
  return step !== null && stepIsGraded(step) ? step.hints : [];
}

export function hintTake(context: ScenarioContext): ScenarioChange {
  if (hintNext(context) === null) return {};
  const taken = (context.hintsTaken[context.stepId] ?? 0) + 1;
  return { hintsTaken: { ...context.hintsTaken, [context.stepId]: taken } };
}
