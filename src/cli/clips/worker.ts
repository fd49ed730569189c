import { nodeNetworkOpen } from '../node-network.ts';
import type { ClipEntry } from './clip-index.ts';
import { type ClipReading, type ClipSampling, clipRead } from './clip-read.ts';

/** To a worker, first: which network, and what to take from a recording. */
export interface WorkerSetup {
  readonly modelFolder: string;
  readonly sampling: ClipSampling;
}

/** To a worker, one after another: the recording at this place of the list. */
export interface ClipOrder {
  readonly place: number;
  readonly entry: ClipEntry;
}

/** Back: its figures, or one sentence that says why there are none. */
export type ClipAnswer =
  | { readonly place: number; readonly reading: ClipReading }
  | { readonly place: number; readonly problem: string };

/** Answers one order after another until the parent lets go. */
export async function clipWorkerServe({ modelFolder, sampling }: WorkerSetup): Promise<void> {
  const { network } = await nodeNetworkOpen(modelFolder);
  const answer = async ({ place, entry }: ClipOrder): Promise<ClipAnswer> => {
    try {
      return { place, reading: await clipRead(network, entry, sampling) };
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      return { place, problem: error.message };
    }
  };
  process.on('message', (order: ClipOrder) => answer(order).then((said) => process.send!(said)));
  process.on('disconnect', () => process.exit());
  process.send!('ready');
}
