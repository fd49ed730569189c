import { arcMm } from '../geometry/arc.ts';
import type { BeamPoint, MmPoint } from '../geometry/point.ts';
import { beamFromMm, mmFromBeam, type Sector } from '../geometry/sector.ts';
import type { Mark } from '../marks/mark.ts';
import type { BeamShift } from './block-match.ts';

/** How a mark was moved among the scan lines, mm. */
export interface MarkMove {
  /** To the right, along the arc at the depth of its middle (of a beam, of its origin). */
  readonly acrossMm: number;
  /** Downwards along the scan lines. */
  readonly depthMm: number;
}

/** A beam that ends within so much of the image's end goes to the end, wherever it begins, mm. */
const END_MM = 5;

/** The middle of a mark: of a beam its origin, of all else the mean of its points. */
export function markMiddle(mark: Mark, sector: Sector): BeamPoint {
  const points = mark.kind === 'beam' ? [mark.origin] : mark.points;
  const beams = points.map((point) => beamFromMm(sector, point));
  const mean = (of: (beam: BeamPoint) => number): number =>
    beams.reduce((sum, beam) => sum + of(beam), 0) / beams.length;
  return { lateral: mean((beam) => beam.lateral), depthMm: mean((beam) => beam.depthMm) };
}

export function moveOfShift(shift: BeamShift, middle: BeamPoint, sector: Sector): MarkMove {
  return { acrossMm: arcMm(sector, shift.lateral, middle.depthMm), depthMm: shift.depthMm };
}

export function shiftOfMove(move: MarkMove, middle: BeamPoint, sector: Sector): BeamShift {
  const lineMm = arcMm(sector, 1, middle.depthMm);
  return { lateral: lineMm === 0 ? 0 : move.acrossMm / lineMm, depthMm: move.depthMm };
}

/**
 * The mark moved among the scan lines: what runs along the probe's face goes on doing so, and a beam stays on a scan line and
 * as long as the image is deep where it was.
 */
export function markMove(mark: Mark, move: MarkMove, sector: Sector): Mark {
  const { lateral, depthMm } = shiftOfMove(move, markMiddle(mark, sector), sector);
  const moved = (point: MmPoint): MmPoint => {
    const beam = beamFromMm(sector, point);
    return mmFromBeam(sector, { lateral: beam.lateral + lateral, depthMm: beam.depthMm + depthMm });
  };
  if (mark.kind !== 'beam') return { ...mark, points: mark.points.map(moved) };
  const isToEnd = mark.endDepthMm > sector.depthMm - END_MM;
  return {
    ...mark,
    origin: moved(mark.origin),
    endDepthMm: isToEnd ? mark.endDepthMm : Math.min(mark.endDepthMm + depthMm, sector.depthMm),
  };
}
