import { CodedError } from '../../domain/errors/coded-error.ts';
import type { MessageFact } from '../../domain/message/message-fact.ts';
import type { Scenario } from '../../domain/scenario/scenario.ts';
import type { SimulatedPlay } from '../../parts/simulated/simulated-play.ts';

/** How a play by simulated learners ended. */
export type SimulatedAnswer = { readonly played: SimulatedPlay } | { readonly failed: MessageFact };

/** Has simulated learners play a scenario in a worker of its own. Rejects with a CodedError where they could not, or on abort. */
export function simulatedRun(scenario: Scenario, aborted: AbortSignal): Promise<SimulatedPlay> {
  const worker = new Worker(new URL('./simulated.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<SimulatedPlay>((resolve, reject) => {
    aborted.addEventListener('abort', () => reject(aborted.reason));
    worker.addEventListener('error', ({ message }) =>
      reject(new CodedError('simulated_crashed', { code: 'exerciseStopped' }, { cause: message })),
    );
    worker.addEventListener('message', ({ data }: MessageEvent<SimulatedAnswer>) => {
      if ('played' in data) resolve(data.played);
      else reject(new CodedError('simulated_failed', data.failed));
    });
    worker.postMessage(scenario);
  }).finally(() => worker.terminate());
}
