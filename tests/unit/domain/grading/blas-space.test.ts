import { describe, expect, it } from 'vitest';
import type { Mask } from '../../../../src/domain/frame/frame.ts';
import { maskResample } from '../../../../src/domain/frame/mask.ts';
import { beamFromMm, mmFromPx, sectorFit } from '../../../../src/domain/geometry/sector.ts';
import { blasMeasure } from '../../../../src/domain/grading/blas.ts';
import { blasSpace, SPACE_COUNTED, SPACE_FILLED } from '../../../../src/domain/grading/blas-space.ts';
import { phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';
import { box, maskOf } from './fixture.ts';

/** Mean over scan lines of the share that is filled, as the drawn space shows it. */
function shareDrawn(space: Mask): number {
  const lines = new Map<number, { filled: number; all: number }>();
  for (const [at, value] of space.classes.entries()) {
    if (value === 0) continue;
    const px = { x: (at % space.width) + 0.5, y: Math.floor(at / space.width) + 0.5 };
    const { lateral } = beamFromMm(space.sector, mmFromPx(space.sector, px));
    const line = Math.floor(((lateral + 1) / 2) * 64);
    const on = lines.get(line) ?? { filled: 0, all: 0 };
    lines.set(line, { filled: on.filled + (value === SPACE_FILLED ? 1 : 0), all: on.all + 1 });
  }
  return [...lines.values()].reduce((sum, { filled, all }) => sum + filled / all, 0) / lines.size;
}

describe('blasSpace', () => {
  it('is what lies under the pleural line down to the lowest B-line, and what of it is B-line', () => {
    const mask = maskOf([box('pleural_line', 12, 10, 40, 2), box('b_line', 20, 12, 10, 52)]);
    const space = blasSpace(mask)!;
    const count = (value: number) => space.classes.filter((one) => one === value).length;
    expect(count(SPACE_FILLED)).toBe(10 * 52);
    expect(count(SPACE_COUNTED)).toBe(30 * 52);
    for (const [at, value] of space.classes.entries()) {
      const column = at % mask.width;
      const row = Math.floor(at / mask.width);
      if (value !== 0) expect(column >= 12 && column < 52 && row >= 12).toBe(true);
    }
  });

  it('is nothing without B-lines', () => {
    expect(blasSpace(maskOf([box('pleural_line', 12, 10, 40, 2)]))).toBeNull();
    expect(blasSpace(maskOf([]))).toBeNull();
  });

  it('is the whole image where no pleural line is seen', () => {
    const space = blasSpace(maskOf([box('b_line', 20, 12, 16, 40)]))!;
    expect(space.classes.filter((one) => one !== 0)).toHaveLength(64 * 40);
  });

  it('shows the share that is asked for, on images of every kind', () => {
    for (const [seed, pattern, probe] of [
      [2104, 'b_lines', 'convex'],
      [2217, 'b_lines', 'convex'],
      [2406, 'confluence', 'convex'],
      [77, 'b_lines', 'linear'],
    ] as const) {
      const { truth } = phantomFrame(phantomOpen({ seed, split: 'game', pattern, probe }), 20, 512);
      const mask = maskResample(truth.mask, sectorFit(truth.mask.sector, 256), 256);
      const space = blasSpace(mask)!;
      expect(Math.abs(shareDrawn(space) - blasMeasure(mask).scanline)).toBeLessThan(0.02);
    }
  });
});
