import * as z from 'zod/mini';
import type { MarkableFinding } from '../findings/finding.ts';
import { markableFindingSchema } from '../findings/finding-schema.ts';
import { pathSimplify } from '../geometry/path-simplify.ts';
import type { MmPoint } from '../geometry/point.ts';
import type { Mark } from '../marks/mark.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import { objectSchema } from '../stored/values.ts';

/** Lengths are whole tenths of a millimetre; no image reaches a metre from its probe. */
const REACH = 10_000;
/** Numbers of one path, two for each corner. */
const MOST_NUMBERS = 4000;
/** Corners nearer than this to the path without them are left out, mm: less than a pixel of any image. */
const CORNER_MM = 0.1;

/** Corners of a path one after the other: x, y, x, y, …; in tenths of a millimetre. */
type Path = readonly number[];

/** A mark as a results file holds it: without its id, its lengths in whole tenths of a millimetre. */
export type HandedMark =
  | {
      readonly kind: 'brush';
      readonly finding: MarkableFinding;
      readonly path: Path;
      readonly radius: number;
    }
  | { readonly kind: 'eraser'; readonly path: Path; readonly radius: number }
  | { readonly kind: 'line'; readonly finding: MarkableFinding; readonly path: Path; readonly width: number }
  | {
      readonly kind: 'beam';
      readonly finding: MarkableFinding;
      readonly path: Path;
      readonly width: number;
      readonly end: number;
    }
  | { readonly kind: 'region'; readonly finding: MarkableFinding; readonly path: Path };

function isTenth(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) <= REACH;
}

// One check for a whole path: a class has some hundred thousand corners.
const path = z.custom<Path>(
  (value) =>
    Array.isArray(value) &&
    value.length >= 2 &&
    value.length <= MOST_NUMBERS &&
    value.length % 2 === 0 &&
    value.every(isTenth),
);
const length = z.custom<number>((value) => isTenth(value) && value >= 0);
const finding = markableFindingSchema;

export const handedMarkSchema: StoredSchema<HandedMark> = z.discriminatedUnion('kind', [
  objectSchema({ kind: z.literal('brush'), finding, path, radius: length }),
  objectSchema({ kind: z.literal('eraser'), path, radius: length }),
  objectSchema({ kind: z.literal('line'), finding, path, width: length }),
  objectSchema({ kind: z.literal('beam'), finding, path, width: length, end: length }),
  objectSchema({ kind: z.literal('region'), finding, path }),
]);

/** A mark made small; null where it has no corner. */
export function markHand(mark: Mark): HandedMark | null {
  const points = mark.kind === 'beam' ? [mark.origin] : mark.points;
  if (points.length === 0) return null;
  const handed = pathOf(points);
  switch (mark.kind) {
    case 'brush':
      return { kind: 'brush', finding: mark.finding, path: handed, radius: tenths(mark.radiusMm) };
    case 'eraser':
      return { kind: 'eraser', path: handed, radius: tenths(mark.radiusMm) };
    case 'line':
      return { kind: 'line', finding: mark.finding, path: handed, width: tenths(mark.widthMm) };
    case 'beam': {
      const { finding: of, widthMm, endDepthMm } = mark;
      return { kind: 'beam', finding: of, path: handed, width: tenths(widthMm), end: tenths(endDepthMm) };
    }
    case 'region':
      return { kind: 'region', finding: mark.finding, path: handed };
  }
}

/** The mark again, in mm; `id` tells it from the others of its answer. */
export function markOfHanded(handed: HandedMark, id: string): Mark {
  const points = pointsOf(handed.path);
  switch (handed.kind) {
    case 'brush':
      return { id, kind: 'brush', finding: handed.finding, points, radiusMm: handed.radius / 10 };
    case 'eraser':
      return { id, kind: 'eraser', points, radiusMm: handed.radius / 10 };
    case 'line':
      return { id, kind: 'line', finding: handed.finding, points, widthMm: handed.width / 10 };
    case 'beam': {
      const { finding: of, width, end } = handed;
      return { id, kind: 'beam', finding: of, origin: points[0]!, widthMm: width / 10, endDepthMm: end / 10 };
    }
    case 'region':
      return { id, kind: 'region', finding: handed.finding, points };
  }
}

function pathOf(points: readonly MmPoint[]): Path {
  const corners = points.length > 2 ? pathSimplify(points, CORNER_MM) : points;
  return corners.slice(0, MOST_NUMBERS / 2).flatMap(({ x, y }) => [tenths(x), tenths(y)]);
}

function pointsOf(numbers: Path): readonly MmPoint[] {
  const points: MmPoint[] = [];
  for (let i = 0; i < numbers.length; i += 2) {
    points.push({ x: numbers[i]! / 10, y: numbers[i + 1]! / 10 });
  }
  return points;
}

function tenths(mm: number): number {
  const rounded = Math.round(10 * mm);
  // Minus nothing would be written as nothing, and be another value when it is read back.
  return Math.max(-REACH, Math.min(REACH, rounded)) || 0;
}
