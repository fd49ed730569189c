import type { PxSpacing } from '../../domain/annotation/annotation.ts';
import type { ConvexSector, Sector } from '../../domain/geometry/sector.ts';
import type { SlicerFile } from './slicer-schema.ts';

type FanFields = Pick<
  SlicerFile,
  'mask_type' | 'angle1' | 'angle2' | 'center_rows_px' | 'center_cols_px' | 'radius1' | 'radius2'
>;

/** A fan that leans further than this, in degrees, is not one whose middle scan line runs straight down. */
const LEAN_DEG = 3;
/** Sides of a pixel that differ by more than this, as a share, bend the fan. */
const SQUARE = 0.02;
/** The middle of a pixel, which SlicerUltrasound counts by whole numbers. */
const MIDDLE_PX = 0.5;

/** A file that states a fan that cannot be had here. */
export type SlicerFan = { readonly sector: Sector | null; readonly isTilted: boolean };

/**
 * The fan that a file states: its apex, the radii of the probe's face and of the bottom in pixels, and the angles of its
 * sides from the right, in degrees, downwards.
 */
export function fanRead(file: FanFields, spacing: PxSpacing): SlicerFan {
  const { angle1, angle2, center_rows_px: row, center_cols_px: column, radius1, radius2 } = file;
  const none = { sector: null, isTilted: false };
  if (file.mask_type !== 'fan' || angle1 === null || angle2 === null || row === null || column === null)
    return none;
  if (radius1 === null || radius2 === null || radius1 <= 0 || radius2 <= radius1) return none;
  const openDeg = Math.abs(angle1 - angle2);
  if (openDeg <= 0 || openDeg > 180 || Math.abs(spacing.x / spacing.y - 1) > SQUARE) return none;
  if (Math.abs((angle1 + angle2) / 2 - 90) > LEAN_DEG) return { sector: null, isTilted: true };
  const mmPerPx = (spacing.x + spacing.y) / 2;
  const sector: ConvexSector = {
    kind: 'convex',
    mmPerPx,
    originPx: { x: column + MIDDLE_PX, y: row + MIDDLE_PX + radius1 },
    radiusMm: radius1 * mmPerPx,
    angleRad: (openDeg * Math.PI) / 180,
    depthMm: (radius2 - radius1) * mmPerPx,
  };
  return { sector, isTilted: false };
}

/** The fields of a fan, whole pixels as the program writes them; none for parallel scan lines. */
export function fanWrite(sector: Sector | null): Partial<FanFields> {
  if (sector === null || sector.kind !== 'convex') return {};
  const radiusPx = sector.radiusMm / sector.mmPerPx;
  const halfDeg = (sector.angleRad * 90) / Math.PI;
  return {
    mask_type: 'fan',
    angle1: 90 + halfDeg,
    angle2: 90 - halfDeg,
    center_rows_px: Math.round(sector.originPx.y - radiusPx - MIDDLE_PX),
    center_cols_px: Math.round(sector.originPx.x - MIDDLE_PX),
    radius1: Math.round(radiusPx),
    radius2: Math.round(radiusPx + sector.depthMm / sector.mmPerPx),
  };
}
