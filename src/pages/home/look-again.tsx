import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Attempt } from '../../domain/learning/attempt.ts';
import { type AttemptError, attemptErrorLast } from '../../domain/learning/attempt-error.ts';
import { type Scenario, stepIndex } from '../../domain/scenario/scenario.ts';
import { useServices } from '../../parts/services.ts';
import { Icon } from '../../ui/icon.tsx';
import { routeHref } from '../../ui/route.ts';
import { say } from '../../ui/words/say.ts';
import { errorText } from './error-text.ts';

/** An error is looked for in so many attempts, the newest first. */
const ATTEMPTS = 10;

interface Found {
  readonly attempt: Attempt;
  readonly scenario: Scenario;
  readonly error: AttemptError;
}

/** The newest error that was made without help, until it was looked at again; nothing where there is none. */
export function LookAgain() {
  const { store, scenarioLoad } = useServices();
  const found = useSignal<Found | null>(null);
  useEffect(() => {
    const find = async (): Promise<Found | null> => {
      const { attempts } = await (await store).attemptsList();
      for (const attempt of attempts.slice(0, ATTEMPTS)) {
        // One whose scenario is gone cannot be looked at in full.
        const scenario = await scenarioLoad(attempt.scenarioId).catch(() => null);
        const error = scenario === null ? null : attemptErrorLast(scenario, attempt);
        if (scenario === null || error === null) continue;
        return attempt.lookedAt?.includes(error.result.stepId) ? null : { attempt, scenario, error };
      }
      return null;
    };
    find().then(
      (newest) => {
        found.value = newest;
      },
      (error: unknown) => console.warn(error),
    );
  }, [store, scenarioLoad]);
  if (found.value === null) return null;
  const { attempt, scenario, error } = found.value;
  const step = scenario.steps[stepIndex(scenario, error.result.stepId)];
  if (step === undefined) return null;
  return (
    <section class="look-again" aria-labelledby="look-again" data-testid="look-again">
      <div class="look-again-text">
        <h2 id="look-again">{say('attempts.error.heading')}</h2>
        <p>{errorText(step, error.result)}</p>
        <p class="small soft">{say('attempts.error.in', { title: scenario.title, atMs: attempt.atMs })}</p>
      </div>
      <a class="button" href={routeHref({ page: 'attempt', attempt: attempt.id, step: error.at + 1 })}>
        <Icon name="eye" />
        {say('attempts.error.look')}
      </a>
    </section>
  );
}
