import type { Feedback, FeedbackCode } from '../grading/feedback-fact.ts';
import type { FeedbackStep } from './scenario.ts';

/** The facts by which a finding was missed, at least in part. */
const MISSED: readonly FeedbackCode[] = ['missed', 'displaced', 'partly_missed'];

/** The facts by which a mark is wrong. */
const EXTRA: readonly FeedbackCode[] = ['extra', 'confused', 'displaced'];

/** The author's explanations of a feedback step that fit what was found of the marks: of what was missed, and of what is wrong. */
export function explanationsPick(
  step: FeedbackStep,
  feedback: readonly Pick<Feedback, 'finding' | 'code'>[],
): readonly string[] {
  return step.explain.flatMap(({ finding, missed, extra }) => {
    const holds = (codes: readonly FeedbackCode[]): boolean =>
      feedback.some((one) => one.finding === finding && codes.includes(one.code));
    return [
      ...(missed !== null && holds(MISSED) ? [missed] : []),
      ...(extra !== null && holds(EXTRA) ? [extra] : []),
    ];
  });
}
