import { describe, expect, test } from 'vitest';
import { FINDING_INDEX, MARKABLE_FINDINGS } from '../../../../src/domain/findings/finding.ts';
import type { Mask } from '../../../../src/domain/frame/frame.ts';
import { PHANTOM_PATTERNS } from '../../../../src/domain/scan/phantom-request.ts';
import { labelAnchor } from '../../../../src/parts/picture/label-anchor.ts';
import { phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';

const SIZE = 100;

function maskOf(
  boxes: readonly (readonly [value: number, x: number, y: number, w: number, h: number])[],
): Mask {
  const classes = new Uint8Array(SIZE * SIZE);
  for (const [value, x, y, w, h] of boxes) {
    for (let row = y; row < y + h; row++) classes.fill(value, row * SIZE + x, row * SIZE + x + w);
  }
  const sector = {
    kind: 'linear',
    mmPerPx: 1,
    originPx: { x: 50, y: 0 },
    widthMm: 100,
    depthMm: 100,
  } as const;
  return { width: SIZE, height: SIZE, classes, sector };
}

describe('labelAnchor', () => {
  test('points at the uppermost of lines one below the other, near the middle', () => {
    const mask = maskOf([
      [3, 5, 20, 15, 2],
      [3, 40, 30, 30, 2],
      [3, 40, 60, 32, 2],
    ]);
    const at = labelAnchor(mask, 'a_line')!;
    expect(at.x).toBeGreaterThan(50);
    expect(at.x).toBeLessThan(65);
    expect(at.y).toBeCloseTo(31.5, 9);
  });

  test('prefers the middle window to one beside it, though that lies higher', () => {
    const mask = maskOf([
      [2, 5, 18, 25, 2],
      [2, 36, 20, 24, 2],
      [2, 66, 16, 20, 2],
    ]);
    const at = labelAnchor(mask, 'pleural_line')!;
    expect(at.y).toBeCloseTo(21.5, 9);
  });

  test('points into the large piece and not at a speck beside it', () => {
    const mask = maskOf([
      [7, 54, 40, 3, 3],
      [7, 20, 20, 20, 30],
    ]);
    const at = labelAnchor(mask, 'consolidation')!;
    expect(at.x).toBeGreaterThan(28);
    expect(at.x).toBeLessThan(32);
    expect(at.y).toBeGreaterThan(25);
    expect(at.y).toBeLessThan(40);
  });

  test('is null for what is not there', () => {
    expect(labelAnchor(maskOf([]), 'rib')).toBeNull();
  });

  test('always lies on the finding that it names', () => {
    for (const pattern of PHANTOM_PATTERNS) {
      for (const look of ['clean', 'clinical'] as const) {
        const { mask } = phantomFrame(phantomOpen({ seed: 12, split: 'game', look, pattern }), 0, 192).truth;
        for (const finding of MARKABLE_FINDINGS) {
          const at = labelAnchor(mask, finding);
          if (at === null) continue;
          const value = mask.classes[Math.floor(at.y) * mask.width + Math.floor(at.x)];
          expect(value, `${pattern} ${look}`).toBe(FINDING_INDEX[finding]);
        }
      }
    }
  });
});
