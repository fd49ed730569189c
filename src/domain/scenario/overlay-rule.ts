import type { StepResults } from '../learning/progress.ts';
import type { QuestionStep, Scenario, ScenarioStep } from './scenario.ts';

/** The grading still to come that the network's overlay would give away. */
export type OverlaySpoils = 'marks' | 'question';

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
 * what follows is practice.
 */
export function overlaySpoils(
  scenario: Scenario,
  step: ScenarioStep,
  results: StepResults,
): OverlaySpoils | null {
  if (step.imageId === null) return null;
  const round = scenario.steps.filter(({ imageId }) => imageId === step.imageId);
  const isOpen = ({ id }: ScenarioStep) => results[id] === undefined;
  const marks = round.filter(({ kind }) => kind === 'mark');
  if (marks.length > 0) return marks.some(isOpen) ? 'marks' : null;
  return round.some((one) => one.kind === 'question' && answerIsShown(one) && isOpen(one))
    ? 'question'
    : null;
}

function answerIsShown({ reply: { answer } }: QuestionStep): boolean {
  if (typeof answer === 'string') return ANSWERS_SHOWN.includes(answer);
  return typeof answer === 'object' && 'from' in answer && ANSWERS_SHOWN.includes(answer.from);
}
