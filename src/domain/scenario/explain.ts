import type { Grade } from '../grading/grade.ts';
import type { FeedbackStep } from './scenario.ts';

/** Below this precision or recall a learner is told why. */
const GOOD_SHARE = 0.75;

/** The explanations of a feedback step that fit a grade: of what was missed, and of what was marked in vain. */
export function explanationsPick(step: FeedbackStep, grade: Pick<Grade, 'classes'>): readonly string[] {
  return step.explain.flatMap(({ finding, missed, extra }) => {
    const graded = grade.classes.find((found) => found.finding === finding);
    if (graded === undefined) return [];
    const isMissed = graded.recall !== null && graded.recall < GOOD_SHARE;
    // With nothing in the key every mark is one too many, and the precision is 0 or null for no marks.
    const isExtra = graded.precision !== null && graded.precision < GOOD_SHARE;
    return [...(isMissed && missed !== null ? [missed] : []), ...(isExtra && extra !== null ? [extra] : [])];
  });
}
