import type { PxPoint } from '../geometry/point.ts';
import { contourTrace } from '../marks/contour.ts';
import type { MaskShape, PxSize } from './annotation.ts';
import { AnnotationError } from './annotation-error.ts';

type MaskArea = Pick<MaskShape, 'left' | 'top' | 'width' | 'height' | 'runs'>;

/** The pixels of a mask's rectangle, row by row: 1 inside, else 0. */
export function maskPixels({
  width,
  height,
  runs,
}: Pick<MaskShape, 'width' | 'height' | 'runs'>): Uint8Array {
  const pixels = new Uint8Array(width * height);
  let at = 0;
  for (const [i, length] of runs.entries()) {
    if (i % 2 === 1) pixels.fill(1, at, at + length);
    at += length;
  }
  return pixels;
}

/** Runs of pixels, row by row, outside and inside in turn, beginning outside. */
export function maskRuns(pixels: Uint8Array): number[] {
  const runs: number[] = [];
  let from = 0;
  let value = 0;
  for (let at = 0; at <= pixels.length; at++) {
    if (at < pixels.length && (pixels[at] === 0 ? 0 : 1) === value) continue;
    runs.push(at - from);
    from = at;
    value = 1 - value;
  }
  return runs;
}

/** Whether runs are whole, none is below 0, and they fill their rectangle. */
export function runsFit(runs: readonly number[], size: PxSize): boolean {
  let sum = 0;
  for (const run of runs) {
    if (!Number.isInteger(run) || run < 0) return false;
    sum += run;
  }
  return sum === size.width * size.height;
}

/**
 * The smallest rectangle of the pixels of a raster that satisfy `isOf`, with their runs; null where none does.
 * @param isOf of the pixel's index, row by row
 */
export function maskCut({ width, height }: PxSize, isOf: (at: number) => boolean): MaskArea | null {
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (!isOf(row * width + column)) continue;
      left = Math.min(left, column);
      right = Math.max(right, column);
      top = Math.min(top, row);
      bottom = row;
    }
  }
  if (right < 0) return null;
  const box = { left, top, width: right - left + 1, height: bottom - top + 1 };
  const pixels = new Uint8Array(box.width * box.height);
  for (let row = 0; row < box.height; row++) {
    for (let column = 0; column < box.width; column++) {
      if (isOf((top + row) * width + left + column)) pixels[row * box.width + column] = 1;
    }
  }
  return { ...box, runs: maskRuns(pixels) };
}

/** Sides of pixels along the border of one mask; an outline of more is none that anybody drew. */
const MOST_SIDES = 1_000_000;

/**
 * The outline of a mask along the edges of its pixels, without loss: one polygon, whose even-odd inside is these
 * pixels. Empty where the mask is.
 * @throws AnnotationError `annotation-too-large`
 */
export function maskOutline(mask: MaskArea): readonly PxPoint[] {
  const inside = maskPixels(mask);
  if (bordersCount(inside, mask.width) > MOST_SIDES) {
    throw new AnnotationError('annotation-too-large', { code: 'annotationPointsTooMany', most: MOST_SIDES });
  }
  const members = Int32Array.from(inside.keys()).filter((at) => inside[at] === 1);
  return contourTrace(members, mask.width, mask.height, 0).map(({ x, y }) => ({
    x: mask.left + x,
    y: mask.top + y,
  }));
}

/** Sides between pixels that are inside and ones that are not, the rim aside. */
function bordersCount(inside: Uint8Array, width: number): number {
  let sides = 0;
  for (let at = 0; at < inside.length; at++) {
    if (at % width > 0 && inside[at] !== inside[at - 1]) sides += 1;
    if (at >= width && inside[at] !== inside[at - width]) sides += 1;
  }
  return sides;
}
