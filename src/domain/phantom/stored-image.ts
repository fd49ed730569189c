import { type Sector, sectorBounds, sectorContains } from '../geometry/sector.ts';
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
  const { originPx, mmPerPx } = sector;
  const width = right - left;
  const first = Math.round(originPx.x + (left + crop.left * width) / mmPerPx);
  const last = Math.round(originPx.x + (right - crop.right * width) / mmPerPx);
  const from = Math.round(originPx.y + (top + crop.top * (bottom - top)) / mmPerPx);
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

/** The image as the machine stores it: cut to its box, and written over inside the sector; in place. */
export function greyStore(machine: Machine, sector: Sector, sizePx: number, grey: Uint8Array): Uint8Array {
  cropCut(machine, sector, sizePx, grey);
  for (const { x, y, width, height, grey: level } of machine.prints) {
    const left = Math.round(x * sizePx);
    const right = Math.max(left + 1, Math.round((x + width) * sizePx));
    const top = Math.round(y * sizePx);
    const bottom = Math.max(top + 1, Math.round((y + height) * sizePx));
    for (let row = top; row < Math.min(sizePx, bottom); row++) {
      const y = (row + 0.5 - sector.originPx.y) * sector.mmPerPx;
      for (let column = left; column < Math.min(sizePx, right); column++) {
        const x = (column + 0.5 - sector.originPx.x) * sector.mmPerPx;
        if (sectorContains(sector, { x, y })) grey[row * sizePx + column] = level;
      }
    }
  }
  return grey;
}
