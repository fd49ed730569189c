import type { MmPoint } from '../geometry/point.ts';
import { beamFromMm, type Sector } from '../geometry/sector.ts';
import type { Mark } from './mark.ts';

/** The mark moved by a vector in mm; a beam keeps its length along the (new) scan line. */
function markShift(mark: Mark, sector: Sector, dxMm: number, dyMm: number): Mark {
  const shifted = (point: MmPoint): MmPoint => ({ x: point.x + dxMm, y: point.y + dyMm });
  if (mark.kind !== 'beam') return { ...mark, points: mark.points.map(shifted) };
  const origin = shifted(mark.origin);
  const deeper = beamFromMm(sector, origin).depthMm - beamFromMm(sector, mark.origin).depthMm;
  return { ...mark, origin, endDepthMm: mark.endDepthMm + deeper };
}

/** All marks moved by a vector in mm. */
export function marksShift(
  marks: readonly Mark[],
  sector: Sector,
  dxMm: number,
  dyMm: number,
): readonly Mark[] {
  return marks.map((mark) => markShift(mark, sector, dxMm, dyMm));
}
