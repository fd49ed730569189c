import { describe, expect, test } from 'vitest';
import { randomBetween, randomCreate } from '../../../../src/domain/numbers/random.ts';
import { type Anchor, labelsPlace } from '../../../../src/parts/picture/label-place.ts';

const COLUMN = { x: 260, topY: 13, bottomY: 157, gap: 26 };

function crossings(anchors: readonly Anchor[], heights: readonly number[]): number {
  // Sampled along the way, and not by the code's own formula: two lines cross where one passes the other.
  let count = 0;
  for (let i = 0; i < anchors.length; i++) {
    for (let j = 0; j < i; j++) {
      const from = Math.max(anchors[i]!.x, anchors[j]!.x);
      const at = (k: number, x: number): number =>
        anchors[k]!.y + ((heights[k]! - anchors[k]!.y) * (x - anchors[k]!.x)) / (COLUMN.x - anchors[k]!.x);
      const before = Math.sign(at(i, from) - at(j, from));
      const after = Math.sign(heights[i]! - heights[j]!);
      if (before !== 0 && before !== after) count++;
    }
  }
  return count;
}

describe('labelsPlace', () => {
  test('puts a name where its anchor is, where there is room', () => {
    expect(
      labelsPlace(
        [
          { x: 10, y: 40 },
          { x: 90, y: 120 },
        ],
        COLUMN,
      ),
    ).toEqual([40, 120]);
  });

  test('never overlaps, stays in the column, and crosses no leader lines that need not cross', () => {
    const random = randomCreate(1, 1);
    for (let round = 0; round < 300; round++) {
      const anchors = Array.from({ length: 1 + (round % 5) }, () => ({
        x: randomBetween(random, 0, 250),
        y: randomBetween(random, 0, 170),
      }));
      const heights = labelsPlace(anchors, COLUMN);
      const sorted = [...heights].sort((a, b) => a - b);
      expect(sorted[0]!).toBeGreaterThanOrEqual(COLUMN.topY - 1e-9);
      expect(sorted.at(-1)!).toBeLessThanOrEqual(COLUMN.bottomY + 1e-9);
      for (let i = 1; i < sorted.length; i++) {
        expect(sorted[i]! - sorted[i - 1]!).toBeGreaterThanOrEqual(COLUMN.gap - 1e-9);
      }
      expect(crossings(anchors, heights)).toBe(0);
    }
  });

  test('places nothing where there is nothing', () => {
    expect(labelsPlace([], COLUMN)).toEqual([]);
  });
});
