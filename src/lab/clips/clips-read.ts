import { ordersRun } from '../../cli/shared/worker-pool.ts';
import type { ClipEntry } from './clip-index.ts';
import type { ClipOutcome, WorkerSetup } from './worker.ts';

/**
 * Reads all recordings with the network in several processes of the command `program`, which must answer `--serve`
 * by `clipWorkerServe`. The outcomes are in the order of the entries, whoever read them.
 * @param tell called with the number of recordings done, after each
 */
export async function clipsRead(
  program: string,
  setup: WorkerSetup,
  entries: readonly ClipEntry[],
  workerCount: number,
  tell: (done: number) => void,
): Promise<readonly ClipOutcome[]> {
  const outcomes = new Array<ClipOutcome>(entries.length);
  let done = 0;
  await ordersRun<ClipEntry, ClipOutcome>(program, setup, entries, workerCount, (outcome, place) => {
    outcomes[place] = outcome;
    done += 1;
    tell(done);
  });
  return outcomes;
}
