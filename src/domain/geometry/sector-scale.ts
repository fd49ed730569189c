import { type Fan, fanDepthPx } from './fan.ts';
import type { Sector } from './sector.ts';

/** Depths that are assumed where nothing in the image says how deep it is: the usual settings on the lung. */
export const ASSUMED_DEPTH_MM: Readonly<Record<Sector['kind'], number>> = { convex: 150, linear: 60 };

/** What is known of the scale; without either a usual depth is assumed. `mmPerPx` wins. */
export interface SectorScale {
  /** Length of a scan line, mm. */
  readonly depthMm?: number;
  readonly mmPerPx?: number;
}

/** Whether millimetres of such a scale rest on an assumed depth. */
export function scaleIsAssumed(scale: SectorScale): boolean {
  return scale.depthMm === undefined && scale.mmPerPx === undefined;
}

/** The sector of a fan in image pixels, its millimetres from what is known or else assumed. */
export function sectorAtScale(fan: Fan, scale: SectorScale): Sector {
  const depthMm = scale.depthMm ?? ASSUMED_DEPTH_MM[fan.kind];
  return sectorFromFan(fan, scale.mmPerPx ?? depthMm / fanDepthPx(fan));
}

/** The same pixels with another length of the scan lines: when the trainee tells the depth that was assumed. */
export function sectorWithDepth(sector: Sector, depthMm: number): Sector {
  const factor = depthMm / sector.depthMm;
  const scaled = { mmPerPx: sector.mmPerPx * factor, depthMm };
  return sector.kind === 'linear'
    ? { ...sector, ...scaled, widthMm: sector.widthMm * factor }
    : { ...sector, ...scaled, radiusMm: sector.radiusMm * factor };
}

/** The same sector in a raster that begins at (left, top) of the old one and is `factor` times as fine. */
export function sectorInCrop(sector: Sector, left: number, top: number, factor: number): Sector {
  return {
    ...sector,
    mmPerPx: sector.mmPerPx / factor,
    originPx: { x: (sector.originPx.x - left) * factor, y: (sector.originPx.y - top) * factor },
  };
}

/** The sector that a fan is, at a scale in mm per pixel. */
function sectorFromFan(fan: Fan, mmPerPx: number): Sector {
  if (fan.kind === 'linear') {
    return {
      kind: 'linear',
      mmPerPx,
      originPx: { x: (fan.left + fan.right) / 2, y: fan.top },
      widthMm: (fan.right - fan.left) * mmPerPx,
      depthMm: (fan.bottom - fan.top) * mmPerPx,
    };
  }
  return {
    kind: 'convex',
    mmPerPx,
    originPx: { x: fan.apexX, y: fan.apexY + fan.inner },
    radiusMm: fan.inner * mmPerPx,
    angleRad: 2 * fan.half,
    depthMm: (fan.outer - fan.inner) * mmPerPx,
  };
}
