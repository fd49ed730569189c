import { errorFact } from '../../domain/errors/error-fact.ts';
import type { Scenario } from '../../domain/scenario/scenario.ts';
import { simulatedPlay } from '../../parts/simulated/simulated-play.ts';
import type { SimulatedAnswer } from './simulated-run.ts';

/** Simulating images keeps a core busy for seconds: it happens beside the page. */
addEventListener('message', ({ data }: MessageEvent<Scenario>) => {
  const answer = (given: SimulatedAnswer): void => postMessage(given);
  simulatedPlay(data).then(
    (played) => answer({ played }),
    (error: unknown) => {
      console.error(error);
      answer({ failed: errorFact(error, { code: 'exerciseStopped' }) });
    },
  );
});
