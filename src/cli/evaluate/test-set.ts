import { createHash } from 'node:crypto';
import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { maskResample } from '../../domain/frame/mask.ts';
import { frameFit, MASK_SIZE } from '../../domain/frame/resample.ts';
import { phantomFrame, phantomOpen } from '../../domain/phantom/phantom.ts';
import { examFrameIndex, TEST_SEED_FIRST } from '../shared/seeds.ts';

/**
 * The frozen test set: people and machines drawn from the simulator's `test` split (anatomy that training never
 * saw), with seeds that no data set uses, both kinds of probe as they come. Frames are drawn as the game draws
 * them, 512 pixels wide, with the truth on the raster of masks.
 */
export const TEST_EXAMS = 250;
export const FRAMES_PER_EXAM = 2;
export const TEST_FRAMES = TEST_EXAMS * FRAMES_PER_EXAM;
const RENDER_PX = 512;

export interface TestFrame {
  /** As the game draws it: what the network is given. */
  readonly drawn: Frame;
  /** The same on the raster of the truth. */
  readonly frame: Frame;
  readonly mask: Mask;
}

/** The frames one after another, with the truth on the raster of masks; drawing all takes about half a minute. */
export function* testFrames(): Generator<TestFrame> {
  for (let exam = 0; exam < TEST_EXAMS; exam++) {
    const seed = TEST_SEED_FIRST + exam;
    const phantom = phantomOpen({ seed, split: 'test', edition: 1 });
    for (let part = 0; part < FRAMES_PER_EXAM; part++) {
      const drawn = phantomFrame(phantom, examFrameIndex(seed, part, FRAMES_PER_EXAM), RENDER_PX);
      const frame = frameFit(drawn.frame, MASK_SIZE);
      yield { drawn: drawn.frame, frame, mask: maskResample(drawn.truth.mask, frame.sector, MASK_SIZE) };
    }
  }
}

/** SHA-256 over the bytes of all frames and masks that it is shown, in order. */
export class TestSetHash {
  readonly #hash = createHash('sha256');

  add({ frame, mask }: TestFrame): void {
    this.#hash.update(frame.grey).update(mask.classes);
  }

  digest(): string {
    return this.#hash.digest('hex');
  }
}
