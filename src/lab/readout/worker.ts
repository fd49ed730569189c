import { clipAnswersCreate } from '../../adapters/segmenter/shared/clip-answers.ts';
import { nodeNetworkOpen } from '../../cli/node-network.ts';
import { cacheRead, cacheWrite } from '../../cli/shared/cache.ts';
import { ordersServe } from '../../cli/shared/worker-pool.ts';
import { type ClipTerms, clipTermsOf } from '../../domain/analysis/clip-readout.ts';
import type { ImageFacts } from '../../domain/analysis/image-facts.ts';
import type { Truth } from '../../domain/frame/frame.ts';
import { maskObey } from '../../domain/grading/key/anatomy-read.ts';
import type { NetworkModel } from '../../network/network-build.ts';
import { frameRead } from '../clips/frame-read.ts';
import { type ImageLines, imageLinesOf } from './image-lines.ts';
import { type ClipTruth, clipTruthOf, simulatedClip } from './simulated-clip.ts';

/** To a worker, first. */
export interface ReadoutSetup {
  readonly seed: number;
  /** Whether what was read of a clip is remembered in `.cache/clips`. */
  readonly isCached: boolean;
}

/** One simulated clip as the network reads it, and what it truly shows. */
export interface ReadClip {
  readonly terms: ClipTerms;
  readonly truth: ClipTruth;
  /** The separate B-lines that the network shows in each image. */
  readonly lines: readonly ImageLines[];
}

/** Raised when clips are drawn or read in another way: what was remembered is made anew. */
const VERSION = 3;

/** Answers by one clip after another, by its place in the sequence, until the parent lets go. */
export async function readoutWorkerServe({ seed, isCached }: ReadoutSetup): Promise<void> {
  const { network, model } = await nodeNetworkOpen();
  ordersServe(async (index: number): Promise<ReadClip> => {
    const name = `simulated-${VERSION}-${model.sha256.slice(0, 12)}-${seed}-${index}.json`;
    const known = isCached
      ? cacheRead(name, (bytes) => JSON.parse(bytes.toString('utf8')) as ReadClip)
      : null;
    if (known !== null) return known;
    const read = await clipRead(network, seed, index);
    if (isCached) cacheWrite(name, JSON.stringify(read));
    return read;
  });
}

async function clipRead(network: NetworkModel, seed: number, index: number): Promise<ReadClip> {
  const truths: Truth[] = [];
  const facts: ImageFacts[] = [];
  const lines: ImageLines[] = [];
  const answers = clipAnswersCreate(network);
  for (const { frame, truth, before, after } of simulatedClip(seed, index)) {
    const read = await frameRead(answers, frame, { before, after });
    facts.push(read.facts);
    lines.push(imageLinesOf(maskObey(read.mask), before, after));
    truths.push(truth);
  }
  return { terms: clipTermsOf(facts), truth: clipTruthOf(truths), lines };
}
