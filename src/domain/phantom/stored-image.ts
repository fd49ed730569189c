import { type Sector, sectorBounds } from '../geometry/sector.ts';
import type { Machine } from './exam.ts';

/** Blackens, in place, what was cut off at the top and the sides of the image's box before it was stored. */
export function cropCut(
  { crop }: Pick<Machine, 'crop'>,
  sector: Sector,
  sizePx: number,
  raster: Uint8Array,
): Uint8Array {
  if (crop.top === 0 && crop.left === 0 && crop.right === 0) return raster;
  const { left, right, top, bottom } = sectorBounds(sector);
  const width = right - left;
  const first = Math.round(left + crop.left * width);
  const last = Math.round(right - crop.right * width);
  const from = Math.round(top + crop.top * (bottom - top));
  for (let row = 0; row < sizePx; row++) {
    const base = row * sizePx;
    if (row < from) raster.fill(0, base, base + sizePx);
    else {
      raster.fill(0, base, base + Math.max(0, first));
      raster.fill(0, base + Math.min(sizePx, last), base + sizePx);
    }
  }
  return raster;
}

/** The image as the machine stores it: cut to its box, and written over; in place. */
export function greyStore(machine: Machine, sector: Sector, sizePx: number, grey: Uint8Array): Uint8Array {
  cropCut(machine, sector, sizePx, grey);
  for (const { x, y, width, height, grey: level } of machine.prints) {
    const left = Math.round(x * sizePx);
    const right = Math.max(left + 1, Math.round((x + width) * sizePx));
    const top = Math.round(y * sizePx);
    const bottom = Math.max(top + 1, Math.round((y + height) * sizePx));
    for (let row = top; row < Math.min(sizePx, bottom); row++) {
      grey.fill(level, row * sizePx + left, row * sizePx + Math.min(sizePx, right));
    }
  }
  return grey;
}
