import { describe, expect, it } from 'vitest';
import { maskShift } from '../../../../src/domain/frame/mask.ts';
import { beamFromMm, mmFromBeam } from '../../../../src/domain/geometry/sector.ts';
import type { Mark } from '../../../../src/domain/marks/mark.ts';
import { marksShift } from '../../../../src/domain/marks/mark-shift.ts';
import { marksRasterise } from '../../../../src/domain/marks/rasterise.ts';
import { FAN, SQUARE } from '../grading/fixture.ts';

describe('marksShift', () => {
  it('moves the drawing as the mask of it moves', () => {
    const marks: Mark[] = [
      { id: 'a', kind: 'brush', finding: 'rib', points: [{ x: -10, y: 10 }], radiusMm: 4 },
      { id: 'b', kind: 'beam', finding: 'b_line', origin: { x: 3, y: 20 }, widthMm: 4, endDepthMm: 40 },
      {
        id: 'c',
        kind: 'region',
        finding: 'a_line',
        points: [
          { x: 10, y: 10 },
          { x: 16, y: 10 },
          { x: 10, y: 18 },
        ],
      },
      { id: 'd', kind: 'eraser', points: [{ x: 3, y: 30 }], radiusMm: 2 },
    ];
    const moved = marksRasterise(marksShift(marks, SQUARE, 5, 7), SQUARE, 64);
    expect(moved.classes).toEqual(maskShift(marksRasterise(marks, SQUARE, 64), 5, 7).classes);
  });

  it('keeps the length of a beam along its new scan line', () => {
    const origin = mmFromBeam(FAN, { lateral: 0.1, depthMm: 20 });
    const [moved] = marksShift(
      [{ id: 'b', kind: 'beam', finding: 'b_line', origin, widthMm: 3, endDepthMm: 80 }],
      FAN,
      25,
      4,
    );
    if (moved?.kind !== 'beam') throw new Error('a beam stays a beam');
    expect(moved.endDepthMm - beamFromMm(FAN, moved.origin).depthMm).toBeCloseTo(60, 10);
  });
});
