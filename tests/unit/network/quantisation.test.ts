import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layerRangesRead } from '../../../src/network/layer-ranges.ts';
import { kernelQuantised, rangeQuantisation } from '../../../src/network/quantisation.ts';
import { SegmenterError } from '../../../src/network/segmenter-error.ts';

test('a range is cut into 255 steps, and 0 is one of their ends', () => {
  expect(rangeQuantisation([0, 25.5])).toEqual({ scales: [0.1], zero: -128, axis: 0 });
  expect(rangeQuantisation([-12.8, 12.7])).toEqual({ scales: [0.1], zero: 0, axis: 0 });
  // 0 belongs to every range.
  expect(rangeQuantisation([5, 25.5])).toEqual({ scales: [0.1], zero: -128, axis: 0 });
  expect(rangeQuantisation([-25.5, -1])).toEqual({ scales: [0.1], zero: 127, axis: 0 });
});

test('every value of a range comes back within half a step, and 0 exactly', () => {
  const value = fc.double({ min: -100, max: 100, noNaN: true });
  fc.assert(
    fc.property(value, value, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, share) => {
      const range = [Math.min(one, other), Math.max(one, other)] as const;
      const { scales, zero } = rangeQuantisation(range);
      const scale = scales[0]!;
      const given = range[0] + share * (range[1] - range[0]);
      const stored = Math.min(127, Math.max(-128, Math.round(given / scale) + zero));
      // The zero point itself is rounded to a step, which an end of the range may feel.
      expect(Math.abs(scale * (stored - zero) - given)).toBeLessThanOrEqual(scale * (1 + 1e-6));
      expect(zero).toBeGreaterThanOrEqual(-128);
      expect(zero).toBeLessThanOrEqual(127);
    }),
  );
});

test('each filter of a kernel has a scale of its own, by its greatest weight', () => {
  // Two filters, last axis: 0.127, -0.0635 and 2.54, 0.
  const { values, scales } = kernelQuantised(Float32Array.of(0.127, 2.54, -0.0635, 0), 2);
  expect(scales[0]).toBeCloseTo(0.001, 6);
  expect(scales[1]).toBeCloseTo(0.02, 6);
  expect([...values]).toEqual([127, 127, -63, 0]);
});

test('ranges are read as the manifest has them, and faults are named', () => {
  expect(layerRangesRead(undefined)).toBeNull();
  expect(layerRangesRead({ stem: [0, 1] })).toEqual(new Map([['stem', [0, 1]]]));
  for (const wrong of [
    null,
    [],
    'a',
    { stem: 1 },
    { stem: [1, 0] },
    { stem: [0, 1, 2] },
    { stem: ['a', 1] },
  ]) {
    expect(() => layerRangesRead(wrong)).toThrow(SegmenterError);
  }
});
