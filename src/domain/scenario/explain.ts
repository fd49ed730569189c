import type { Feedback, FeedbackCode } from '../grading/feedback-fact.ts';
import type { FeedbackStep, MarkError } from './scenario.ts';

/** The facts by which each error is known to have been made. */
const FACTS: Readonly<Record<MarkError, readonly FeedbackCode[]>> = {
  missed: ['missed'],
  displaced: ['displaced', 'shifted'],
  partly_missed: ['partly_missed'],
  extra: ['extra', 'confused'],
  spills: ['spills'],
};

/**
 * Only the worst of what was not found, and of what is too much, is spoken of: who hears everything remembers nothing.
 */
const SPOKEN_OF: readonly (readonly MarkError[])[] = [
  ['missed', 'displaced', 'partly_missed'],
  ['extra', 'spills'],
];

/**
 * The author's explanations of a feedback step that fit the errors that were made: of each finding at most one for what was
 * not found and one for what is too much.
 */
export function explanationsPick(
  step: FeedbackStep,
  feedback: readonly Pick<Feedback, 'finding' | 'code'>[],
): readonly string[] {
  return step.explain.flatMap(({ finding, texts }) => {
    const isMade = (error: MarkError): boolean =>
      feedback.some((one) => one.finding === finding && FACTS[error].includes(one.code));
    return SPOKEN_OF.flatMap((errors) => {
      const worst = errors.find((error) => texts[error] !== undefined && isMade(error));
      return worst === undefined ? [] : texts[worst]!;
    });
  });
}
