import type { ClassAnswer } from '../../domain/class-results/class-answers.ts';
import type { ClassLearner } from '../../domain/class-results/class-join.ts';
import type { HandedComment } from '../../domain/class-results/comments-file.ts';

/** What was written of each answer, by `commentKey`. */
export type Comments = ReadonlyMap<string, string>;

export function commentKey({ attempt, answer }: Pick<ClassAnswer, 'attempt' | 'answer'>): string {
  return JSON.stringify([attempt.id, answer.stepId]);
}

/** The comments for one learner, as they are handed out. */
export function commentsOf(learner: ClassLearner, comments: Comments): readonly HandedComment[] {
  return learner.attempts.flatMap((attempt) =>
    attempt.answers.flatMap((answer) => {
      const text = comments.get(commentKey({ attempt, answer }))?.trim() ?? '';
      return text === '' ? [] : [{ attemptId: attempt.id, stepId: answer.stepId, text }];
    }),
  );
}
