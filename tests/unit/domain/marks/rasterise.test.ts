import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarkableFinding } from '../../../../src/domain/findings/finding.ts';
import { maskCounts } from '../../../../src/domain/frame/mask.ts';
import type { ConvexSector, LinearSector } from '../../../../src/domain/geometry/sector.ts';
import { mmFromPx, sectorContains, sectorFit } from '../../../../src/domain/geometry/sector.ts';
import type { Mark } from '../../../../src/domain/marks/mark.ts';
import { marksRasterise } from '../../../../src/domain/marks/rasterise.ts';

/** 8 mm x 8 mm at 1 mm per pixel; the origin is the middle of the top edge, so x = column - 3.5 at centres. */
const SQUARE: LinearSector = {
  kind: 'linear',
  mmPerPx: 1,
  originPx: { x: 4, y: 0 },
  widthMm: 8,
  depthMm: 8,
};

const FAN = sectorFit(
  {
    kind: 'convex',
    mmPerPx: 1,
    originPx: { x: 0, y: 0 },
    radiusMm: 50,
    angleRad: Math.PI / 3,
    depthMm: 100,
  },
  128,
) as ConvexSector;

function rows(classes: Uint8Array, size: number): string[] {
  const text = Array.from(classes, (value) => (value === 0 ? '.' : String(value))).join('');
  return Array.from({ length: size }, (_, row) => text.slice(row * size, (row + 1) * size));
}

describe('marksRasterise', () => {
  it('draws nothing for no marks', () => {
    expect(maskCounts(marksRasterise([], SQUARE, 8))).toEqual([64, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('gives the brush a round tip: pixel centres within the radius', () => {
    const dab: Mark = { id: 'a', kind: 'brush', finding: 'rib', points: [{ x: 0.5, y: 3.5 }], radiusMm: 2 };
    expect(rows(marksRasterise([dab], SQUARE, 8).classes, 8)).toEqual([
      '........',
      '....1...',
      '...111..',
      '..11111.',
      '...111..',
      '....1...',
      '........',
      '........',
    ]);
  });

  it('draws a line with its thickness and round caps, and lets later marks and the eraser cover it', () => {
    const line: Mark = {
      id: 'l',
      kind: 'line',
      finding: 'pleural_line',
      points: [
        { x: -1.5, y: 2.5 },
        { x: 1.5, y: 2.5 },
      ],
      widthMm: 2,
    };
    const over: Mark = {
      id: 'o',
      kind: 'brush',
      finding: 'a_line',
      points: [{ x: 1.5, y: 2.5 }],
      radiusMm: 0,
    };
    const gone: Mark = { id: 'e', kind: 'eraser', points: [{ x: -0.5, y: 2.5 }], radiusMm: 0.5 };
    expect(rows(marksRasterise([line], SQUARE, 8).classes, 8).slice(0, 5)).toEqual([
      '........',
      '..2222..',
      '.222222.',
      '..2222..',
      '........',
    ]);
    expect(rows(marksRasterise([line, over, gone], SQUARE, 8).classes, 8)[2]).toBe('.22.232.');
  });

  it('runs a beam along the scan line from its origin to its end depth, on a linear probe with parallel sides', () => {
    const beam: Mark = {
      id: 'b',
      kind: 'beam',
      finding: 'b_line',
      origin: { x: 1, y: 2 },
      widthMm: 2,
      endDepthMm: 6,
    };
    expect(rows(marksRasterise([beam], SQUARE, 8).classes, 8)).toEqual([
      '........',
      '........',
      '....44..',
      '....44..',
      '....44..',
      '....44..',
      '........',
      '........',
    ]);
  });

  it('widens a beam with the fan: at 100 mm the arc is (50 + 100) / (50 + 20) as wide as at 20 mm', () => {
    const beam: Mark = {
      id: 'b',
      kind: 'beam',
      finding: 'b_line',
      origin: { x: 0, y: 20 },
      widthMm: 14,
      endDepthMm: 100,
    };
    const mask = marksRasterise([beam], FAN, 128);
    const width = (y: number) => {
      const row = Math.floor(FAN.originPx.y + y / FAN.mmPerPx);
      return (
        mask.classes.slice(row * 128, (row + 1) * 128).filter((value) => value === 4).length * FAN.mmPerPx
      );
    };
    expect(width(10)).toBe(0);
    expect(Math.abs(width(22) - 14 * (72 / 70))).toBeLessThan(2 * FAN.mmPerPx);
    expect(Math.abs(width(95) - 14 * (145 / 70))).toBeLessThan(2 * FAN.mmPerPx);
  });

  it('fills a region by the even-odd rule: where a polygon crosses itself twice there is a hole', () => {
    const square: Mark = {
      id: 'r',
      kind: 'region',
      finding: 'b_line_confluence',
      points: [
        { x: -3, y: 1 },
        { x: 3, y: 1 },
        { x: 3, y: 7 },
        { x: -3, y: 7 },
        { x: -3, y: 1 },
        { x: -1, y: 3 },
        { x: 1, y: 3 },
        { x: 1, y: 5 },
        { x: -1, y: 5 },
        { x: -1, y: 3 },
      ],
    };
    expect(rows(marksRasterise([square], SQUARE, 8).classes, 8)).toEqual([
      '........',
      '.555555.',
      '.555555.',
      '.55..55.',
      '.55..55.',
      '.555555.',
      '.555555.',
      '........',
    ]);
  });

  it('draws nothing for a region of fewer than three points, or a stroke of none', () => {
    const flat: Mark = {
      id: 'r',
      kind: 'region',
      finding: 'rib',
      points: [
        { x: 0, y: 1 },
        { x: 2, y: 4 },
      ],
    };
    const nothing: Mark = { id: 'n', kind: 'brush', finding: 'rib', points: [], radiusMm: 3 };
    expect(maskCounts(marksRasterise([flat, nothing], SQUARE, 8))[1]).toBe(0);
  });

  it('never draws outside the sector, and a stroke never vanishes when it crosses the sector', () => {
    const finding: MarkableFinding = 'rib';
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            x: fc.double({ min: -90, max: 90, noNaN: true }),
            y: fc.double({ min: -20, max: 130, noNaN: true }),
          }),
          {
            minLength: 1,
            maxLength: 5,
          },
        ),
        fc.double({ min: 0, max: 15, noNaN: true }),
        (points, radiusMm) => {
          const marks: Mark[] = [
            { id: '1', kind: 'brush', finding, points, radiusMm },
            { id: '2', kind: 'beam', finding, origin: points[0]!, widthMm: radiusMm, endDepthMm: 130 },
            { id: '3', kind: 'region', finding, points },
          ];
          for (const mark of marks) {
            const mask = marksRasterise([mark], FAN, 128);
            mask.classes.forEach((value, at) => {
              if (value === 0) return;
              const centre = { x: (at % 128) + 0.5, y: Math.floor(at / 128) + 0.5 };
              if (!sectorContains(FAN, mmFromPx(FAN, centre))) throw new Error(`outside at ${at}`);
            });
          }
          const middle: Mark = {
            id: '4',
            kind: 'line',
            finding,
            points: [
              { x: points[0]!.x / 4, y: 50 },
              { x: points[0]!.x / 4 + 20, y: 60 },
            ],
            widthMm: 0,
          };
          expect(maskCounts(marksRasterise([middle], FAN, 128))[1]).toBeGreaterThanOrEqual(
            20 / FAN.mmPerPx - 1,
          );
        },
      ),
      { numRuns: 25 },
    );
  });
});
