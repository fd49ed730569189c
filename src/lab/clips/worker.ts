import { nodeNetworkOpen } from '../../cli/node-network.ts';
import { errorIsCoded } from '../../cli/shared/command.ts';
import { errorText } from '../../cli/shared/error-text.ts';
import { ordersServe } from '../../cli/shared/worker-pool.ts';
import type { ClipEntry } from './clip-index.ts';
import { type ClipReading, type ClipSampling, clipRead } from './clip-read.ts';

/** To a worker, first: which network, and what to take from a recording. */
export interface WorkerSetup {
  readonly modelFolder: string;
  readonly sampling: ClipSampling;
}

/** The reading of a recording, or one sentence that says why there is none. */
export type ClipOutcome = ClipReading | string;

/** Answers one recording after another until the parent lets go. */
export async function clipWorkerServe({ modelFolder, sampling }: WorkerSetup): Promise<void> {
  const { network } = await nodeNetworkOpen(modelFolder);
  ordersServe(async (entry: ClipEntry): Promise<ClipOutcome> => {
    try {
      return await clipRead(network, entry, sampling);
    } catch (error) {
      if (errorIsCoded(error)) return errorText(error);
      // Our own fault: its stack is said, and the other recordings are still read.
      console.error(error);
      return `It could not be read: ${errorText(error)}.`;
    }
  });
}
