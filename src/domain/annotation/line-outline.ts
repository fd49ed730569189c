import type { PxPoint } from '../geometry/point.ts';
import type { PolylineShape, PxSpacing } from './annotation.ts';
import { LINE_BREADTH_MM } from './shape-marks.ts';

/** Breadth in pixels of a line of which neither that nor the size of a pixel is known. */
const LINE_BREADTH_PX = 3;

/** How far a sharp bend may stick out, in half breadths. */
const MITRE = 2;

/** How broad a line is drawn, in pixels. */
export function breadthOf(
  { breadthPx }: Pick<PolylineShape, 'breadthPx'>,
  spacing: PxSpacing | null,
): number {
  return breadthPx ?? (spacing === null ? LINE_BREADTH_PX : LINE_BREADTH_MM / spacing.x);
}

/** The outline of a line as broad as it is: along one of its sides, and back along the other. Four points or more. */
export function lineOutline(
  line: Pick<PolylineShape, 'points' | 'breadthPx'>,
  spacing: PxSpacing | null,
): readonly PxPoint[] {
  const half = breadthOf(line, spacing) / 2;
  const sides = line.points.map((point, i) => sideOf(line.points, i, point, half));
  return [...sides.map(([left]) => left), ...sides.map(([, right]) => right).reverse()];
}

function sideOf(
  points: readonly PxPoint[],
  i: number,
  point: PxPoint,
  half: number,
): readonly [PxPoint, PxPoint] {
  const before = normalOf(points[i - 1], point);
  const after = normalOf(point, points[i + 1]);
  const one = before ?? after ?? { x: 0, y: -1 };
  const other = after ?? one;
  const sum = { x: one.x + other.x, y: one.y + other.y };
  const length2 = sum.x * sum.x + sum.y * sum.y;
  // Both normals' common side: half their sum over the square of its length, unless the line turns back on itself.
  const reach = length2 === 0 ? 0 : Math.min(2 / length2, MITRE / Math.sqrt(length2)) * half;
  const normal =
    length2 === 0 ? { x: one.x * half, y: one.y * half } : { x: sum.x * reach, y: sum.y * reach };
  return [
    { x: point.x + normal.x, y: point.y + normal.y },
    { x: point.x - normal.x, y: point.y - normal.y },
  ];
}

/** Unit vector to the left of the way from one point to the next; null where there is no way. */
function normalOf(from: PxPoint | undefined, to: PxPoint | undefined): PxPoint | null {
  if (from === undefined || to === undefined) return null;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  return length === 0 ? null : { x: dy / length, y: -dx / length };
}
