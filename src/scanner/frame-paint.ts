import type { Sector } from '../domain/geometry/sector.ts';
import { sectorTrace } from './canvas-path.ts';

/** Grey levels, row-major. */
interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Draws a grey image on a canvas, a canvas pixel for each of its own. */
export function framePaint(canvas: HTMLCanvasElement, { width, height, grey }: GreyImage): void {
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const context = canvas.getContext('2d');
  if (context === null) return;
  const image = context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let i = 0; i < pixels.length; i++) pixels[i] = 0xff000000 | (grey[i]! * 0x010101);
  context.putImageData(image, 0, 0);
}

/** Draws the outline of a sector on a canvas whose pixels are those of its raster, in the colour of its text. */
export function sectorPaint(canvas: HTMLCanvasElement, sector: Sector): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.strokeStyle = getComputedStyle(canvas).color;
  context.beginPath();
  sectorTrace(context, sector);
  context.stroke();
}
