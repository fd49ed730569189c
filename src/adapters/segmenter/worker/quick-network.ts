import type { Frame } from '../../../domain/frame/frame.ts';
import type { Model } from '../../../network/model-read.ts';
import type { NetworkPass } from '../../../network/network-build.ts';
import { segmentFrame } from '../shared/segment.ts';

/** Share of the pixels of an image that must be labelled alike; of simulated ones 0.999 are. */
const LEAST_AGREEMENT = 0.97;

/** Whether whoever pays for the connection asked pages to fetch less. */
const dataIsSaved = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/**
 * The same network in eight bits, for masks that follow a moving image on a machine without a graphics processor. Fetched
 * when the first of them is there, and taken only if it is quicker here and labels that image as the network does.
 * @returns null where there is none, it does not run, or it is no better
 */
export async function quickNetwork(
  model: Model,
  network: NetworkPass,
  frame: Frame,
): Promise<NetworkPass | null> {
  if (model.ranges === null || dataIsSaved()) return null;
  try {
    const { litertNetwork, litertRuns } = await import('./litert.ts');
    if (!(await litertRuns())) return null;
    const quick = await litertNetwork(model);
    const { agreement, gain } = await comparisonOf(network, quick, frame);
    if (agreement >= LEAST_AGREEMENT && gain > 1) return quick;
    quick.dispose();
    return null;
  } catch (error) {
    // What cannot be fetched or does not run costs nothing but its speed.
    console.warn('The network in eight bits does not run here.', error);
    return null;
  }
}

/** Images that both label in turn, so that whatever else the machine does slows both down. */
const COMPARED = 9;

/** Share of the pixels that both label alike, and how many times as fast the second is, by medians. */
async function comparisonOf(
  one: NetworkPass,
  other: NetworkPass,
  frame: Frame,
): Promise<{ readonly agreement: number; readonly gain: number }> {
  const timesMs: [number[], number[]] = [[], []];
  let agreement = 0;
  for (let pass = 0; pass < COMPARED; pass++) {
    const [left, right] = [await segmentFrame(one, frame, false), await segmentFrame(other, frame, false)];
    timesMs[0].push(left.times.inferenceMs);
    timesMs[1].push(right.times.inferenceMs);
    agreement = shareAlike(left.mask.classes, right.mask.classes);
  }
  const [slow, quick] = timesMs.map((times) => times.sort((a, b) => a - b)[COMPARED >> 1]!);
  return { agreement, gain: slow! / quick! };
}

function shareAlike(left: Uint8Array, right: Uint8Array): number {
  let alike = 0;
  for (let pixel = 0; pixel < left.length; pixel++) if (left[pixel] === right[pixel]) alike += 1;
  return alike / left.length;
}
