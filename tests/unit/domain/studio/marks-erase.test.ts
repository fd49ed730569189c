import { describe, expect, test } from 'vitest';
import type { LinearSector } from '../../../../src/domain/geometry/sector.ts';
import type { EraserMark, Mark } from '../../../../src/domain/marks/mark.ts';
import { marksRasterise } from '../../../../src/domain/marks/rasterise.ts';
import { marksErase } from '../../../../src/domain/studio/marks-erase.ts';

/** Half a millimetre a pixel, 96 mm wide and deep. */
const SECTOR: LinearSector = {
  kind: 'linear',
  mmPerPx: 0.25,
  originPx: { x: 192, y: 0 },
  widthMm: 96,
  depthMm: 96,
};
const AREA: Mark = {
  id: 'a',
  kind: 'region',
  finding: 'consolidation',
  points: [
    { x: -20, y: 20 },
    { x: 20, y: 20 },
    { x: 20, y: 60 },
    { x: -20, y: 60 },
  ],
};
const eraser = (points: EraserMark['points'], radiusMm: number): EraserMark => ({
  id: 'e',
  kind: 'eraser',
  points,
  radiusMm,
});

/** Pixels of 0.25 mm that marks cover. */
const covered = (marks: readonly Mark[]): Uint8Array => marksRasterise(marks, SECTOR, 384).classes;
const apart = (one: Uint8Array, other: Uint8Array): number =>
  one.reduce((sum, value, at) => sum + Number(value !== other[at]), 0);

describe('marks that were erased in', () => {
  test('a stroke through an area leaves two areas, which cover what the strokes left', () => {
    const marks = [
      AREA,
      eraser(
        [
          { x: 0, y: 10 },
          { x: 0, y: 70 },
        ],
        3,
      ),
    ];
    const left = marksErase(marks, SECTOR);
    expect(left.map(({ kind }) => kind)).toEqual(['region', 'region']);
    // 40 mm by 40 mm without a band of 6 mm: 34 * 40 mm2 of 0.0625 mm2 each.
    const count = covered(left).reduce((sum, value) => sum + Number(value > 0), 0);
    expect(Math.abs(count - (34 * 40) / 0.0625)).toBeLessThan(400);
    expect(apart(covered(left), covered(marks))).toBeLessThan(400);
  });

  test('a hole stays a hole', () => {
    const marks = [AREA, eraser([{ x: 0, y: 40 }], 5)];
    const left = marksErase(marks, SECTOR);
    expect(left).toHaveLength(1);
    expect(apart(covered(left), covered(marks))).toBeLessThan(100);
  });

  test('what is not touched stays as it was drawn, what is drawn later is not erased, all of a mark can go', () => {
    const beam: Mark = {
      id: 'b',
      kind: 'beam',
      finding: 'b_line',
      origin: { x: 30, y: 20 },
      widthMm: 4,
      endDepthMm: 90,
    };
    const later: Mark = { ...AREA, id: 'later' };
    const all = eraser(
      [
        { x: -20, y: 40 },
        { x: 20, y: 40 },
      ],
      26,
    );
    expect(marksErase([beam, all, later], SECTOR)).toEqual([
      expect.objectContaining({ kind: 'region', finding: 'b_line' }),
      later,
    ]);
    expect(marksErase([AREA, all], SECTOR)).toEqual([]);
    const beside = eraser([{ x: -40, y: 40 }], 5);
    expect(marksErase([beam, AREA, beside], SECTOR)).toEqual([beam, AREA]);
  });
});
