import { describe, expect, test } from 'vitest';
import { motionContrastDb } from '../../../../src/domain/learning/motion-contrast.ts';

/** Grey 0 to 255 stands for 0 to 51 dB: five grey levels a dB. */
const SCALE = { rangeDb: 51, gamma: 1 };
const SAMPLES = 60;
const PLEURA_MM = 20;

/** Pairs of columns, 1 mm a sample, that change by so many grey levels above the pleura and below it. */
function columns(above: number, below: number, pairs = 3): Uint8Array {
  const grey = new Uint8Array(2 * pairs * SAMPLES).fill(100);
  for (let pair = 0; pair < pairs; pair++) {
    for (let k = 0; k < SAMPLES; k++) {
      grey[(2 * pair + 1) * SAMPLES + k] = 100 + (k < PLEURA_MM ? above : below);
    }
  }
  return grey;
}

const contrast = (above: number, below: number): number =>
  motionContrastDb({ grey: columns(above, below), samples: SAMPLES, stepMm: 1 }, SCALE, PLEURA_MM);

describe('change below the pleura above that of the wall', () => {
  test('by hand: 2 dB against 1, and noise of 0.1 dB in both', () => {
    expect(contrast(5, 10)).toBeCloseTo(20 * Math.log10(2.1 / 1.1), 4);
    expect(contrast(0, 5)).toBeCloseTo(20 * Math.log10(1.1 / 0.1), 4);
  });

  test('is none where all changes alike, or nothing does', () => {
    expect(contrast(10, 10)).toBeCloseTo(0, 6);
    expect(contrast(0, 0)).toBeCloseTo(0, 6);
  });

  test('is less where the wall moves more', () => {
    expect(contrast(10, 5)).toBeCloseTo(20 * Math.log10(1.1 / 2.1), 4);
  });

  test('leaves out the pleural line itself', () => {
    const grey = columns(5, 5);
    for (let k = PLEURA_MM - 2; k <= PLEURA_MM + 2; k++) grey[SAMPLES + k] = 255;
    const measured = motionContrastDb({ grey, samples: SAMPLES, stepMm: 1 }, SCALE, PLEURA_MM);
    expect(measured).toBeCloseTo(0, 6);
  });
});
