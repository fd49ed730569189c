import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { CodedError } from '../../domain/errors/coded-error.ts';
import { useServices } from '../../parts/services.ts';
import { attemptTitle } from '../../parts/session/attempt-title.ts';
import { Icon } from '../../ui/icon.tsx';
import { usePageTitle } from '../../ui/page.tsx';
import { routeHref } from '../../ui/route.ts';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { say } from '../../ui/words/say.ts';
import { AttemptOverview } from './attempt-overview.tsx';
import type { AttemptPlayed } from './attempt-played.ts';
import { AttemptStepView } from './attempt-step-view.tsx';

/** What was played before: all of its answers, or one of them with its image, marks and key. */
export function AttemptPage({ id, step }: { readonly id: string; readonly step: number | null }) {
  const { store, scenarios, scenarioLoad } = useServices();
  const played = useSignal<AttemptPlayed | 'missing' | null>(null);
  const problem = useSignal<string | null>(null);
  useEffect(() => {
    const read = async (): Promise<void> => {
      const { attempts } = await (await store).attemptsList();
      const attempt = attempts.find((one) => one.id === id);
      if (attempt === undefined) {
        played.value = 'missing';
        return;
      }
      const scenario = await scenarioLoad(attempt.scenarioId).catch((error: unknown) => {
        if (error instanceof CodedError && error.code === 'scenario_missing') return null;
        throw error;
      });
      played.value = { attempt, title: attemptTitle(attempt, scenarios), scenario };
    };
    read().catch((error: unknown) => {
      problem.value = say('attempts.unread', { reason: errorSentence(error, say('shell.settingsUnread')) });
    });
  }, [store, scenarios, scenarioLoad, id]);
  const now = played.value;
  usePageTitle(now === null || now === 'missing' ? say('attempts.title') : now.title);
  if (now !== null && now !== 'missing') {
    const at = (step ?? 0) - 1;
    if (now.attempt.steps[at] === undefined) return <AttemptOverview played={now} />;
    return <AttemptStepView played={now} at={at} />;
  }
  return (
    <div class="page page-narrow">
      <a class="bar-link back-link" href={routeHref({ page: 'progress' })}>
        <Icon name="back" />
        {say('attempts.back')}
      </a>
      <h1>{say('attempts.title')}</h1>
      {problem.value !== null && (
        <p class="inline-alert" role="alert">
          {problem.value}
        </p>
      )}
      {now === 'missing' && <p>{say('attempts.missing')}</p>}
    </div>
  );
}
