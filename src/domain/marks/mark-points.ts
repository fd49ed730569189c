import { pathSimplify } from '../geometry/path-simplify.ts';
import type { MmPoint } from '../geometry/point.ts';
import { beamFromMm, mmFromBeam, type Sector } from '../geometry/sector.ts';
import type { BeamMark, Mark } from './mark.ts';

/** Points of a path that stray less than this from the way between its corners go with those, mm. */
const STRAY_MM = 1;

/** A beam is no shorter, mm. */
const BEAM_LEAST_MM = 1;

/**
 * The points of a mark that can be moved by themselves, as places in its `points`: the corners of a line or an outline. Of a beam
 * 0 is its origin and 1 its end; strokes of the brush have none.
 */
export function markCorners(mark: Mark): readonly number[] {
  if (mark.kind === 'beam') return [0, 1];
  if (mark.kind !== 'line' && mark.kind !== 'region') return [];
  const kept = new Set(pathSimplify(mark.points, STRAY_MM));
  return mark.points.flatMap((point, at) => (kept.has(point) ? [at] : []));
}

/** Where a corner lies, mm. */
export function markCorner(mark: Mark, corner: number, sector: Sector): MmPoint {
  if (mark.kind !== 'beam') return mark.points[corner]!;
  if (corner === 0) return mark.origin;
  const { lateral } = beamFromMm(sector, mark.origin);
  return mmFromBeam(sector, { lateral, depthMm: mark.endDepthMm });
}

/**
 * The mark with one corner moved to a point of the image. The points between it and the corners beside it go with it, the less the
 * farther they are, so that a line drawn by hand stays one; a beam stays on a scan line.
 *
 * @param corners see `markCorners`
 * @param at the place among them
 */
export function markCornerMove(
  mark: Mark,
  corners: readonly number[],
  at: number,
  to: MmPoint,
  sector: Sector,
): Mark {
  const corner = corners[at]!;
  if (mark.kind === 'beam') return beamEndMove(mark, corner, to, sector);
  const { x, y } = mark.points[corner]!;
  const share = sharesOf(mark, corners, at);
  const points = mark.points.map((point, i) => {
    const part = share(i);
    return part === 0 ? point : { x: point.x + part * (to.x - x), y: point.y + part * (to.y - y) };
  });
  return { ...mark, points };
}

/** How much of the way of a corner each point goes, 0-1, by its place between that corner and the next. */
function sharesOf(
  { kind, points }: Exclude<Mark, BeamMark>,
  corners: readonly number[],
  at: number,
): (point: number) => number {
  const corner = corners[at]!;
  const count = points.length;
  const isClosed = kind === 'region';
  const beside = (by: -1 | 1): number => {
    const other = isClosed ? corners[(at + by + corners.length) % corners.length]! : corners[at + by];
    // Beyond the end of a line there is nothing to go with it.
    return other === undefined ? 1 : (by * (other - corner) + count) % count || count;
  };
  const [before, after] = [beside(-1), beside(1)];
  return (point) => {
    const away = isClosed ? (point - corner + count) % count : point - corner;
    const back = isClosed ? (corner - point + count) % count : corner - point;
    const ahead = away >= 0 && away < after ? 1 - away / after : 0;
    const behind = back >= 0 && back < before ? 1 - back / before : 0;
    return Math.max(ahead, behind);
  };
}

function beamEndMove(mark: BeamMark, corner: number, to: MmPoint, sector: Sector): BeamMark {
  const { lateral, depthMm } = beamFromMm(sector, to);
  if (corner === 0) {
    const from = Math.min(depthMm, mark.endDepthMm - BEAM_LEAST_MM);
    return { ...mark, origin: mmFromBeam(sector, { lateral, depthMm: from }) };
  }
  const from = beamFromMm(sector, mark.origin).depthMm;
  return { ...mark, endDepthMm: Math.min(sector.depthMm, Math.max(depthMm, from + BEAM_LEAST_MM)) };
}
