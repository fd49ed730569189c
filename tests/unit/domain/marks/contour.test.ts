import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmFromPx } from '../../../../src/domain/geometry/sector.ts';
import { contourTrace } from '../../../../src/domain/marks/contour.ts';
import { marksRasterise } from '../../../../src/domain/marks/rasterise.ts';
import { SQUARE } from '../grading/fixture.ts';

const SIZE = 64;
const at = (column: number, row: number) => row * SIZE + column;

function filled(pixels: Int32Array, tolerancePx: number): number[] {
  const points = contourTrace(pixels, SIZE, SIZE, tolerancePx).map((corner) => mmFromPx(SQUARE, corner));
  const mask = marksRasterise([{ id: 'r', kind: 'region', finding: 'rib', points }], SQUARE, SIZE);
  return Array.from(mask.classes.keys()).filter((i) => mask.classes[i] === 1);
}

describe('contourTrace', () => {
  it('gives the four corners of a rectangle', () => {
    const pixels = Int32Array.from([at(3, 5), at(4, 5), at(3, 6), at(4, 6), at(3, 7), at(4, 7)]);
    expect(contourTrace(pixels, SIZE, SIZE, 0)).toEqual([
      { x: 3, y: 5 },
      { x: 5, y: 5 },
      { x: 5, y: 8 },
      { x: 3, y: 8 },
    ]);
  });

  it('encloses exactly the pixels it was given: holes, corners that only touch, and separate parts too', () => {
    const sets = fc.uniqueArray(
      fc
        .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
        .map(([x, y]) => at(x + 20, y + 20)),
      { minLength: 1, maxLength: 80 },
    );
    fc.assert(
      fc.property(sets, (members) => {
        expect(filled(Int32Array.from(members), 0)).toEqual([...members].sort((a, b) => a - b));
      }),
    );
  });

  it('keeps nearly all of a disc when simplified, with far fewer corners', () => {
    const disc = Int32Array.from(
      Array.from({ length: SIZE * SIZE }, (_, i) => i).filter(
        (i) => Math.hypot((i % SIZE) - 31.5, Math.floor(i / SIZE) - 31.5) <= 20,
      ),
    );
    const corners = contourTrace(disc, SIZE, SIZE, 0.75);
    expect(corners.length).toBeLessThan(contourTrace(disc, SIZE, SIZE, 0).length / 2);
    const found = new Set(filled(disc, 0.75));
    const both = disc.filter((i) => found.has(i)).length;
    expect((2 * both) / (found.size + disc.length)).toBeGreaterThan(0.98);
  });
});
