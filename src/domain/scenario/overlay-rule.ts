import type { StepResults } from './progress.ts';
import type { QuestionStep, Scenario, ScenarioStep } from './scenario.ts';

/** What is still to be graded that the network's overlay would give away. */
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
 * have their price for that. Null where it spoils nothing: everything of the round is graded, so that what follows is
 * practice, or nothing in it is.
 */
export function overlaySpoils(
  scenario: Scenario,
  step: ScenarioStep,
  results: StepResults,
): OverlaySpoils | null {
  if (step.imageId === null) return null;
  const open = scenario.steps.filter(
    ({ id, imageId }, i) =>
      imageId === step.imageId && i >= scenario.steps.indexOf(step) && results[id] === undefined,
  );
  if (open.some(({ kind }) => kind === 'mark')) return 'marks';
  return open.some((one) => one.kind === 'question' && answerIsShown(one)) ? 'question' : null;
}

function answerIsShown({ reply: { answer } }: QuestionStep): boolean {
  if (typeof answer === 'string') return ANSWERS_SHOWN.includes(answer);
  return typeof answer === 'object' && 'from' in answer && ANSWERS_SHOWN.includes(answer.from);
}
