import type { Attempt, AttemptComment } from '../learning/attempt.ts';
import type { CommentsFile } from './comments-file.ts';

/** What a file of comments changes. */
export interface CommentsTaken {
  /** The attempts that have comments now, or other ones. */
  readonly changed: readonly Attempt[];
  /** How many comments stand beside answers. */
  readonly taken: number;
  /** How many are on answers that are not here. */
  readonly missing: number;
}

/** Puts comments to the answers that they are of. A newer one on an answer takes the place of an older one by the same teacher. */
export function commentsTake(attempts: readonly Attempt[], file: CommentsFile): CommentsTaken {
  const { by, savedAtMs: atMs } = file;
  let taken = 0;
  const changed = attempts.flatMap((attempt) => {
    const steps = new Set(attempt.steps.map(({ stepId }) => stepId));
    const added = file.comments
      .filter(({ attemptId, stepId }) => attemptId === attempt.id && steps.has(stepId))
      .map(({ stepId, text }): AttemptComment => ({ stepId, text, by, atMs }));
    if (added.length === 0) return [];
    taken += added.length;
    const answered = new Set(added.map(({ stepId }) => stepId));
    const kept = (attempt.comments ?? []).filter((one) => one.by !== by || !answered.has(one.stepId));
    return [{ ...attempt, comments: [...kept, ...added] }];
  });
  return { changed, taken, missing: file.comments.length - taken };
}
