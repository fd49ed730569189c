import { pxFromMm, type Sector, sectorBounds } from '../geometry/sector.ts';

/** A rectangle of a picture, in whole pixels of it. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Longest side of the frames that leave a source: more than a screen shows or the network sees is of no use. */
export const FRAME_PX_MAX = 1024;

/**
 * The part of a picture that the sector's bounding box covers, in whole pixels; at least one pixel of the picture,
 * also where the sector lies beside it.
 * @param width,height of the whole picture, whose pixels the sector is in
 */
export function sectorCrop(sector: Sector, width: number, height: number): Crop {
  const box = sectorBounds(sector);
  const from = pxFromMm(sector, { x: box.left, y: box.top });
  const to = pxFromMm(sector, { x: box.right, y: box.bottom });
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));
  const left = clamp(Math.floor(from.x), width - 1);
  const top = clamp(Math.floor(from.y), height - 1);
  return {
    left,
    top,
    width: Math.max(1, clamp(Math.ceil(to.x), width) - left),
    height: Math.max(1, clamp(Math.ceil(to.y), height) - top),
  };
}
