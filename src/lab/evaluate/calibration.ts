import { quantile } from '../../cli/shared/quantile.ts';
import { FINDING_INDEX, FINDINGS, type MarkableFinding } from '../../domain/findings/finding.ts';

/** How many bins of equal width the confidence is cut into. */
export const CALIBRATION_BINS = 15;

/** Counts of pixels by the class that the network gives them and by its confidence: a row of bins per class. */
export interface Calibration {
  readonly pixels: Float64Array;
  /** Of these, how many are what the network says. */
  readonly right: Float64Array;
  /** Sum of their confidences, each 0-1. */
  readonly confidence: Float64Array;
}

const CELLS = FINDINGS.length * CALIBRATION_BINS;

export function calibrationEmpty(): Calibration {
  return {
    pixels: new Float64Array(CELLS),
    right: new Float64Array(CELLS),
    confidence: new Float64Array(CELLS),
  };
}

/**
 * Adds the pixels of one frame: class indices of truth and network on the same raster, and the network's
 * confidence, 0-255 for 0-1. A confidence of 1 belongs to the last bin.
 */
export function calibrationAdd(
  { pixels, right, confidence }: Calibration,
  truth: Uint8Array,
  predicted: Uint8Array,
  sure: Uint8Array,
): void {
  for (let at = 0; at < predicted.length; at++) {
    const value = predicted[at]!;
    const probability = sure[at]! / 255;
    const bin = Math.min(CALIBRATION_BINS - 1, Math.floor(probability * CALIBRATION_BINS));
    const cell = value * CALIBRATION_BINS + bin;
    pixels[cell]! += 1;
    confidence[cell]! += probability;
    if (truth[at] === value) right[cell]! += 1;
  }
}

export function calibrationSum(parts: readonly Calibration[]): Calibration {
  const sum = calibrationEmpty();
  for (const kind of ['pixels', 'right', 'confidence'] as const) {
    for (const part of parts) {
      for (let cell = 0; cell < CELLS; cell++) sum[kind][cell]! += part[kind][cell]!;
    }
  }
  return sum;
}

/**
 * Expected calibration error (Guo et al. 2017, "On Calibration of Modern Neural Networks") of the pixels that the
 * network gives to a class, 0-1: the difference between the share that is right and the mean confidence, averaged
 * over the bins by their pixels. Null where the network gives it none.
 */
export function calibrationError(
  { pixels, right, confidence }: Calibration,
  finding: MarkableFinding,
): number | null {
  const from = FINDING_INDEX[finding] * CALIBRATION_BINS;
  let all = 0;
  let apart = 0;
  for (let cell = from; cell < from + CALIBRATION_BINS; cell++) {
    all += pixels[cell]!;
    apart += Math.abs(right[cell]! - confidence[cell]!);
  }
  return all === 0 ? null : apart / all;
}

const CHANCE_SHARE = 0.95;

/**
 * The calibration error that the choice of exams alone can make, 0-1: its 95th percentile over resamples of whole exams
 * if each bin's confidence were what comes true in it over all of them. An error below it cannot be told from none on
 * so many exams. Null where the network gives no pixels to the class.
 */
export function calibrationChance(
  exams: readonly Calibration[],
  resamples: readonly (readonly Calibration[])[],
  finding: MarkableFinding,
): number | null {
  const from = FINDING_INDEX[finding] * CALIBRATION_BINS;
  const bins = Array.from({ length: CALIBRATION_BINS }, (_, bin) => from + bin);
  const apart = (drawn: readonly Calibration[], cell: number): readonly [gap: number, pixels: number] => {
    let gap = 0;
    let pixels = 0;
    for (const counts of drawn) {
      gap += counts.right[cell]! - counts.confidence[cell]!;
      pixels += counts.pixels[cell]!;
    }
    return [gap, pixels];
  };
  const usual = bins.map((cell) => {
    const [gap, pixels] = apart(exams, cell);
    return pixels === 0 ? 0 : gap / pixels;
  });
  const errors = resamples.flatMap((drawn) => {
    let sum = 0;
    let all = 0;
    for (const [bin, cell] of bins.entries()) {
      const [gap, pixels] = apart(drawn, cell);
      sum += Math.abs(gap - usual[bin]! * pixels);
      all += pixels;
    }
    return all === 0 ? [] : [sum / all];
  });
  return errors.length === 0
    ? null
    : quantile(
        errors.sort((a, b) => a - b),
        CHANCE_SHARE,
      );
}
