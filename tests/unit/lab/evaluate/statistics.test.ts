import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOf, correlation } from '../../../../src/cli/shared/agreement.ts';
import {
  CALIBRATION_BINS,
  calibrationAdd,
  calibrationChance,
  calibrationEmpty,
  calibrationError,
  calibrationSum,
} from '../../../../src/lab/evaluate/calibration.ts';

describe("Pearson's correlation", () => {
  test('by hand', () => {
    // x deviates by -1, 0, 1 and y by -2, 1, 1: 3 / sqrt(2 x 6).
    const pairs = [
      [1, 0],
      [2, 3],
      [3, 3],
    ] as const;
    expect(correlation(pairs)).toBeCloseTo(3 / Math.sqrt(12), 12);
    expect(correlation(pairs.map(([x, y]) => [x, -y]))).toBeCloseTo(-3 / Math.sqrt(12), 12);
  });

  test('has no value where a side does not vary', () => {
    expect(correlation([])).toBeNull();
    expect(
      correlation([
        [1, 5],
        [2, 5],
      ]),
    ).toBeNull();
  });

  test('is 1 along any rising line', () => {
    const whole = fc.integer({ min: -50, max: 50 });
    const line = fc.tuple(fc.uniqueArray(whole, { minLength: 2 }), fc.integer({ min: 1, max: 9 }), whole);
    fc.assert(
      fc.property(line, ([xs, slope, offset]) => {
        expect(correlation(xs.map((x) => [x, slope * x + offset]))).toBeCloseTo(1, 9);
      }),
    );
  });
});

test('agreement is the mean absolute difference, the correlation and the count', () => {
  const agreement = agreementOf([
    [0.1, 0.2],
    [0.5, 0.2],
    [0.6, 0.8],
  ]);
  expect(agreement.mae).toBeCloseTo(0.2, 12);
  expect(agreement.count).toBe(3);
  // Deviations -0.3, 0.1, 0.2 and -0.2, -0.2, 0.4: 0.12 / sqrt(0.14 x 0.24).
  expect(agreement.r).toBeCloseTo(0.12 / Math.sqrt(0.14 * 0.24), 12);
  expect(agreementOf([])).toEqual({ mae: null, r: null, count: 0 });
});

describe('expected calibration error', () => {
  function counted(pixels: readonly (readonly [truth: number, network: number, sure: number])[]) {
    const calibration = calibrationEmpty();
    calibrationAdd(
      calibration,
      Uint8Array.from(pixels, ([truth]) => truth),
      Uint8Array.from(pixels, ([, network]) => network),
      Uint8Array.from(pixels, ([, , sure]) => sure),
    );
    return calibration;
  }

  test('by hand: two bins of a class, weighted by their pixels; other classes do not count', () => {
    const calibration = counted([
      // Bin of 0.8 (204 of 255): three of four right, 0.05 too sure.
      [1, 1, 204],
      [1, 1, 204],
      [1, 1, 204],
      [0, 1, 204],
      // Bin of 0.4 (102 of 255): none of one right, 0.4 too sure.
      [2, 1, 102],
      // A-line, as sure as it is right; and background.
      [3, 3, 255],
      [0, 0, 51],
    ]);
    expect(calibrationError(calibration, 'rib')).toBeCloseTo((4 * 0.05 + 1 * 0.4) / 5, 12);
    expect(calibrationError(calibration, 'a_line')).toBe(0);
    expect(calibrationError(calibration, 'b_line')).toBeNull();
  });

  test('within a bin, too sure and too unsure make up for each other; across bins they do not', () => {
    // 0.5 and 0.51 share a bin of a fifteenth; 0.2 and 0.8 do not.
    const together = counted([
      [1, 1, 128],
      [0, 1, 130],
    ]);
    expect(calibrationError(together, 'rib')).toBeCloseTo(Math.abs(1 - 258 / 255) / 2, 12);
    const apart = counted([
      [1, 1, 51],
      [0, 1, 204],
    ]);
    expect(calibrationError(apart, 'rib')).toBeCloseTo(0.8, 12);
  });

  test('frames add up, and full confidence lies in the last bin', () => {
    const first = counted([[1, 1, 255]]);
    expect(first.pixels[1 * CALIBRATION_BINS + CALIBRATION_BINS - 1]).toBe(1);
    const sum = calibrationSum([first, counted([[0, 1, 255]])]);
    expect(calibrationError(sum, 'rib')).toBeCloseTo(0.5, 12);
  });

  test('by chance: how far resamples of exams stray from what holds for all of them, by hand', () => {
    const right = counted([[1, 1, 255]]);
    const wrong = counted([[0, 1, 255]]);
    // Half of the pixels are right: two right ones stray by 0.5, one of each by nothing; 95 % of the way between.
    const resamples = [
      [right, right],
      [right, wrong],
    ];
    expect(calibrationChance([right, wrong], resamples, 'rib')).toBeCloseTo(0.475, 12);
    expect(calibrationChance([right, wrong], resamples, 'a_line')).toBeNull();
    expect(calibrationChance([right, wrong], [], 'rib')).toBeNull();
  });

  test('exams that are all alike leave nothing to chance, however wrong the confidence', () => {
    const exam = counted([
      [0, 1, 255],
      [1, 1, 80],
    ]);
    expect(calibrationChance([exam, exam, exam], [[exam, exam, exam]], 'rib')).toBe(0);
  });
});
