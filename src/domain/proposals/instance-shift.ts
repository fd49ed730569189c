import { SPECK_MM2 } from '../frame/components.ts';
import type { Mask } from '../frame/frame.ts';
import { arcMm } from '../geometry/arc.ts';
import { beamRasterOf } from '../geometry/beam-raster.ts';
import { mmFromBeam, pxFromMm } from '../geometry/sector.ts';
import { type Instance, instanceOf } from '../grading/instances.ts';

/** How far something is moved among the scan lines: `lateral` across them (-2 to 2), mm along them. */
export interface BeamShift {
  readonly lateral: number;
  readonly deeperMm: number;
}

/**
 * A finding moved along and across the scan lines, which it keeps following; null where it leaves the image, but for a speck.
 *
 * @param like a mask on the raster of its pixels
 */
export function instanceShift(
  one: Instance,
  like: Mask,
  { lateral, deeperMm }: BeamShift,
  finding = one.finding,
): Instance | null {
  const { width, height, sector } = like;
  const beams = beamRasterOf(sector, width, height);
  const own = new Set(one.pixels);
  const pixels: number[] = [];
  for (let at = 0; at < width * height; at++) {
    const depthMm = beams.depthMm[at]!;
    const across = beams.lateral[at]!;
    if (Math.abs(across) > 1 || depthMm < 0 || depthMm > sector.depthMm) continue;
    const from = { lateral: across - lateral, depthMm: depthMm - deeperMm };
    if (from.lateral < one.lateralFrom - EDGE || from.lateral > one.lateralTo + EDGE) continue;
    if (from.depthMm < one.depthFromMm - 1 || from.depthMm > one.depthToMm + 1) continue;
    const { x, y } = pxFromMm(sector, mmFromBeam(sector, from));
    const [column, row] = [Math.floor(x + TIE_PX), Math.floor(y + TIE_PX)];
    if (column < 0 || row < 0 || column >= width || row >= height) continue;
    if (own.has(row * width + column)) pixels.push(at);
  }
  if (pixels.length * sector.mmPerPx ** 2 < SPECK_MM2) return null;
  return instanceOf(like, finding, Int32Array.from(pixels));
}

/** A pixel reaches beyond its centre, lateral units. */
const EDGE = 0.05;

/** A centre that falls on the border of two pixels goes to the same one on every machine. */
const TIE_PX = 1e-6;

/** The scan lines that so many mm across are, at the depth where a finding begins. */
export function lateralOfMm({ origin }: Instance, { sector }: Mask, mm: number): number {
  return mm / arcMm(sector, 1, origin.depthMm);
}
