import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useServices } from '../../parts/services.ts';
import { attemptScore } from '../../parts/session/attempt-score.ts';
import { attemptTitle } from '../../parts/session/attempt-title.ts';
import type { Attempt } from '../../ports/store.ts';
import { announce } from '../../ui/announcer.ts';
import { routeHref } from '../../ui/route.ts';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { say } from '../../ui/words/say.ts';

/** So many are shown at first, and with each press of the button below them. */
const STEP = 20;

/** All that was played to its end, newest first, each with a way to its answers. */
export function AttemptList() {
  const { store, scenarios } = useServices();
  const attempts = useSignal<readonly Attempt[] | null>(null);
  const problem = useSignal<string | null>(null);
  const most = useSignal(STEP);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    store
      .then((opened) => opened.attemptsList())
      .then(
        (read) => {
          attempts.value = read.attempts;
        },
        (error: unknown) => {
          const reason = errorSentence(error, say('shell.settingsUnread'));
          problem.value = say('attempts.unread', { reason });
        },
      );
  }, [store]);
  const all = attempts.value ?? [];
  const shown = all.slice(0, most.value);
  const more = Math.min(STEP, all.length - shown.length);
  const showMore = (): void => {
    const from = shown.length;
    most.value = from + more;
    announce(say('attempts.shown', { shown: from + more, count: all.length }));
    // The first of those that came is where reading goes on.
    requestAnimationFrame(() => list.current?.querySelectorAll('a')[from]?.focus());
  };
  return (
    <section class="progress-part">
      <h2>{say('attempts.title')}</h2>
      {problem.value !== null && (
        <p class="inline-alert" role="alert">
          {problem.value}
        </p>
      )}
      {attempts.value !== null && all.length === 0 && <p>{say('attempts.none')}</p>}
      <ol class="attempt-list" ref={list}>
        {shown.map((attempt) => (
          <li key={attempt.id}>
            <a href={routeHref({ page: 'attempt', attempt: attempt.id, step: null })}>
              <span>{attemptTitle(attempt, scenarios)}</span>
              <time class="small soft" dateTime={new Date(attempt.atMs).toISOString()}>
                {say('attempts.at', { atMs: attempt.atMs })}
              </time>
              <span class="figures">{attemptScore(attempt)}</span>
            </a>
          </li>
        ))}
      </ol>
      {more > 0 && (
        <p class="attempt-more">
          <span class="small soft">{say('attempts.shown', { shown: shown.length, count: all.length })}</span>
          <button type="button" class="button" onClick={showMore}>
            {say('attempts.more', { count: more })}
          </button>
        </p>
      )}
    </section>
  );
}
