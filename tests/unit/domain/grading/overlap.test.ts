import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlapMeasure, overlapStrict } from '../../../../src/domain/grading/overlap.ts';

const SIZE = 12;
const sets = fc
  .array(fc.nat(SIZE * SIZE - 1), { maxLength: 30 })
  .map((members) => Uint8Array.from({ length: SIZE * SIZE }, (_, at) => (members.includes(at) ? 1 : 0)));
const radii = fc.double({ min: 0, max: 8, noNaN: true });
const measure = (a: Uint8Array, b: Uint8Array, radius: number) => overlapMeasure(a, b, SIZE, SIZE, radius);

/** A horizontal bar three pixels thick, from the given row. */
const bar = (row: number) =>
  Uint8Array.from({ length: SIZE * SIZE }, (_, at) => {
    const y = Math.floor(at / SIZE);
    return y >= row && y < row + 3 ? 1 : 0;
  });

describe('overlapMeasure', () => {
  it('gives the known strict figures of a line 3 px thick: 2/3, 1/3 and 0 at offsets of 1, 2 and 3 px', () => {
    const found = [0, 1, 2, 3].map((offset) => measure(bar(2), bar(2 + offset), 0).overlap);
    [1, 2 / 3, 1 / 3, 0].forEach((value, offset) => {
      expect(found[offset]).toBeCloseTo(value, 12);
    });
  });

  it('forgives the same offsets with a tolerance of 2 px: 1, 1, 2/3 at offsets of 1, 2 and 3 px', () => {
    const found = [1, 2, 3].map((offset) => measure(bar(2), bar(2 + offset), 2).overlap);
    [1, 1, 2 / 3].forEach((value, i) => {
      expect(found[i]).toBeCloseTo(value, 12);
    });
  });

  it('tells precision and recall apart: half a line is precise, two lines for one recall all', () => {
    const half = bar(2).map((value, at) => (at % SIZE < SIZE / 2 ? value : 0));
    expect(measure(half, bar(2), 0)).toEqual({ precision: 1, recall: 0.5, overlap: 2 / 3 });
    const two = bar(2).map((value, at) => value | bar(8)[at]!);
    expect(measure(two, bar(2), 0)).toEqual({ precision: 0.5, recall: 1, overlap: 2 / 3 });
  });

  it('is 1 for empty against empty and 0 for empty against something', () => {
    const none = new Uint8Array(SIZE * SIZE);
    expect(measure(none, none, 3)).toEqual({ precision: null, recall: null, overlap: 1 });
    expect(measure(none, bar(1), 3)).toEqual({ precision: null, recall: 0, overlap: 0 });
    expect(measure(bar(1), none, 3)).toEqual({ precision: 0, recall: null, overlap: 0 });
    expect(overlapStrict(none, none)).toEqual({ dice: 1, iou: 1 });
    expect(overlapStrict(none, bar(1))).toEqual({ dice: 0, iou: 0 });
  });

  it('is Dice at a tolerance of 0, and IoU = Dice / (2 - Dice)', () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        const { dice, iou } = overlapStrict(a, b);
        expect(measure(a, b, 0).overlap).toBeCloseTo(dice, 12);
        expect(iou).toBeCloseTo(dice / (2 - dice), 12);
      }),
    );
  });

  it('is symmetric: swapping marks and key swaps precision and recall', () => {
    fc.assert(
      fc.property(sets, sets, radii, (a, b, radius) => {
        const one = measure(a, b, radius);
        const other = measure(b, a, radius);
        expect(one.overlap).toBeCloseTo(other.overlap, 12);
        expect([one.precision, one.recall]).toEqual([other.recall, other.precision]);
      }),
    );
  });

  it('stays within 0 and 1, is 1 for a set against itself, and never falls as the tolerance grows', () => {
    fc.assert(
      fc.property(sets, sets, radii, radii, (a, b, r1, r2) => {
        const small = measure(a, b, Math.min(r1, r2)).overlap;
        const large = measure(a, b, Math.max(r1, r2)).overlap;
        expect(small).toBeGreaterThanOrEqual(0);
        expect(large).toBeLessThanOrEqual(1);
        expect(large).toBeGreaterThanOrEqual(small - 1e-12);
        expect(measure(a, a, r1).overlap).toBe(1);
      }),
    );
  });

  it('does not change when both are moved together', () => {
    const inner = fc.uint8Array({ min: 0, max: 1, minLength: 36, maxLength: 36 });
    const place = (small: Uint8Array, dx: number, dy: number) => {
      const set = new Uint8Array(SIZE * SIZE);
      small.forEach((value, at) => {
        set[(Math.floor(at / 6) + dy) * SIZE + (at % 6) + dx] = value;
      });
      return set;
    };
    fc.assert(
      fc.property(inner, inner, fc.nat(6), fc.nat(6), radii, (a, b, dx, dy, radius) => {
        expect(measure(place(a, dx, dy), place(b, dx, dy), radius)).toEqual(
          measure(place(a, 0, 0), place(b, 0, 0), radius),
        );
      }),
    );
  });
});
