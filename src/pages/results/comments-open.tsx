import { useSignal } from '@preact/signals';
import { commentsFileRead } from '../../domain/class-results/comments-file.ts';
import { type CommentsTaken, commentsTake } from '../../domain/class-results/comments-take.ts';
import { RESULTS_LIMITS } from '../../domain/class-results/results-file.ts';
import { useServices } from '../../parts/services.ts';
import { attemptTitle } from '../../parts/session/attempt-title.ts';
import { announce } from '../../ui/announcer.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { routeHref } from '../../ui/route.ts';
import { useWork } from '../../ui/use-work.ts';
import { say } from '../../ui/words/say.ts';

/** Takes a teacher's file of comments: they stand beside the answers from then on. */
export function CommentsOpen({ onTaken }: { readonly onTaken: () => void }) {
  const { store, scenarios } = useServices();
  const problem = useSignal<string | null>(null);
  const taken = useSignal<CommentsTaken | null>(null);
  const { work, isBusy } = useWork();
  const open = (file: File): void => {
    problem.value = null;
    taken.value = null;
    void work(say('attempts.comments.failed'), async () => {
      const text = file.size > RESULTS_LIMITS.bytes ? null : await file.text();
      const read = text === null ? { fault: 'large' as const } : commentsFileRead(text);
      if ('fault' in read) {
        problem.value = say(`attempts.comments.fault.${read.fault}`);
        return;
      }
      const opened = await store;
      const learner = await opened.learnerLoad();
      if (learner?.id !== read.file.learnerId) {
        problem.value = say('attempts.comments.other');
        return;
      }
      const { attempts } = await opened.attemptsList();
      const result = commentsTake(attempts, read.file);
      for (const attempt of result.changed) await opened.attemptAdd(attempt);
      taken.value = result;
      announce(say('attempts.comments.taken', { count: result.taken }));
      onTaken();
    });
  };
  return (
    <section class="progress-part stack">
      <h2>{say('attempts.comments.heading')}</h2>
      <p class="soft">{say('attempts.comments.text')}</p>
      <div class="settings-data">
        <FileButton
          text={say('attempts.comments.open')}
          label={say('attempts.comments.file')}
          accept=".json,application/json"
          isDisabled={isBusy.value}
          onFiles={([file]) => {
            if (file !== undefined) open(file);
          }}
        />
      </div>
      {problem.value !== null && (
        <p class="inline-alert" role="alert">
          {problem.value}
        </p>
      )}
      {taken.value !== null && (
        <div data-testid="comments-taken">
          <p>
            {say('attempts.comments.taken', { count: taken.value.taken })}{' '}
            {taken.value.missing > 0 && say('attempts.comments.missing', { count: taken.value.missing })}
          </p>
          <ul>
            {taken.value.changed.map((attempt) => (
              <li key={attempt.id}>
                <a href={routeHref({ page: 'attempt', attempt: attempt.id, step: null })}>
                  {attemptTitle(attempt, scenarios)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
