import { describe, expect, test } from 'vitest';
import { clipCount, countHeld } from '../../../../src/domain/analysis/clip-count.ts';
import type { Reports } from '../../../../src/domain/analysis/strip.ts';
import { randomCreate } from '../../../../src/domain/numbers/random.ts';
import { repetitions } from '../../../support/repetitions.ts';
import { reportMake } from './report-make.ts';

/** A clip of so many images with so many B-lines each. */
function clipOf(...parts: readonly (readonly [images: number, bLines: number])[]): Reports {
  return parts.flatMap(([images, b_line]) => Array.from({ length: images }, () => reportMake({ b_line })));
}

describe('the number that a share of the images holds', () => {
  test('by hand', () => {
    expect(countHeld([0, 3, 1, 2], 0.25)).toBe(3);
    expect(countHeld([0, 3, 1, 2], 0.26)).toBe(2);
    expect(countHeld([0, 3, 1, 2], 0.5)).toBe(2);
    expect(countHeld([0, 3, 1, 2], 1)).toBe(0);
    expect(countHeld([5], 0.1)).toBe(5);
    expect(countHeld([], 0.1)).toBe(0);
    // A tenth of 70 images is 7 of them, though 0.1 * 70 is a little more.
    expect(countHeld([...new Array(7).fill(2), ...new Array(63).fill(0)], 0.1)).toBe(2);
  });

  test('at least the share shows it, fewer show more, and the order is nothing to it', () => {
    const random = randomCreate(7, 1);
    for (let turn = 0; turn < repetitions(50, 2000); turn++) {
      const counts = Array.from({ length: 1 + Math.floor(random.next() * 40) }, () =>
        Math.floor(random.next() * 5),
      );
      const share = 0.02 + 0.98 * random.next();
      const held = countHeld(counts, share);
      const showing = (least: number): number => counts.filter((count) => count >= least).length;
      expect(showing(held)).toBeGreaterThanOrEqual(share * counts.length);
      // One image is the least that can hold anything.
      expect(showing(held + 1)).toBeLessThan(Math.max(1, share * counts.length));
      expect(countHeld([...counts].reverse(), share)).toBe(held);
    }
  });
});

describe('the count of a clip', () => {
  test('is what a tenth of its images show: more in fewer is a flicker', () => {
    expect(clipCount(clipOf([90, 0], [10, 2]))).toEqual({ separate: 2, isMerged: false });
    expect(clipCount(clipOf([91, 1], [9, 4]))).toEqual({ separate: 1, isMerged: false });
    expect(clipCount(clipOf([50, 0]))).toEqual({ separate: 0, isMerged: false });
  });

  test('gives merged ones no number, but says that they are there', () => {
    const merged = reportMake({ b_line_confluence: 1 }, 0.6);
    expect(clipCount([...clipOf([9, 1]), merged])).toEqual({ separate: 1, isMerged: true });
    expect(clipCount([...clipOf([10, 1]), merged])).toEqual({ separate: 1, isMerged: false });
  });

  test('is of the images that were looked at, and counted by space: none of a clip that was not', () => {
    const before = { ...reportMake({ b_line: 3 }), spaceBLines: null };
    expect(clipCount([null, before, reportMake({ b_line: 1 })])?.separate).toBe(1);
    expect(clipCount([null, before])).toBeNull();
    expect(clipCount([])).toBeNull();
  });
});
