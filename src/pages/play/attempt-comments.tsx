import type { Attempt } from '../../domain/learning/attempt.ts';
import { say } from '../../ui/words/say.ts';

/** What a teacher said of an answer; nothing where nobody did. */
export function AttemptComments({
  attempt: { comments = [] },
  stepId,
}: {
  readonly attempt: Attempt;
  readonly stepId: string;
}) {
  return (
    <>
      {comments
        .filter((comment) => comment.stepId === stepId)
        .map(({ text, by, atMs }) => (
          <blockquote key={`${atMs} ${text}`} class="teacher-comment" data-testid="comment">
            <p>{text}</p>
            <footer class="small soft">
              {by === ''
                ? say('attempts.comments.byTeacher', { atMs })
                : say('attempts.comments.by', { by, atMs })}
            </footer>
          </blockquote>
        ))}
    </>
  );
}
