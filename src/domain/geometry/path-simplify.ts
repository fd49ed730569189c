import type { MmPoint, PxPoint } from './point.ts';

/** Two coordinates of one space. */
type Place = PxPoint | MmPoint;

/**
 * Those corners of an open path without which it would stray farther than `tolerance` from itself (Douglas and
 * Peucker, 1973), its ends among them. `path` has at least one point; `tolerance` >= 0, in the points' own unit.
 */
export function pathSimplify<P extends Place>(path: readonly P[], tolerance: number): readonly P[] {
  const a = path[0]!;
  const b = path[path.length - 1]!;
  let far = 0;
  let most = tolerance;
  for (let i = 1; i + 1 < path.length; i++) {
    const off = segmentDistance(path[i]!, a, b);
    if (off > most) {
      most = off;
      far = i;
    }
  }
  if (far === 0) return [a, b];
  return [
    ...pathSimplify(path.slice(0, far + 1), tolerance).slice(0, -1),
    ...pathSimplify(path.slice(far), tolerance),
  ];
}

/** Distance of a point from a segment. */
function segmentDistance(point: Place, a: Place, b: Place): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length2 = dx * dx + dy * dy;
  const share = length2 === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length2;
  const nearest = Math.max(0, Math.min(share, 1));
  return Math.hypot(point.x - a.x - nearest * dx, point.y - a.y - nearest * dy);
}
