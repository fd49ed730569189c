import type { MarkableFinding } from '../domain/findings/finding.ts';
import type { Mask } from '../domain/frame/frame.ts';
import type { Crop } from '../domain/frame/sector-crop.ts';
import { overlayInks } from './ink.ts';
import { maskPaint, PAINT_SCALE } from './mask-paint.ts';

/**
 * Paints the part of a mask that lies over the image on a canvas of its own.
 * @param findings classes that are painted
 */
export function maskOverlay(
  canvas: HTMLCanvasElement,
  { classes, width, sector }: Mask,
  crop: Crop,
  findings: readonly MarkableFinding[],
): void {
  const part = new Uint8Array(crop.width * crop.height);
  for (let row = 0; row < crop.height; row++) {
    const from = (crop.top + row) * width + crop.left;
    part.set(classes.subarray(from, from + crop.width), row * crop.width);
  }
  canvas.width = crop.width * PAINT_SCALE;
  canvas.height = crop.height * PAINT_SCALE;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const image = context.createImageData(canvas.width, canvas.height);
  const words = new Uint32Array(image.data.buffer);
  maskPaint(
    { classes: part, width: crop.width, height: crop.height, sector },
    overlayInks(new Set(findings)),
    words,
  );
  context.putImageData(image, 0, 0);
}
