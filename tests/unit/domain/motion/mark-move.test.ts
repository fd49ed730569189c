import { expect, test } from 'vitest';
import { beamFromMm, type Sector } from '../../../../src/domain/geometry/sector.ts';
import type { Mark } from '../../../../src/domain/marks/mark.ts';
import { markMiddle, markMove } from '../../../../src/domain/motion/mark-move.ts';

const CONVEX: Sector = {
  kind: 'convex',
  mmPerPx: 0.4,
  originPx: { x: 200, y: 30 },
  radiusMm: 60,
  angleRad: 1,
  depthMm: 120,
};
const LINEAR: Sector = {
  kind: 'linear',
  mmPerPx: 0.4,
  originPx: { x: 100, y: 0 },
  widthMm: 40,
  depthMm: 60,
};

test('in a linear image a mark moves by just so much', () => {
  const mark: Mark = {
    id: 'one',
    kind: 'region',
    finding: 'rib',
    points: [
      { x: 0, y: 10 },
      { x: 4, y: 10 },
      { x: 4, y: 13 },
    ],
  };
  const moved = markMove(mark, { acrossMm: 2, depthMm: -1 }, LINEAR);
  if (moved.kind !== 'region') throw new Error('It is no area any more.');
  const wanted = [
    { x: 2, y: 9 },
    { x: 6, y: 9 },
    { x: 6, y: 12 },
  ];
  for (const [i, { x, y }] of wanted.entries()) {
    expect(moved.points[i]!.x).toBeCloseTo(x, 9);
    expect(moved.points[i]!.y).toBeCloseTo(y, 9);
  }
});

test('a beam stays on a scan line; one to the end of the image stays so, another keeps its length', () => {
  const beam: Mark = {
    id: 'b',
    kind: 'beam',
    finding: 'b_line',
    origin: { x: 0, y: 20 },
    widthMm: 3,
    endDepthMm: 118,
  };
  // 8 mm along an arc of 80 mm radius are 0.1 rad: a fifth of half the fan.
  const moved = markMove(beam, { acrossMm: 8, depthMm: 2 }, CONVEX);
  if (moved.kind !== 'beam') throw new Error('It is no beam any more.');
  const at = beamFromMm(CONVEX, moved.origin);
  expect(at.lateral).toBeCloseTo(0.2, 6);
  expect(at.depthMm).toBeCloseTo(22, 6);
  expect(moved.endDepthMm).toBe(118);
  const short = markMove({ ...beam, endDepthMm: 60 }, { acrossMm: 0, depthMm: 2 }, CONVEX);
  expect(short).toMatchObject({ endDepthMm: 62 });
});

test('the middle of a line is that of its points, among the scan lines', () => {
  const line: Mark = {
    id: 'l',
    kind: 'line',
    finding: 'pleural_line',
    widthMm: 2,
    points: [
      { x: -10, y: 12 },
      { x: 10, y: 16 },
    ],
  };
  expect(markMiddle(line, LINEAR)).toEqual({ lateral: 0, depthMm: 14 });
});
