import { describe, expect, it } from 'vitest';
import type { LinearSector } from '../../../../src/domain/geometry/sector.ts';
import type { BeamMark, LineMark, RegionMark } from '../../../../src/domain/marks/mark.ts';
import { markCorner, markCornerMove, markCorners } from '../../../../src/domain/marks/mark-points.ts';

const SECTOR: LinearSector = {
  kind: 'linear',
  mmPerPx: 1,
  originPx: { x: 0, y: 0 },
  widthMm: 80,
  depthMm: 80,
};
const at = (x: number, y: number) => ({ x, y });

/** Drawn by hand: level for 20 mm, then down for 10 mm, a point every 5 mm. */
const line: LineMark = {
  id: 'line',
  kind: 'line',
  finding: 'pleural_line',
  points: [at(0, 20), at(5, 20), at(10, 20.2), at(15, 20), at(20, 20), at(20, 25), at(20, 30)],
  widthMm: 2,
};
const square: RegionMark = {
  id: 'square',
  kind: 'region',
  finding: 'pleural_effusion',
  points: [at(0, 40), at(5, 40), at(10, 40), at(10, 50), at(0, 50), at(0, 45)],
};
const beam: BeamMark = {
  id: 'beam',
  kind: 'beam',
  finding: 'b_line',
  origin: at(-5, 20),
  widthMm: 3,
  endDepthMm: 60,
};

describe('the corners of a mark', () => {
  it('are those without which it would stray, the ends of a beam, and none of a stroke', () => {
    expect(markCorners(line)).toEqual([0, 4, 6]);
    expect(markCorners(square)).toEqual([0, 2, 3, 4, 5]);
    expect(markCorners(beam).map((one) => markCorner(beam, one, SECTOR))).toEqual([at(-5, 20), at(-5, 60)]);
    expect(markCorners({ id: 'a', kind: 'brush', finding: 'rib', points: [at(0, 0)], radiusMm: 2 })).toEqual(
      [],
    );
  });

  it('take the points between them along, the less the farther they are', () => {
    const moved = markCornerMove(line, markCorners(line), 1, at(20, 24), SECTOR) as LineMark;
    // 4 mm down at the corner: 0, a quarter, half and three quarters of it before, half of it between that and the end.
    expect(moved.points.map(({ x }) => x)).toEqual([0, 5, 10, 15, 20, 20, 20]);
    [20, 21, 22.2, 23, 24, 27, 30].forEach((y, i) => {
      expect(moved.points[i]!.y).toBeCloseTo(y, 9);
    });
  });

  it('leave the other end of a line where it is', () => {
    const moved = markCornerMove(line, markCorners(line), 0, at(-4, 20), SECTOR) as LineMark;
    expect(moved.points.map(({ x }) => x)).toEqual([-4, 2, 8, 14, 20, 20, 20]);
  });

  it('go round an outline', () => {
    const corners = markCorners(square);
    // The first corner 8 mm to the left: its neighbour up to the next corner goes half of it, and no corner does.
    const moved = markCornerMove(square, corners, 0, at(-8, 40), SECTOR) as RegionMark;
    expect(moved.points).toEqual([at(-8, 40), at(1, 40), at(10, 40), at(10, 50), at(0, 50), at(0, 45)]);
    // The last goes alone: both beside it are corners.
    const last = markCornerMove(square, corners, 4, at(-3, 45), SECTOR) as RegionMark;
    expect(last.points).toEqual([...square.points.slice(0, 5), at(-3, 45)]);
  });

  it('keep a beam on a scan line, and at least 1 mm long', () => {
    expect(markCornerMove(beam, [0, 1], 1, at(30, 70), SECTOR)).toEqual({ ...beam, endDepthMm: 70 });
    expect(markCornerMove(beam, [0, 1], 1, at(30, 5), SECTOR)).toEqual({ ...beam, endDepthMm: 21 });
    expect(markCornerMove(beam, [0, 1], 0, at(3, 22), SECTOR)).toEqual({ ...beam, origin: at(3, 22) });
    expect(markCornerMove(beam, [0, 1], 0, at(3, 70), SECTOR)).toEqual({ ...beam, origin: at(3, 59) });
  });
});
