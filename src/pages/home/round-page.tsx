import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { roundNext } from '../../parts/learning/round-next.ts';
import { useServices } from '../../parts/services.ts';
import { roundId } from '../../parts/session/round-id.ts';
import { ROUND_SKILLS } from '../../parts/session/round-scenario.ts';
import { usePageTitle } from '../../ui/page.tsx';
import { routeReplace } from '../../ui/route.ts';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { say } from '../../ui/words/say.ts';
import { workTimed } from '../../ui/work-timed.ts';

/** Chooses the learner's next round, and goes on to it. */
export function RoundPage() {
  usePageTitle(say('rounds.today.title'));
  const { learner } = useServices();
  const problem = useSignal<string | null>(null);
  useEffect(() => {
    learner.read().then(
      (items) => {
        const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
        const round = workTimed('choose', () => roundNext(items, Date.now(), seed, ROUND_SKILLS));
        routeReplace({ page: 'play', scenario: roundId(round) });
      },
      (error: unknown) => {
        problem.value = errorSentence(error, say('shell.settingsUnread'));
      },
    );
  }, [learner]);
  if (problem.value !== null) {
    return <p class="page">{say('home.today.failed', { reason: problem.value })}</p>;
  }
  return <p class="page">{say('home.opening')}</p>;
}
