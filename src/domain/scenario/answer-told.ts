import type { StepResults } from '../learning/progress.ts';
import { tryLatest } from '../learning/progress.ts';
import type { HintKind, QuestionStep, Scenario } from './scenario.ts';

/** Hints of a scan that name the zone: marked on the chest, or with the probe put there. */
const NAMING: readonly HintKind[] = ['region', 'answer'];

/**
 * Whether the learner was told a question's answer before it was asked: in which zone a patient is sick, when the scan
 * of the same round showed it. What was told is asked to be said aloud, and is not scored.
 */
export function answerIsTold(scenario: Scenario, step: QuestionStep, results: StepResults): boolean {
  const { reply, imageId } = step;
  if (reply.kind !== 'choice' || !('from' in reply.answer) || reply.answer.from !== 'sick_zone') return false;
  return scenario.steps.some((other) => {
    const result = results[other.id];
    if (other.kind !== 'scan' || other.imageId !== imageId || result?.kind !== 'scan') return false;
    const { isFound, hints } = tryLatest(result);
    return !isFound || hints.some((hint) => NAMING.includes(hint));
  });
}
