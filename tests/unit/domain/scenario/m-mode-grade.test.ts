import { describe, expect, test } from 'vitest';
import type { Truth } from '../../../../src/domain/frame/frame.ts';
import type { MModeSpan } from '../../../../src/domain/scan/scan-truth.ts';
import { lineGap, mModeGrade } from '../../../../src/domain/scenario/m-mode-grade.ts';

/** Air on the left, its edge from 0 to 0.25, lung on the right, a rib at the end. */
const EDGE: readonly MModeSpan[] = [
  { from: -1, to: 0, shows: 'barcode' },
  { from: 0, to: 0.25, shows: 'lung_point' },
  { from: 0.25, to: 0.75, shows: 'seashore' },
  { from: 0.75, to: 1, shows: 'no_pleura' },
];

function truthOf(mMode: readonly MModeSpan[]): Truth {
  return { scan: { mMode } } as unknown as Truth;
}

describe('a line that is to be put on the edge of the air', () => {
  const truth = truthOf(EDGE);
  const score = (lateral: number, reply: 'barcode' | 'seashore' | 'lung_point'): number | null =>
    mModeGrade(truth, lateral, 'lung_point', reply).score;

  test('has full marks on the edge alone, half for a right word beside it, none for a wrong one', () => {
    expect(score(0.1, 'lung_point')).toBe(100);
    expect(score(0.1, 'barcode')).toBe(0);
    expect(score(-0.5, 'barcode')).toBe(50);
    expect(score(0.5, 'seashore')).toBe(50);
    expect(score(-0.5, 'lung_point')).toBe(0);
    expect(score(0.9, 'lung_point')).toBeNull();
    expect(mModeGrade(truth, -0.5, 'lung_point', 'barcode').expected?.value).toBe('barcode');
  });

  test('is told what it shows and on which side the edge lies', () => {
    expect(lineGap(truth, -0.5, 'lung_point')).toEqual({
      shown: 'barcode',
      goal: 'lung_point',
      side: 'right',
    });
    expect(lineGap(truth, 0.5, 'lung_point')).toEqual({
      shown: 'seashore',
      goal: 'lung_point',
      side: 'left',
    });
    expect(lineGap(truth, 0.1, 'lung_point')).toBeNull();
    expect(lineGap(truth, 0.9, 'lung_point')).toBeNull();
    expect(lineGap(null, 0, 'lung_point')).toBeNull();
  });

  test('of two edges the nearer one counts', () => {
    const two = truthOf([
      { from: -1, to: -0.75, shows: 'lung_point' },
      { from: -0.75, to: 0.5, shows: 'barcode' },
      { from: 0.5, to: 1, shows: 'lung_point' },
    ]);
    expect(lineGap(two, -0.5, 'lung_point')?.side).toBe('left');
    expect(lineGap(two, 0.25, 'lung_point')?.side).toBe('right');
  });

  test('is graded by its word alone where the image has no edge that a hand can find', () => {
    const none = truthOf([
      { from: -1, to: 0, shows: 'barcode' },
      { from: 0, to: 0.025, shows: 'lung_point' },
      { from: 0.025, to: 1, shows: 'seashore' },
    ]);
    expect(mModeGrade(none, -0.5, 'lung_point', 'barcode').score).toBe(100);
  });

  test('without a goal any line will do', () => {
    expect(mModeGrade(truth, -0.5, null, 'barcode').score).toBe(100);
    expect(lineGap(truth, -0.5, null)).toBeNull();
  });
});
