import { sectorInside } from '../../domain/frame/mask.ts';
import { frameCut, sectorCrop } from '../../domain/frame/sector-crop.ts';
import type { Sector } from '../../domain/geometry/sector.ts';
import { sectorInCrop } from '../../domain/geometry/sector-scale.ts';
import { greyPainter } from './grey-painter.ts';
import type { Picture } from './picture.ts';

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
  const { factor } = frameCut(sector, width, height);
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

/** How many pixels of a picture lie inside a sector. */
export function sectorPixels(sector: Sector, width: number, height: number): number {
  return sectorInside(sector, width, height).reduce((sum, isInside) => sum + isInside, 0);
}
