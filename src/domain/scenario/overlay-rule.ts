import type { StepResults } from '../learning/progress.ts';
import { imageById, type QuestionStep, type Scenario, type ScenarioStep } from './scenario.ts';

/** The grading still to come that the network's overlay would give away. */
export type OverlaySpoils = 'marks' | 'question' | 'proposals' | 'exam';

/** Answers that are read off the findings of an image, which is what the overlay shows. */
const ANSWERS_SHOWN: readonly string[] = [
  'b_line_count',
  'a_line_count',
  'blas_percent',
  'pattern',
  'condition_in_view',
];

/**
 * Whether the overlay would give away, for nothing, what the step's image is still to be marked or asked for; hints
 * have their price for that. Null where it spoils nothing: once all marks of a round are graded, its key was shown, and
 * what follows is practice. An image that comes with help shows it while it stands still, when the truth can check it.
 */
export function overlaySpoils(
  scenario: Scenario,
  step: ScenarioStep,
  results: StepResults,
): OverlaySpoils | null {
  if (step.imageId === null) return null;
  if (scenario.policy === 'exam') return 'exam';
  const round = scenario.steps.filter(({ imageId }) => imageId === step.imageId);
  const isOpen = ({ id }: ScenarioStep) => results[id] === undefined;
  if (round.some((one) => one.kind === 'proposals' && isOpen(one))) return 'proposals';
  const isStill = step.kind !== 'observe' && step.kind !== 'freeze';
  if (isStill && imageById(scenario, step.imageId)?.aid !== undefined) return null;
  const marks = round.filter(({ kind }) => kind === 'mark');
  if (marks.length > 0) return marks.some(isOpen) ? 'marks' : null;
  // Of an image that was drawn to be asked about, also an answer that is known beforehand is read off its findings.
  const isItem = scenario.policy !== 'course' && scenario.policy !== 'learner';
  return round.some((one) => one.kind === 'question' && (isItem || answerIsShown(one)) && isOpen(one))
    ? 'question'
    : null;
}

/** How long a learner looks for themselves before help that comes later, seconds in a step. */
const AID_AFTER_S = 20;

/** Seconds until the help of a step's image lies over it, 0 when it does; null where there is none. */
export function aidWaitS(scenario: Scenario, step: ScenarioStep, elapsedS: number): number | null {
  const aid = step.imageId === null ? undefined : imageById(scenario, step.imageId)?.aid;
  if (aid === undefined || (step.kind !== 'mark' && step.kind !== 'question')) return null;
  return aid === 'overlay' ? 0 : Math.max(0, AID_AFTER_S - elapsedS);
}

function answerIsShown({ reply: { answer } }: QuestionStep): boolean {
  if (typeof answer === 'string') return ANSWERS_SHOWN.includes(answer);
  return typeof answer === 'object' && 'from' in answer && ANSWERS_SHOWN.includes(answer.from);
}
