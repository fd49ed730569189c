import { describe, expect, it } from 'vitest';
import { shapesFromMarks, shapesFromMask } from '../../../../src/domain/annotation/marks-shapes.ts';
import { maskOutline, maskPixels } from '../../../../src/domain/annotation/mask-runs.ts';
import { keyFromShapes, marksFromShapes } from '../../../../src/domain/annotation/shape-marks.ts';
import { MASK_SIZE } from '../../../../src/domain/frame/resample.ts';
import { type ConvexSector, sectorFit } from '../../../../src/domain/geometry/sector.ts';
import type { Mark } from '../../../../src/domain/marks/mark.ts';
import { marksRasterise } from '../../../../src/domain/marks/rasterise.ts';
import { ALONE } from '../../../support/annotation-make.ts';

/** An image of a usual size: 150 mm deep, 0.25 mm a pixel. */
const sector: ConvexSector = {
  kind: 'convex',
  mmPerPx: 0.25,
  originPx: { x: 400.5, y: 60.25 },
  radiusMm: 60,
  angleRad: 1.1,
  depthMm: 150,
};
const size = { width: 800, height: 700 };

const marks: readonly Mark[] = [
  {
    id: 'e',
    kind: 'region',
    finding: 'consolidation',
    points: [
      { x: -26, y: 33 },
      { x: -6, y: 33 },
      { x: -16, y: 52 },
    ],
  },
  { id: 'd', kind: 'beam', finding: 'b_line', origin: { x: 8, y: 31 }, widthMm: 4, endDepthMm: 140 },
  {
    id: 'b',
    kind: 'line',
    finding: 'a_line',
    points: [
      { x: -15, y: 60 },
      { x: 15, y: 60 },
    ],
    widthMm: 1.5,
  },
  {
    id: 'c',
    kind: 'brush',
    finding: 'rib',
    points: [
      { x: 20, y: 20 },
      { x: 28, y: 18 },
    ],
    radiusMm: 1,
  },
  {
    id: 'a',
    kind: 'line',
    finding: 'pleural_line',
    points: [
      { x: -25, y: 31 },
      { x: 0, y: 30 },
      { x: 25, y: 31 },
    ],
    widthMm: 2,
  },
];

describe('marks and shapes', () => {
  it('are the same drawing there and back', () => {
    const shapes = shapesFromMarks(marks, sector, size, 'ann');
    expect(shapes.map(({ kind }) => kind)).toEqual([
      'polygon',
      'polyline',
      'polyline',
      'polyline',
      'polyline',
    ]);
    const back = marksFromShapes({ index: 0, shapes }, sector);
    expect(back.left).toEqual([]);
    const raster = sectorFit(sector, MASK_SIZE);
    expect(marksRasterise(back.marks, raster, MASK_SIZE).classes).toEqual(
      marksRasterise(marks, raster, MASK_SIZE).classes,
    );
    expect(back.marks.find(({ kind }) => kind === 'beam')).toMatchObject({
      widthMm: expect.closeTo(4, 9),
      endDepthMm: expect.closeTo(140, 6),
    });
  });

  it('become pixels where something was rubbed out', () => {
    const rubbed: Mark = { id: 'x', kind: 'eraser', points: [{ x: 0, y: 30 }], radiusMm: 5 };
    const shapes = shapesFromMarks([...marks, rubbed], sector, size, null);
    expect(shapes.every(({ kind }) => kind === 'mask')).toBe(true);
    const pleura = shapes.find(({ label }) => label === 'pleural_line');
    if (pleura?.kind !== 'mask') throw new Error('no mask');
    // Below the face by 30 mm in the middle: nothing is left there, and something beside it.
    const at = (x: number, y: number): number =>
      maskPixels(pleura)[(Math.round(y) - pleura.top) * pleura.width + Math.round(x) - pleura.left]!;
    expect(at(400, 60.25 + 120)).toBe(0);
    expect(at(400 + 60, 60.25 + 120 + 2)).toBe(1);
  });

  it('are left where they are of no finding, rejected, or an open line for an area', () => {
    const line = {
      ...ALONE,
      kind: 'polyline' as const,
      breadthPx: null,
      points: [
        { x: 400, y: 200 },
        { x: 420, y: 300 },
        { x: 500, y: 210 },
      ],
    };
    const rejected = { verdict: 'invalidated' as const, adjudicator: null, timestamp: null };
    const shapes = [
      { ...line, label: 'thymus' },
      { ...line, label: 'a_line', status: rejected },
      { ...line, label: 'pleural_effusion' },
      { ...line, label: 'pleural_effusion', points: [...line.points, { x: 401, y: 200 }] },
      { ...line, label: 'rib', rater: 'bo' },
    ];
    const read = marksFromShapes({ index: 0, shapes }, sector);
    expect(read.left).toEqual(shapes.slice(0, 3));
    expect(read.marks.map(({ kind }) => kind).sort()).toEqual(['line', 'region']);
    expect(marksFromShapes({ index: 0, shapes }, sector, 'bo').marks).toHaveLength(1);
  });

  it("make an expert's key", () => {
    const { key, classes } = keyFromShapes(
      { index: 0, shapes: shapesFromMarks(marks, sector, size, 'ann') },
      sector,
      { by: 'ann', date: '2026-11-30' },
    );
    expect(key.provenance).toBe('expert');
    expect(classes.every(({ verdict }) => verdict === 'expert')).toBe(true);
    const found = new Set(key.findings.map(({ finding }) => finding));
    expect(found).toContain('pleural_line');
    expect(found).toContain('b_line');
    expect(found).toContain('consolidation');
  });
});

describe('the findings of a mask', () => {
  it('are outlines in the pixels of the clip', () => {
    const raster = sectorFit(sector, MASK_SIZE);
    const mask = marksRasterise(marks.slice(0, 1), raster, MASK_SIZE);
    const [shape, ...others] = shapesFromMask(mask, sector, null);
    expect(others).toEqual([]);
    expect(shape).toMatchObject({ kind: 'polygon', label: 'consolidation' });
    // The area of the triangle, to a pixel of the mask along its border.
    const points = shape?.kind === 'polygon' ? shape.points : [];
    const twice = points.reduce((sum, { x, y }, i) => {
      const next = points[(i + 1) % points.length]!;
      return sum + x * next.y - next.x * y;
    }, 0);
    expect(Math.abs(twice) / 2 / 16).toBeCloseTo(190, -1.3);
  });

  it('that are pixels have an outline along their edges', () => {
    expect(maskOutline({ left: 10, top: 20, width: 2, height: 1, runs: [0, 2] })).toEqual([
      { x: 10, y: 20 },
      { x: 12, y: 20 },
      { x: 12, y: 21 },
      { x: 10, y: 21 },
    ]);
  });
});
