import { type Fan, fanDepthPx } from './fan.ts';
import type { Sector } from './sector.ts';

/** Depths that are assumed where nothing at all is known of an image: the usual settings on the lung. */
export const ASSUMED_DEPTH_MM: Readonly<Record<Sector['kind'], number>> = { convex: 150, linear: 60 };

/**
 * Probes differ less than depths do: nearly every curved array for the abdomen and lung has a radius of about 60 mm,
 * and a linear one a face of about 38 mm. So they tell the scale where nothing else does, as long as the depth that
 * follows is one that is used on the lung.
 */
const PROBE_MM: Readonly<Record<Sector['kind'], number>> = { convex: 60, linear: 38 };
const DEPTH_RANGE_MM: Readonly<Record<Sector['kind'], readonly [least: number, most: number]>> = {
  convex: [80, 200],
  linear: [30, 120],
};
/** Machines offer depths in steps. */
const DEPTH_STEP_MM = 5;

/**
 * The source of millimetres: the calibration of a DICOM file's region, its pixel spacing for want of one, the depth
 * scale drawn beside the image, what somebody stated, or an assumed probe.
 */
export type ScaleOrigin = 'dicom' | 'pixel_spacing' | 'ticks' | 'given' | 'assumed';

/** A scale in mm per pixel, and what it rests on. */
export interface KnownScale {
  readonly mmPerPx: number;
  readonly origin: ScaleOrigin;
}

/** The known scale; without either length it is assumed by the kind of probe. `mmPerPx` wins. */
export interface SectorScale {
  /** Length of a scan line, mm. */
  readonly depthMm?: number;
  readonly mmPerPx?: number;
  /** Where the length comes from; `given` unless stated. */
  readonly origin?: ScaleOrigin;
}

/** The source of millimetres of such a scale. */
export function scaleOrigin({ depthMm, mmPerPx, origin = 'given' }: SectorScale): ScaleOrigin {
  return depthMm === undefined && mmPerPx === undefined ? 'assumed' : origin;
}

/** The sector of a fan in image pixels, its millimetres from what is known or else assumed. */
export function sectorAtScale(fan: Fan, scale: SectorScale): Sector {
  const depthMm = scale.depthMm ?? assumedDepthMm(fan);
  return sectorFromFan(fan, scale.mmPerPx ?? depthMm / fanDepthPx(fan));
}

function assumedDepthMm(fan: Fan): number {
  const probePx = fan.kind === 'linear' ? fan.right - fan.left : fan.inner;
  const [least, most] = DEPTH_RANGE_MM[fan.kind];
  const depthMm = (fanDepthPx(fan) * PROBE_MM[fan.kind]) / Math.max(probePx, 1);
  return Math.min(most, Math.max(least, Math.round(depthMm / DEPTH_STEP_MM) * DEPTH_STEP_MM));
}

/** The same pixels with another length of the scan lines: when the trainee tells the depth that was assumed. */
export function sectorWithDepth(sector: Sector, depthMm: number): Sector {
  const factor = depthMm / sector.depthMm;
  const scaled = { mmPerPx: sector.mmPerPx * factor, depthMm };
  return sector.kind === 'linear'
    ? { ...sector, ...scaled, widthMm: sector.widthMm * factor }
    : { ...sector, ...scaled, radiusMm: sector.radiusMm * factor };
}

/** The same pixels at another scale, in mm per pixel: when it becomes known where it was assumed. */
export function sectorWithScale(sector: Sector, mmPerPx: number): Sector {
  return sectorWithDepth(sector, (sector.depthMm * mmPerPx) / sector.mmPerPx);
}

/** The same sector in a raster that begins at (left, top) of the old one and is `factor` times as fine. */
export function sectorInCrop(sector: Sector, left: number, top: number, factor: number): Sector {
  return {
    ...sector,
    mmPerPx: sector.mmPerPx / factor,
    originPx: { x: (sector.originPx.x - left) * factor, y: (sector.originPx.y - top) * factor },
  };
}

/** The other way round: the sector in pixels of the whole picture. */
export function sectorOutOfCrop(sector: Sector, left: number, top: number, factor: number): Sector {
  const { x, y } = sector.originPx;
  return {
    ...sector,
    mmPerPx: sector.mmPerPx * factor,
    originPx: { x: x / factor + left, y: y / factor + top },
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
