import { FINDING_INDEX } from '../domain/findings/finding.ts';
import type { NetworkHead } from './network-build.ts';

/** What the image before, the image itself and the one after weigh in the reading of an image of a clip. */
const WEIGHTS = [1, 2, 1] as const;

/**
 * How many times likelier than an image alone says a pleural line is in a clip: whoever records one points the probe
 * at it. Chosen on simulated clips, where it finds all lines of 10 mm and costs 0.01 of the pleural line's Dice
 * (training/NOTES.md).
 */
const PLEURA_TIMES = 4;

/** The least that a mean counts as: its logarithm stays finite. */
const LEAST = 1e-9;

/**
 * The answer to an image of a clip: per cell the logarithms of its probabilities, averaged with those of the images
 * beside it, the pleural line's four times as likely. Noise and speckle differ from image to image, and what is seen hardly does.
 * @param before null at the clip's beginning, as `after` at its end; all of one geometry
 */
export function answerBlend(
  before: NetworkHead | null,
  now: NetworkHead,
  after: NetworkHead | null,
): NetworkHead {
  const { starts, classCount } = now;
  const values = new Float32Array(now.values.length);
  let whole = 0;
  for (const [place, head] of [before, now, after].entries()) {
    if (head === null) continue;
    whole += WEIGHTS[place]!;
    probabilitiesAdd(values, head, WEIGHTS[place]!);
  }
  for (const at of starts) {
    for (let index = 0; index < classCount; index++) {
      const times = index === FINDING_INDEX.pleural_line ? PLEURA_TIMES : 1;
      values[at + index] = Math.log((times * values[at + index]!) / whole + LEAST);
    }
  }
  return { ...now, values };
}

function probabilitiesAdd(
  sums: Float32Array,
  { values, starts, classCount }: NetworkHead,
  weight: number,
): void {
  const powers = new Float64Array(classCount);
  for (const at of starts) {
    let best = values[at]!;
    for (let index = 1; index < classCount; index++) best = Math.max(best, values[at + index]!);
    let sum = 0;
    for (let index = 0; index < classCount; index++) {
      const power = Math.exp(values[at + index]! - best);
      powers[index] = power;
      sum += power;
    }
    for (let index = 0; index < classCount; index++) {
      sums[at + index] = sums[at + index]! + (weight * powers[index]!) / sum;
    }
  }
}
