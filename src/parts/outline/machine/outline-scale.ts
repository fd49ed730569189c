import type { PxPoint } from '../../../domain/geometry/point.ts';

/** Centimetres that lie between two marks of a scale, as lengths in mm that can be set. */
export const SCALE_MM = { min: 5, max: 200, step: 5, usual: 50 } as const;

/** Marks of the depth scale that are set. */
export const SCALE_MARKS = 2;

/** Marks nearer than this tell no length. */
const LEAST_PX = 8;

/** Two marks on the depth scale beside the image, of which somebody says how far they lie apart. */
export interface ScaleMarks {
  /** Up to SCALE_MARKS, in pixels of the whole picture. */
  readonly marks: readonly PxPoint[];
  /** The mark that follows the pointer; null for none. */
  readonly moved: number | null;
  /** The length between them, mm. */
  readonly distanceMm: number;
}

export function scaleBegin(): ScaleMarks {
  return { marks: [], moved: null, distanceMm: SCALE_MM.usual };
}

/** Takes hold of a mark that is hit, or else sets the next one, which then follows the pointer. */
export function scaleDown(scale: ScaleMarks, at: PxPoint, reachPx: number): ScaleMarks {
  const near = scale.marks.findIndex(({ x, y }) => Math.hypot(x - at.x, y - at.y) <= reachPx);
  if (near !== -1) return { ...scale, moved: near };
  if (scale.marks.length === SCALE_MARKS) return { ...scale, moved: null };
  return { ...scale, marks: [...scale.marks, at], moved: scale.marks.length };
}

export function scaleMove(scale: ScaleMarks, to: PxPoint): ScaleMarks {
  return scale.moved === null ? scale : { ...scale, marks: scale.marks.with(scale.moved, to) };
}

/** Millimetres per pixel; null while marks are missing or lie on one another. */
export function scaleRead({ marks, distanceMm }: ScaleMarks): number | null {
  const [first, second] = marks;
  if (first === undefined || second === undefined) return null;
  const px = Math.hypot(second.x - first.x, second.y - first.y);
  return px < LEAST_PX ? null : distanceMm / px;
}
