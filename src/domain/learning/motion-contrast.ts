import { dbFromPower, pow } from '../numbers/portable-math.ts';
import type { GreyScale } from './difficulty.ts';

/** Moments of one scan line, in pairs that follow each other as images do. */
export interface MotionColumns {
  /** Column by column: the first and the second of each pair, one pair after the other. */
  readonly grey: Uint8Array;
  /** Of a column, from the face down. */
  readonly samples: number;
  readonly stepMm: number;
}

/** Noise alone changes a still image by about so much, dB; less is not told from nothing. */
const NOISE_DB = 0.1;

/** The wall from under the skin, and the lung to where the first A-line lies; the pleural line itself is in neither, mm. */
const SKIN_MM = 3;
const PLEURA_MM = 2.5;
const LUNG_MM = 22;

/**
 * Change from image to image below the pleura above that of the chest wall, dB: 20 log10 of the ratio of the root mean
 * squares of the changes in loudness, over all pairs and depths. About 0 where everything moves alike, more where the lung slides.
 *
 * @param pleuraMm depth of the pleura
 */
export function motionContrastDb(columns: MotionColumns, scale: GreyScale, pleuraMm: number): number {
  const wall = changeDb(columns, scale, SKIN_MM, pleuraMm - PLEURA_MM);
  const lung = changeDb(
    columns,
    scale,
    pleuraMm + PLEURA_MM,
    Math.min(pleuraMm + LUNG_MM, 2 * pleuraMm - PLEURA_MM),
  );
  const ratio = (lung + NOISE_DB) / (wall + NOISE_DB);
  return dbFromPower(ratio * ratio);
}

function changeDb(
  { grey, samples, stepMm }: MotionColumns,
  { rangeDb, gamma }: GreyScale,
  fromMm: number,
  toMm: number,
): number {
  const from = Math.max(0, Math.ceil(fromMm / stepMm));
  const to = Math.min(samples, Math.floor(toMm / stepMm));
  const loudness = (level: number): number => rangeDb * pow(level / 255, 1 / gamma);
  let sum = 0;
  let count = 0;
  for (let pair = 0; (2 * pair + 2) * samples <= grey.length; pair++) {
    for (let k = from; k < to; k++) {
      const before = loudness(grey[2 * pair * samples + k]!);
      const change = loudness(grey[(2 * pair + 1) * samples + k]!) - before;
      sum += change * change;
      count += 1;
    }
  }
  return count === 0 ? 0 : Math.sqrt(sum / count);
}
