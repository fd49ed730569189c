import { arcMm } from '../geometry/arc.ts';
import type { MmPoint } from '../geometry/point.ts';
import { beamFromMm, type Sector } from '../geometry/sector.ts';
import type { BeamMark, Mark } from './mark.ts';
import { beamHalfLateral } from './rasterise.ts';

/**
 * The mark at a point of the image: of those that cover it the one on top, else the nearest within `reachMm`; null where there
 * is none. Erasers are no marks of anything.
 */
export function markAt(marks: readonly Mark[], point: MmPoint, sector: Sector, reachMm: number): Mark | null {
  let nearest: { readonly mark: Mark; readonly awayMm: number } | null = null;
  for (const mark of marks) {
    const awayMm = markAwayMm(mark, point, sector);
    // Later marks lie on top.
    if (awayMm <= reachMm && awayMm <= (nearest?.awayMm ?? reachMm)) nearest = { mark, awayMm };
  }
  return nearest?.mark ?? null;
}

/** How far a point lies from what a mark covers, mm; 0 on it. */
function markAwayMm(mark: Mark, point: MmPoint, sector: Sector): number {
  switch (mark.kind) {
    case 'eraser':
      return Number.POSITIVE_INFINITY;
    case 'brush':
      return Math.max(0, pathAwayMm(mark.points, point) - mark.radiusMm);
    case 'line':
      return Math.max(0, pathAwayMm(mark.points, point) - mark.widthMm / 2);
    case 'region':
      return outlineHolds(mark.points, point)
        ? 0
        : pathAwayMm([...mark.points, ...mark.points.slice(0, 1)], point);
    case 'beam':
      return beamAwayMm(mark, point, sector);
  }
}

function beamAwayMm(mark: BeamMark, point: MmPoint, sector: Sector): number {
  const at = beamFromMm(sector, point);
  const origin = beamFromMm(sector, mark.origin);
  const beside = Math.max(0, Math.abs(at.lateral - origin.lateral) - beamHalfLateral(sector, mark));
  const beyondMm = Math.max(0, origin.depthMm - at.depthMm, at.depthMm - mark.endDepthMm);
  return Math.hypot(arcMm(sector, beside, at.depthMm), beyondMm);
}

function pathAwayMm(points: readonly MmPoint[], point: MmPoint): number {
  const from = (a: MmPoint, b: MmPoint): number => {
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length2 = dx * dx + dy * dy;
    const share = length2 === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length2;
    const along = Math.min(1, Math.max(0, share));
    return Math.hypot(point.x - a.x - along * dx, point.y - a.y - along * dy);
  };
  return Math.min(...points.map((a, i) => from(a, points[i + 1] ?? a)));
}

/** Whether a closed outline holds a point: a ray from it crosses the outline an odd number of times. */
function outlineHolds(points: readonly MmPoint[], { x, y }: MmPoint): boolean {
  return points.reduce((isIn, a, i) => {
    const b = points[(i + 1) % points.length]!;
    const crosses = a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x);
    return crosses ? !isIn : isIn;
  }, false);
}
