import type { Feedback, FeedbackCode } from '../grading/feedback-fact.ts';
import { type FeedbackStep, MARK_ERRORS, type MarkError } from './scenario.ts';

/** The facts by which each error is known to have been made. */
const FACTS: Readonly<Record<MarkError, readonly FeedbackCode[]>> = {
  missed: ['missed'],
  displaced: ['displaced'],
  partly_missed: ['partly_missed'],
  extra: ['extra', 'confused'],
  spills: ['spills'],
};

/** The author's explanations of a feedback step that fit the errors that were made. */
export function explanationsPick(
  step: FeedbackStep,
  feedback: readonly Pick<Feedback, 'finding' | 'code'>[],
): readonly string[] {
  return step.explain.flatMap(({ finding, texts }) =>
    MARK_ERRORS.flatMap((error) => {
      const isMade = feedback.some((one) => one.finding === finding && FACTS[error].includes(one.code));
      return isMade ? (texts[error] ?? []) : [];
    }),
  );
}
