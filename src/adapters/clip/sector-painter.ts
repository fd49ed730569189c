import type { PxBox } from '../../domain/frame/image-series.ts';
import { sectorInside } from '../../domain/frame/mask.ts';
import { pxFromMm, type Sector, sectorBounds } from '../../domain/geometry/sector.ts';
import { sectorInCrop } from '../../domain/geometry/sector-scale.ts';
import { greyPainter } from './grey-painter.ts';
import type { Picture } from './picture.ts';

/** Longest side of the frames that leave: more than a screen shows or the network sees is of no use. */
const MAX_FRAME_PX = 1024;

/** Makes frames of pictures, in which nothing is left but the sector. */
export interface SectorPainter {
  readonly width: number;
  readonly height: number;
  /** In the frames' pixels. */
  readonly sector: Sector;
  /** Grey levels of a frame: black outside the sector, and with it any name burned into the picture. */
  paint(picture: Picture): Uint8Array;
}

/** `sector`, `width`, `height`: of whole pictures. */
export function sectorPainter(sector: Sector, width: number, height: number): SectorPainter {
  const crop = sectorCrop(sector, width, height);
  const factor = Math.min(1, MAX_FRAME_PX / Math.max(crop.width, crop.height));
  const paint = greyPainter(crop, factor);
  const placed = sectorInCrop(sector, crop.left, crop.top, factor);
  const inside = sectorInside(placed, paint.width, paint.height);
  return {
    width: paint.width,
    height: paint.height,
    sector: placed,
    paint(picture) {
      const grey = paint(picture);
      for (let i = 0; i < grey.length; i++) if (inside[i] === 0) grey[i] = 0;
      return grey;
    },
  };
}

/** The part of the picture that the sector's bounding box covers, in whole pixels. */
function sectorCrop(sector: Sector, width: number, height: number): PxBox {
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

/** How many pixels of a picture lie inside a sector. */
export function sectorPixels(sector: Sector, width: number, height: number): number {
  return sectorInside(sector, width, height).reduce((sum, isInside) => sum + isInside, 0);
}
