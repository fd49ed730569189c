import { atan2, cos, sin } from '../numbers/portable-math.ts';
import type { BeamPoint, MmPoint, PxPoint } from './point.ts';

/** A fan of scan lines from a curved face, as drawn in a raster with square pixels. */
export interface ConvexSector {
  readonly kind: 'convex';
  readonly mmPerPx: number;
  /** The middle of the probe's face, in pixels. */
  readonly originPx: PxPoint;
  /** Radius of the probe's face in mm; its centre of curvature (the apex) lies this far above the origin. */
  readonly radiusMm: number;
  /** Full opening angle in radians. */
  readonly angleRad: number;
  /** Length of a scan line in mm. */
  readonly depthMm: number;
}

/** Parallel scan lines from a flat face. */
export interface LinearSector {
  readonly kind: 'linear';
  readonly mmPerPx: number;
  readonly originPx: PxPoint;
  readonly widthMm: number;
  readonly depthMm: number;
}

/** The geometry of a frame or mask: which pixels are image, and where in the body they lie. */
export type Sector = ConvexSector | LinearSector;

/** Bounds in mm of a sector, around its own origin. */
export interface MmBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function mmFromPx(sector: Sector, point: PxPoint): MmPoint {
  return {
    x: (point.x - sector.originPx.x) * sector.mmPerPx,
    y: (point.y - sector.originPx.y) * sector.mmPerPx,
  };
}

export function pxFromMm(sector: Sector, point: MmPoint): PxPoint {
  return {
    x: sector.originPx.x + point.x / sector.mmPerPx,
    y: sector.originPx.y + point.y / sector.mmPerPx,
  };
}

export function beamFromMm(sector: Sector, point: MmPoint): BeamPoint {
  if (sector.kind === 'linear') return { lateral: (2 * point.x) / sector.widthMm, depthMm: point.y };
  const below = point.y + sector.radiusMm;
  return {
    lateral: (2 * atan2(point.x, below)) / sector.angleRad,
    depthMm: Math.sqrt(point.x * point.x + below * below) - sector.radiusMm,
  };
}

export function mmFromBeam(sector: Sector, beam: BeamPoint): MmPoint {
  if (sector.kind === 'linear') return { x: (beam.lateral * sector.widthMm) / 2, y: beam.depthMm };
  const angle = (beam.lateral * sector.angleRad) / 2;
  const reach = sector.radiusMm + beam.depthMm;
  return { x: reach * sin(angle), y: reach * cos(angle) - sector.radiusMm };
}

/** Whether a point in mm lies inside the image. */
export function sectorContains(sector: Sector, point: MmPoint): boolean {
  const beam = beamFromMm(sector, point);
  return Math.abs(beam.lateral) <= 1 && beam.depthMm >= 0 && beam.depthMm <= sector.depthMm;
}

export function sectorBounds(sector: Sector): MmBox {
  if (sector.kind === 'linear') {
    return { left: -sector.widthMm / 2, right: sector.widthMm / 2, top: 0, bottom: sector.depthMm };
  }
  const half = sector.angleRad / 2;
  const reach = sector.radiusMm + sector.depthMm;
  const side = half >= Math.PI / 2 ? reach : reach * sin(half);
  return {
    left: -side,
    right: side,
    top: sector.radiusMm * (cos(half) - 1),
    bottom: sector.depthMm,
  };
}

/** The same sector drawn as large as fits, centred, in a square raster of `sizePx`, keeping its shape. */
export function sectorFit(sector: Sector, sizePx: number): Sector {
  const box = sectorBounds(sector);
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const mmPerPx = Math.max(width, height) / sizePx;
  const originPx: PxPoint = {
    x: sizePx / 2 - (box.left + box.right) / 2 / mmPerPx,
    y: (sizePx - height / mmPerPx) / 2 - box.top / mmPerPx,
  };
  return { ...sector, mmPerPx, originPx };
}

/** Whether two sectors are the same geometry drawn at the same place and scale. */
export function sectorEquals(a: Sector, b: Sector): boolean {
  if (
    a.mmPerPx !== b.mmPerPx ||
    a.depthMm !== b.depthMm ||
    a.originPx.x !== b.originPx.x ||
    a.originPx.y !== b.originPx.y
  ) {
    return false;
  }
  if (a.kind === 'convex') {
    return b.kind === 'convex' && a.radiusMm === b.radiusMm && a.angleRad === b.angleRad;
  }
  return b.kind === 'linear' && a.widthMm === b.widthMm;
}
