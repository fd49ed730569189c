import type { BeamPoint, MmPoint } from '../geometry/point.ts';
import { beamFromMm, mmFromBeam, type Sector } from '../geometry/sector.ts';
import type { Mark } from '../marks/mark.ts';
import { markMiddle, markMove, moveOfShift } from './mark-move.ts';

/**
 * The mark moved among the scan lines as a hand takes it from one point to another (mm). Its middle (of a beam its origin) stays
 * in the image.
 */
export function markDrag(mark: Mark, from: MmPoint, to: MmPoint, sector: Sector): Mark {
  const middle = markMiddle(mark, sector);
  const [a, b] = [beamFromMm(sector, from), beamFromMm(sector, to)];
  const shift = {
    lateral: shiftWithin(middle.lateral, b.lateral - a.lateral, -1, 1),
    depthMm: shiftWithin(middle.depthMm, b.depthMm - a.depthMm, 0, sector.depthMm),
  };
  return markMove(mark, moveOfShift(shift, middle, sector), sector);
}

/** The mark moved by so many mm to the right and down in the image. */
export function markNudge(mark: Mark, dxMm: number, dyMm: number, sector: Sector): Mark {
  const middle: BeamPoint = markMiddle(mark, sector);
  const from = mmFromBeam(sector, middle);
  return markDrag(mark, from, { x: from.x + dxMm, y: from.y + dyMm }, sector);
}

function shiftWithin(at: number, by: number, min: number, max: number): number {
  return Math.min(Math.max(at + by, Math.min(at, min)), Math.max(at, max)) - at;
}
