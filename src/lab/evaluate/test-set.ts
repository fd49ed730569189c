import { createHash } from 'node:crypto';
import { examFrameIndex, TEST_SEED_FIRST } from '../../cli/shared/seeds.ts';
import type { Frame, Mask, Truth, VisibilityBands } from '../../domain/frame/frame.ts';
import { maskResample } from '../../domain/frame/mask.ts';
import { frameFit, MASK_SIZE } from '../../domain/frame/resample.ts';
import type { PhantomEdition, PhantomSplit } from '../../domain/scan/phantom-request.ts';
import type { Exam } from '../../simulator/exam/exam.ts';
import { examDraw } from '../../simulator/exam/exam-draw.ts';
import { type Phantom, phantomBands, phantomFrame, phantomFromExam } from '../../simulator/exam/phantom.ts';

export const TEST_SET_NAMES = ['v1', 'v2', 'v3', 'dev'] as const;
export type TestSetName = (typeof TEST_SET_NAMES)[number];

/**
 * A frozen set: people and machines with seeds that no data set uses, both kinds of probe as they come. Those of
 * the simulator's `test` split (anatomy that training never saw) judge; `dev` is of the `train` split and there to
 * choose by (weights, rules, thresholds), so that the judges need not be looked at. Frames are drawn as the game
 * draws them, 512 pixels wide, with the truth on the raster of masks.
 */
export interface TestSet {
  readonly name: TestSetName;
  readonly split: PhantomSplit;
  readonly edition: PhantomEdition;
  readonly exams: number;
  readonly framesPerExam: number;
  readonly seedFirst: number;
  /** Nobody has looked at its pictures, nor mended simulator or network by it; so nobody may. */
  readonly isUnseen?: boolean;
}

export const TEST_SETS: Readonly<Record<TestSetName, TestSet>> = {
  v1: {
    name: 'v1',
    split: 'test',
    edition: 'calm',
    exams: 250,
    framesPerExam: 2,
    seedFirst: TEST_SEED_FIRST,
  },
  v2: {
    name: 'v2',
    split: 'test',
    edition: 'varied',
    exams: 500,
    framesPerExam: 2,
    seedFirst: TEST_SEED_FIRST + 100_000,
  },
  v3: {
    name: 'v3',
    split: 'test',
    edition: 'varied',
    exams: 500,
    framesPerExam: 2,
    seedFirst: TEST_SEED_FIRST + 200_000,
    isUnseen: true,
  },
  dev: { name: 'dev', split: 'train', edition: 'varied', exams: 250, framesPerExam: 2, seedFirst: 700_000 },
};

/** Side of the square that frames are drawn on. */
export const TEST_RENDER_PX = 512;

export interface TestFrame {
  /** Of the image in its exam. */
  readonly index: number;
  /** As the game draws it: what the network is given. */
  readonly drawn: Frame;
  readonly truth: Truth;
  /** The same two on the raster of masks. */
  readonly frame: Frame;
  readonly mask: Mask;
  /** The labels at the other limits of visibility, on the raster of masks; worked out when asked for. */
  readonly bands: () => VisibilityBands;
}

export function framesOf({ exams, framesPerExam }: Pick<TestSet, 'exams' | 'framesPerExam'>): number {
  return exams * framesPerExam;
}

export function testExamDraw(set: TestSet, place: number): Exam {
  return examDraw({ seed: set.seedFirst + place, split: set.split, edition: set.edition });
}

/** The frames of the exam at a place of the set. */
export function testExamFrames(set: TestSet, place: number): readonly TestFrame[] {
  return testFrames(phantomFromExam(testExamDraw(set, place)), set.framesPerExam);
}

/** So many frames of an exam, spread over its first ten seconds. */
export function testFrames(phantom: Phantom, framesPerExam: number): readonly TestFrame[] {
  return Array.from({ length: framesPerExam }, (_, part) => {
    const index = examFrameIndex(phantom.exam.seed, part, framesPerExam);
    const { frame: drawn, truth } = phantomFrame(phantom, index, TEST_RENDER_PX);
    const frame = frameFit(drawn, MASK_SIZE);
    const resampled = (mask: Mask): Mask => maskResample(mask, frame.sector, MASK_SIZE);
    const bands = (): VisibilityBands => {
      const { clear, faint } = phantomBands(phantom, index, TEST_RENDER_PX);
      return { clear: resampled(clear), faint: resampled(faint) };
    };
    return { index, drawn, truth, frame, mask: resampled(truth.mask), bands };
  });
}

/** SHA-256 over the bytes of all frames and masks that it is shown, in order. */
export class TestSetHash {
  readonly #hash = createHash('sha256');

  /** @param grey and classes of one frame on the raster of masks */
  add(grey: Uint8Array, classes: Uint8Array): void {
    this.#hash.update(grey).update(classes);
  }

  digest(): string {
    return this.#hash.digest('hex');
  }
}
