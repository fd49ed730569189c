import type { PxSize, ShapeForm } from '../../domain/annotation/annotation.ts';
import { runsFit } from '../../domain/annotation/mask-runs.ts';
import type { PxPoint } from '../../domain/geometry/point.ts';

type MaskForm = Extract<ShapeForm, { kind: 'mask' }>;

export function pointPairs(numbers: readonly number[]): PxPoint[] {
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, i) => ({
    x: numbers[2 * i]!,
    y: numbers[2 * i + 1]!,
  }));
}

/** A line or an outline; null for too few points. */
export function pathForm(kind: 'polygon' | 'polyline', points: readonly PxPoint[]): ShapeForm | null {
  if (kind === 'polyline') return points.length < 2 ? null : { kind, points, breadthPx: null };
  return points.length < 3 ? null : { kind, points };
}

/**
 * A rectangle by two of its corners; one that is turned becomes its outline.
 * @param rotation degrees clockwise, about its middle
 */
export function boxForm(corners: readonly number[], rotation: number): ShapeForm {
  const [x0, y0, x1, y1] = corners as [number, number, number, number];
  const box = {
    left: Math.min(x0, x1),
    top: Math.min(y0, y1),
    width: Math.abs(x1 - x0),
    height: Math.abs(y1 - y0),
  };
  if (rotation % 360 === 0) return { kind: 'box', ...box };
  const [cos, sin] = [Math.cos((rotation * Math.PI) / 180), Math.sin((rotation * Math.PI) / 180)];
  const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const sides = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const;
  const points = sides.map(([across, down]): PxPoint => {
    const [x, y] = [(across * box.width) / 2, (down * box.height) / 2];
    return { x: middle.x + x * cos - y * sin, y: middle.y + x * sin + y * cos };
  });
  return { kind: 'polygon', points };
}

/** A mask by its runs, row by row; null where they do not fill their rectangle, or that is not within the image. */
export function maskForm(area: MaskForm, size: PxSize): ShapeForm | null {
  const { left, top, width, height, runs } = area;
  const isWithin =
    [left, top, width, height].every((side) => Number.isInteger(side) && side >= 0) &&
    left + width <= size.width &&
    top + height <= size.height;
  return isWithin && runsFit(runs, area) ? area : null;
}
