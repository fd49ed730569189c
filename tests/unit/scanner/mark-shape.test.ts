import { describe, expect, test } from 'vitest';
import type { MmPoint } from '../../../src/domain/geometry/point.ts';
import { mmFromPx, type Sector, sectorFit } from '../../../src/domain/geometry/sector.ts';
import type { BeamMark, Mark } from '../../../src/domain/marks/mark.ts';
import { marksRasterise } from '../../../src/domain/marks/rasterise.ts';
import { beamPolygon, markGroups, markShape } from '../../../src/scanner/mark-shape.ts';

const CONVEX: Sector = {
  kind: 'convex',
  mmPerPx: 1,
  originPx: { x: 0, y: 0 },
  radiusMm: 60,
  angleRad: 1.1,
  depthMm: 140,
};
const LINEAR: Sector = { kind: 'linear', mmPerPx: 1, originPx: { x: 0, y: 0 }, widthMm: 40, depthMm: 60 };

const BEAM: BeamMark = {
  id: 'b',
  kind: 'beam',
  finding: 'b_line',
  origin: { x: 12, y: 33 },
  widthMm: 5,
  endDepthMm: 130,
};

function isWithin(polygon: readonly MmPoint[], { x, y }: MmPoint): boolean {
  let isInside = false;
  let previous = polygon[polygon.length - 1]!;
  for (const corner of polygon) {
    if (
      corner.y > y !== previous.y > y &&
      x < corner.x + ((y - corner.y) / (previous.y - corner.y)) * (previous.x - corner.x)
    ) {
      isInside = !isInside;
    }
    previous = corner;
  }
  return isInside;
}

describe('beamPolygon', () => {
  test('on a linear probe it is the rectangle under the origin', () => {
    const corners = beamPolygon(LINEAR, { ...BEAM, origin: { x: 4, y: 20 }, widthMm: 6, endDepthMm: 50 });
    expect(corners[0]!.x).toBeCloseTo(1, 9);
    expect(corners[0]!.y).toBeCloseTo(20, 9);
    const last = corners[corners.length - 1]!;
    expect(last.x).toBeCloseTo(1, 9);
    expect(last.y).toBeCloseTo(50, 9);
    expect(Math.max(...corners.map(({ x }) => x))).toBeCloseTo(7, 9);
  });

  test('in a fan it widens with the scan lines', () => {
    const corners = beamPolygon(CONVEX, { ...BEAM, origin: { x: 0, y: 30 } });
    const middle = corners.length / 2;
    const top = Math.hypot(corners[0]!.x - corners[middle - 1]!.x, corners[0]!.y - corners[middle - 1]!.y);
    const lower = corners.slice(middle);
    const bottom = Math.hypot(
      lower[0]!.x - lower[lower.length - 1]!.x,
      lower[0]!.y - lower[lower.length - 1]!.y,
    );
    expect(bottom / top).toBeCloseTo((60 + 130) / (60 + 30), 6);
  });

  test('it is cut at the edges and at the bottom of the sector', () => {
    const corners = beamPolygon(LINEAR, { ...BEAM, origin: { x: 19, y: 20 }, widthMm: 6, endDepthMm: 90 });
    expect(Math.max(...corners.map(({ x }) => x))).toBeCloseTo(20, 9);
    expect(Math.max(...corners.map(({ y }) => y))).toBeCloseTo(60, 9);
  });

  test('what is drawn is what is graded: it holds the pixels of the rasterised mark', () => {
    const sector = sectorFit(CONVEX, 256);
    const mask = marksRasterise([BEAM], sector, 256);
    const polygon = beamPolygon(sector, BEAM);
    let differing = 0;
    let marked = 0;
    for (let at = 0; at < mask.classes.length; at++) {
      const point = mmFromPx(sector, { x: (at % 256) + 0.5, y: Math.floor(at / 256) + 0.5 });
      if (mask.classes[at] !== 0) marked++;
      if (isWithin(polygon, point) !== (mask.classes[at] !== 0)) differing++;
    }
    expect(marked).toBeGreaterThan(1000);
    expect(differing / marked).toBeLessThan(0.01);
  });
});

describe('markShape', () => {
  test('a line is half its width to each side', () => {
    const points = [
      { x: 0, y: 1 },
      { x: 5, y: 1 },
    ];
    const line: Mark = { id: 'l', kind: 'line', finding: 'a_line', points, widthMm: 3 };
    expect(markShape(CONVEX, line)).toEqual({ kind: 'stroke', points, radiusMm: 1.5 });
  });
});

describe('markGroups', () => {
  const brush = (id: string, finding: 'rib' | 'a_line'): Mark => ({
    id,
    kind: 'brush',
    finding,
    points: [],
    radiusMm: 1,
  });
  const eraser: Mark = { id: 'e', kind: 'eraser', points: [], radiusMm: 1 };

  test('neighbours of one class melt together; order is kept, and an eraser parts them', () => {
    const groups = markGroups([
      brush('1', 'rib'),
      brush('2', 'rib'),
      eraser,
      brush('3', 'rib'),
      brush('4', 'a_line'),
    ]);
    expect(groups.map(({ finding, marks }) => [finding, marks.map(({ id }) => id)])).toEqual([
      ['rib', ['1', '2']],
      [null, ['e']],
      ['rib', ['3']],
      ['a_line', ['4']],
    ]);
  });

  test('no marks, no groups', () => {
    expect(markGroups([])).toEqual([]);
  });
});
