import { mmFromPx, pxFromMm } from '../geometry/sector.ts';
import type { Frame, Mask } from './frame.ts';
import { sectorInside } from './mask.ts';

/** The network's mask in the raster of the picture it was asked about: nearest class, 0 outside the sector. */
export function maskPlace(mask: Mask, { width, height, sector }: Frame): Mask {
  const inside = sectorInside(sector, width, height);
  const classes = new Uint8Array(width * height);
  for (let at = 0; at < classes.length; at++) {
    if (inside[at] === 0) continue;
    const centre = { x: (at % width) + 0.5, y: Math.floor(at / width) + 0.5 };
    const { x, y } = pxFromMm(mask.sector, mmFromPx(sector, centre));
    const column = Math.min(mask.width - 1, Math.max(0, Math.floor(x)));
    const row = Math.min(mask.height - 1, Math.max(0, Math.floor(y)));
    classes[at] = mask.classes[row * mask.width + column]!;
  }
  return { width, height, classes, sector };
}

/** The frame with everything outside its sector black, so that no name in the picture is written out again. */
export function sectorKeep(frame: Frame): Frame {
  const inside = sectorInside(frame.sector, frame.width, frame.height);
  return { ...frame, grey: frame.grey.map((level, at) => (inside[at] === 1 ? level : 0)) };
}
