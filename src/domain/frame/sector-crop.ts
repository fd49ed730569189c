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

/** Where frames lie in the whole pictures that they were cut from. */
export interface FrameCut {
  /** The cut's upper left corner, in whole pixels of the pictures. */
  readonly left: number;
  readonly top: number;
  /** Pixels of a frame for each pixel of a picture, more than 0 and at most 1. */
  readonly factor: number;
  readonly pictureWidth: number;
  readonly pictureHeight: number;
}

/**
 * How frames are cut from pictures: the sector's part, made smaller where a side is longer than FRAME_PX_MAX.
 * @param width,height of the whole pictures, whose pixels the sector is in
 */
export function frameCut(sector: Sector, width: number, height: number): FrameCut {
  const crop = sectorCrop(sector, width, height);
  const factor = Math.min(1, FRAME_PX_MAX / Math.max(crop.width, crop.height));
  return { left: crop.left, top: crop.top, factor, pictureWidth: width, pictureHeight: height };
}

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
