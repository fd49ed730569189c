import { FINDINGS } from '../findings/finding.ts';
import type { MmPoint } from '../geometry/point.ts';
import { mmFromPx, type Sector, sectorEquals } from '../geometry/sector.ts';
import type { Mask } from './frame.ts';

/** Nudges a pixel centre that falls on the border of two source pixels to the same side on every machine. */
const TIE_PX = 1e-6;

/** An all-background mask of `size` x `size` pixels; `sector` is the geometry in that raster. */
export function maskEmpty(sector: Sector, size: number): Mask {
  return { width: size, height: size, classes: new Uint8Array(size * size), sector };
}

/**
 * Which pixels of a raster are image: 1 where the pixel's centre lies inside the sector, else 0.
 * Row-major, `width * height`.
 */
export function sectorInside(sector: Sector, width: number, height: number): Uint8Array {
  const inside = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const y = (row + 0.5 - sector.originPx.y) * sector.mmPerPx;
    const [from, to] = sectorRowSpan(sector, y);
    for (let column = 0; column < width; column++) {
      const x = (column + 0.5 - sector.originPx.x) * sector.mmPerPx;
      const across = Math.abs(x);
      if (across >= from && across <= to) inside[row * width + column] = 1;
    }
  }
  return inside;
}

/** The interval of |x| in mm that lies inside the sector at a height y in mm; empty when from > to. */
function sectorRowSpan(sector: Sector, y: number): readonly [number, number] {
  if (sector.kind === 'linear') {
    return y >= 0 && y <= sector.depthMm ? [0, sector.widthMm / 2] : [1, 0];
  }
  const below = y + sector.radiusMm;
  const reach = sector.radiusMm + sector.depthMm;
  const outer = reach * reach - below * below;
  if (outer < 0) return [1, 0];
  const face = sector.radiusMm * sector.radiusMm - below * below;
  const half = sector.angleRad / 2;
  let from = face > 0 ? Math.sqrt(face) : 0;
  let to = Math.sqrt(outer);
  if (half < Math.PI / 2) {
    if (below <= 0) return [1, 0];
    to = Math.min(to, below * Math.tan(half));
  } else if (below < 0) {
    from = Math.max(from, -below * Math.tan(Math.PI - half));
  }
  return [from, to];
}

export function maskEquals(a: Mask, b: Mask): boolean {
  if (a.width !== b.width || a.height !== b.height || !sectorEquals(a.sector, b.sector)) return false;
  for (let i = 0; i < a.classes.length; i++) if (a.classes[i] !== b.classes[i]) return false;
  return true;
}

/**
 * The mask as seen on another raster, by the nearest source pixel: each target pixel takes the class of the
 * source pixel that its centre (in mm) falls in. Background outside the source raster or the target sector.
 */
export function maskResample(mask: Mask, sector: Sector, size: number): Mask {
  return maskSample(mask, sector, size, size, 0, 0);
}

/** The mask moved by a vector in mm (x right, y deeper), on its own raster; what leaves the sector is lost. */
export function maskShift(mask: Mask, dxMm: number, dyMm: number): Mask {
  return maskSample(mask, mask.sector, mask.width, mask.height, dxMm, dyMm);
}

function maskSample(
  mask: Mask,
  sector: Sector,
  width: number,
  height: number,
  dxMm: number,
  dyMm: number,
): Mask {
  const classes = sectorInside(sector, width, height);
  const from = mask.sector;
  const scale = sector.mmPerPx / from.mmPerPx;
  const sourceColumn = (column: number) =>
    Math.floor((column + 0.5 - sector.originPx.x) * scale - dxMm / from.mmPerPx + from.originPx.x + TIE_PX);
  const columns = Int32Array.from({ length: width }, (_, column) => sourceColumn(column));
  for (let row = 0; row < height; row++) {
    const y = Math.floor(
      (row + 0.5 - sector.originPx.y) * scale - dyMm / from.mmPerPx + from.originPx.y + TIE_PX,
    );
    const known = y >= 0 && y < mask.height;
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      if (classes[at] === 0) continue;
      const x = columns[column]!;
      classes[at] = known && x >= 0 && x < mask.width ? mask.classes[y * mask.width + x]! : 0;
    }
  }
  return { width, height, classes, sector };
}

/** Pixels of each class, indexed by mask value; as many entries as there are FINDINGS. */
export function maskCounts(mask: Mask): readonly number[] {
  const counts = new Uint32Array(256);
  const { classes } = mask;
  for (let at = 0; at < classes.length; at++) counts[classes[at]!]! += 1;
  return Array.from(counts.subarray(0, FINDINGS.length));
}

/** The centre in mm of the pixel with this index. */
export function pixelMm(mask: Pick<Mask, 'width' | 'sector'>, at: number): MmPoint {
  const column = at % mask.width;
  return mmFromPx(mask.sector, { x: column + 0.5, y: (at - column) / mask.width + 0.5 });
}
