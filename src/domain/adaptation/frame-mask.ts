import type { Frame, Mask } from '../frame/frame.ts';
import type { Mark } from '../marks/mark.ts';
import { marksRasterise } from '../marks/rasterise.ts';

/** A person's marks on a frame as classes of its own pixels. */
export function frameMask(
  marks: readonly Mark[],
  { width, height, sector }: Pick<Frame, 'width' | 'height' | 'sector'>,
): Mask {
  const side = Math.max(width, height);
  const drawn = marksRasterise(marks, sector, side).classes;
  if (width === side) return { width, height, classes: drawn.subarray(0, width * height), sector };
  const classes = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    classes.set(drawn.subarray(row * side, row * side + width), row * width);
  }
  return { width, height, classes, sector };
}
