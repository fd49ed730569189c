import type { Frame } from '../../../domain/frame/frame.ts';
import { MASK_SIZE } from '../../../domain/frame/resample.ts';
import { pxFromMm, type Sector, sectorBounds } from '../../../domain/geometry/sector.ts';
import { SegmenterError } from '../../../network/segmenter-error.ts';
import type { BitmapMessage } from '../shared/messages.ts';

/** The browser shrinks to no less than this, as fine as the game's own frames; polar sampling does the rest. */
const DRAWN_SIZE = 2 * MASK_SIZE;

let canvas: OffscreenCanvas | null = null;

function canvasContext(width: number, height: number): OffscreenCanvasRenderingContext2D {
  canvas ??= new OffscreenCanvas(width, height);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) {
    throw new SegmenterError('frame-invalid', { code: 'browserDrawsNot' });
  }
  return context;
}

/** Grey levels (BT.601 luma) of RGBA pixels. */
function greyOf(rgba: Uint8ClampedArray, pixels: number): Uint8Array {
  const grey = new Uint8Array(pixels);
  for (let pixel = 0, at = 0; pixel < pixels; pixel++, at += 4) {
    grey[pixel] = (77 * rgba[at]! + 150 * rgba[at + 1]! + 29 * rgba[at + 2]! + 128) >> 8;
  }
  return grey;
}

/** Draws the part of a bitmap in which its sector lies, small, and reads it back as grey. Closes the bitmap. */
export function frameFromBitmap({ bitmap, width, height, sector, timeMs }: BitmapMessage): Frame {
  try {
    const bounds = sectorBounds(sector);
    const from = pxFromMm(sector, { x: bounds.left, y: bounds.top });
    const until = pxFromMm(sector, { x: bounds.right, y: bounds.bottom });
    const left = Math.max(0, Math.floor(from.x));
    const top = Math.max(0, Math.floor(from.y));
    const right = Math.min(width, Math.ceil(until.x));
    const bottom = Math.min(height, Math.ceil(until.y));
    if (!(right > left && bottom > top)) {
      throw new SegmenterError('frame-invalid', { code: 'frameSectorOutside' });
    }
    const shrink = Math.min(1, DRAWN_SIZE / Math.max(right - left, bottom - top));
    const drawnWidth = Math.max(1, Math.round((right - left) * shrink));
    const drawnHeight = Math.max(1, Math.round((bottom - top) * shrink));
    const context = canvasContext(drawnWidth, drawnHeight);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, left, top, right - left, bottom - top, 0, 0, drawnWidth, drawnHeight);
    const { data } = context.getImageData(0, 0, drawnWidth, drawnHeight);
    const drawnSector: Sector = {
      ...sector,
      mmPerPx: sector.mmPerPx / shrink,
      originPx: { x: (sector.originPx.x - left) * shrink, y: (sector.originPx.y - top) * shrink },
    };
    const grey = greyOf(data, drawnWidth * drawnHeight);
    return { width: drawnWidth, height: drawnHeight, grey, sector: drawnSector, timeMs };
  } finally {
    bitmap.close();
  }
}
