import { imageById, type Scenario, stepIndex, stepIsGraded } from '../scenario/scenario.ts';
import { type Attempt, attemptResult } from './attempt.ts';
import type { StepResult } from './progress.ts';
import { RIGHT_SCORE } from './right-score.ts';
import { stepEvidence } from './skill-evidence.ts';

/** A graded answer of an attempt that was wrong. */
export interface AttemptError {
  /** The place of its step in the attempt, from 0. */
  readonly at: number;
  readonly result: StepResult;
}

/**
 * The last answer of an attempt that was wrong without help: its first try had no hint, was not skipped, and the image no aid
 * beside it. Null where there is none.
 *
 * @param scenario the attempt's own
 */
export function attemptErrorLast(scenario: Scenario, { steps }: Pick<Attempt, 'steps'>): AttemptError | null {
  for (let at = steps.length - 1; at >= 0; at--) {
    const result = attemptResult(steps[at]!);
    if (isWrong(scenario, result)) return { at, result };
  }
  return null;
}

function isWrong(scenario: Scenario, result: StepResult): boolean {
  const { first } = result;
  const step = scenario.steps[stepIndex(scenario, result.stepId)];
  if (step === undefined || !stepIsGraded(step)) return false;
  if (first.score === null || first.isSkipped || first.hints.length > 0) return false;
  const image = step.imageId === null ? null : imageById(scenario, step.imageId);
  if (image?.aid !== undefined) return false;
  const evidence = stepEvidence(step, result);
  return evidence.length === 0 ? first.score < RIGHT_SCORE : evidence.some(({ isRight }) => !isRight);
}
