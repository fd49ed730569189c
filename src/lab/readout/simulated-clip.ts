import { examSeed } from '../../cli/shared/seeds.ts';
import { FINDING_INDEX } from '../../domain/findings/finding.ts';
import type { Frame, Truth } from '../../domain/frame/frame.ts';
import { blasMeasure } from '../../domain/grading/blas.ts';
import { countedFind } from '../../domain/grading/instances.ts';
import { spaceLinesCount } from '../../domain/grading/space-lines.ts';
import { type ClipOrigin, clipCamera } from '../simulated/clip-camera.ts';

/** Origins in turn; of the exams two in three are of the machines that look most as recordings do. */
const ORIGINS: readonly ClipOrigin[] = ['exam', 'hospital', 'hospital', 'clinic', 'patient', 'clinical'];

/** Images that are read of a clip, and the time between them: nearly five seconds, a breath and more. */
const CLIP_IMAGES = 8;
export const STEP_S = 0.6;

/** Side of the square at which images are drawn. */
const SIZE_PX = 448;

/** What a simulated clip truly shows. */
export interface ClipTruth {
  /** Share of the images with an A-line, and with a B-line or confluence. */
  readonly aLines: number;
  readonly bLines: number;
  /** B-line artefact score along the scan lines, mean over the images. */
  readonly blas: number;
  /** The most separate B-lines in one intercostal space, of each image. */
  readonly spaceLines: readonly number[];
}

/** An image of a simulated clip, what it truly shows, and the images right before and after it. */
export interface SimulatedImage {
  readonly frame: Frame;
  readonly truth: Truth;
  readonly before: Frame;
  readonly after: Frame;
}

/** The images of clip `index` of the sequence of a seed, one after another. */
export function* simulatedClip(seed: number, index: number): Generator<SimulatedImage> {
  const camera = clipCamera(ORIGINS[index % ORIGINS.length]!, examSeed(seed, index, 'train'));
  for (let image = 0; image < CLIP_IMAGES; image++) {
    const at = Math.round((image + 0.5) * STEP_S * camera.frameRateHz);
    const [before, after] = [camera.image(at - 1, SIZE_PX), camera.image(at + 1, SIZE_PX)];
    yield { ...camera.shot(at, SIZE_PX), before, after };
  }
}

/** @param truths of the images, at least one */
export function clipTruthOf(truths: readonly Truth[]): ClipTruth {
  const shareOf = (holds: (truth: Truth) => boolean): number => truths.filter(holds).length / truths.length;
  return {
    aLines: shareOf(({ mask }) => countedFind(mask, 'a_line').length > 0),
    bLines: shareOf(
      ({ mask }) =>
        countedFind(mask, 'b_line').length > 0 || mask.classes.includes(FINDING_INDEX.b_line_confluence),
    ),
    blas: truths.reduce((sum, { mask }) => sum + blasMeasure(mask).scanline, 0) / truths.length,
    spaceLines: truths.map(({ mask }) => spaceLinesCount(mask)),
  };
}
