import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confidenceCurve } from '../../../../src/lab/calibrate/curve.ts';
import { calibrationApply, calibrationRead } from '../../../../src/network/calibration.ts';
import { sentenceThrown } from '../../../support/facts.ts';

const CLASSES = ['background', 'rib', 'a_line'];

function counts(entries: Readonly<Record<number, readonly [pixels: number, right: number]>>) {
  const pixels = new Float64Array(256);
  const right = new Float64Array(256);
  for (const [byte, [all, good]] of Object.entries(entries)) {
    pixels[Number(byte)] = all;
    right[Number(byte)] = good;
  }
  return { pixels, right };
}

describe('the curve of a confidence', () => {
  test('is the share that is right at each confidence', () => {
    const curve = confidenceCurve(counts({ 102: [4000, 1000], 255: [10_000, 9000] }));
    expect(curve).toEqual([
      [0.4, 0.25],
      [1, 0.9],
    ]);
  });

  test('pools what falls, and what has too few pixels', () => {
    // Right: 60 % at 51, 40 % at 102: together 50 % at the mean of both. 100 pixels at 0 belong to those at 51.
    const curve = confidenceCurve(
      counts({ 0: [100, 100], 51: [1900, 1100], 102: [2000, 800], 255: [2000, 1900] }),
    );
    expect(curve).toEqual([
      [Math.round((10_000 * (1900 * 51 + 2000 * 102)) / 4000 / 255) / 10_000, 0.5],
      [1, 0.95],
    ]);
  });

  test('has no points without pixels', () => {
    expect(confidenceCurve(counts({}))).toEqual([]);
  });

  test('rises, keeps the shares, and can be read, whatever is counted', () => {
    const byte = fc.tuple(fc.integer({ min: 0, max: 9000 }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(byte, { minLength: 256, maxLength: 256 }), (rows) => {
        const pixels = Float64Array.from(rows, ([all]) => all);
        const right = Float64Array.from(rows, ([all, share]) => Math.round(all * share));
        const curve = confidenceCurve({ pixels, right });
        for (const [at, [confidence, share]] of curve.entries()) {
          expect(share).toBeLessThanOrEqual(1);
          if (at === 0) continue;
          expect(confidence).toBeGreaterThan(curve[at - 1]![0]);
          expect(share).toBeGreaterThanOrEqual(curve[at - 1]![1]);
        }
        if (curve.length > 0) calibrationRead({ curves: { rib: curve } }, CLASSES);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a calibration', () => {
  const tables = calibrationRead(
    {
      curves: {
        rib: [
          [0.4, 0.2],
          [0.8, 0.6],
        ],
      },
    },
    CLASSES,
  )!;

  test('is straight between points, level beyond them, and leaves classes without a curve', () => {
    const classes = Uint8Array.of(1, 1, 1, 1, 1, 2, 0);
    const raw = Uint8Array.of(0, 102, 153, 204, 255, 77, 255);
    expect([...calibrationApply(tables, classes, raw)]).toEqual([51, 51, 102, 153, 153, 77, 255]);
  });

  test('is none where the model has none', () => {
    expect(calibrationRead(undefined, CLASSES)).toBeNull();
  });

  test.each([
    [null, 'it has no curves'],
    [{ curves: { spleen: [[0.5, 0.5]] } }, '"spleen" is no class'],
    [{ curves: { rib: [] } }, '"rib" has no points'],
    [
      {
        curves: {
          rib: [
            [0.5, 0.5],
            [0.6, 0.4],
          ],
        },
      },
      'the points of "rib" are not shares that rise',
    ],
    [{ curves: { rib: [[0.5, Number.NaN]] } }, 'the points of "rib" are not shares that rise'],
  ])('%j is one sentence', (json, sentence) => {
    expect(sentenceThrown(() => calibrationRead(json, CLASSES))).toMatch(sentence);
  });
});
