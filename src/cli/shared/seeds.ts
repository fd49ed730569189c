import type { PhantomSplit } from '../../domain/scan/phantom-request.ts';

/** Seeds from here on belong to frozen test sets; data sets for training never use them. */
export const TEST_SEED_FIRST = 4_000_000_000;
const SEED_COUNT = 2 ** 32;

/** Mixes two 32-bit numbers into one (the finalizer of MurmurHash3, after a golden-ratio step). */
function seedMix(seed: number, index: number): number {
  let h = (seed ^ Math.imul(index + 1, 0x9e3779b9)) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The seed of the exam at a place of a data set: in the test range for the test split, else below it. */
export function examSeed(seed: number, index: number, split: PhantomSplit): number {
  const mixed = seedMix(seed, index);
  return split === 'test'
    ? TEST_SEED_FIRST + (mixed % (SEED_COUNT - TEST_SEED_FIRST))
    : mixed % TEST_SEED_FIRST;
}

/** The image to take for the `part`-th of `parts` pictures of an exam: spread over its first ten seconds. */
export function examFrameIndex(seed: number, part: number, parts: number): number {
  const span = Math.floor(300 / parts);
  return part * span + (seedMix(seed, part + 7919) % span);
}
