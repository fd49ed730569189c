import type { PxPoint } from '../domain/geometry/point.ts';
import { pxFromMm, type Sector, sectorBounds } from '../domain/geometry/sector.ts';

/** A size in CSS pixels, and how many device pixels one of them is wide. */
export interface ScreenSize {
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

/** A rectangle in device pixels. */
export interface DeviceBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where everything on the scanner's screen lies, in device pixels of its canvas. */
export interface ScannerLayout {
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel, 1-2. */
  readonly pixelRatio: number;
  /** The sector as drawn on the screen: `pxFromMm` and `mmFromPx` of it are the display transform. */
  readonly screen: Sector;
  /** The grey bar. */
  readonly bar: DeviceBox;
  /** Where the depth scale's line stands. */
  readonly scaleX: number;
  /** The probe marker dot, beside the first scan line's upper end. */
  readonly marker: PxPoint;
  /** Upper left corner of the status text. */
  readonly status: PxPoint;
  readonly fontPx: number;
}

/** A screen narrower than this, in CSS pixels, gets a phone's margins. */
const COMPACT_WIDTH = 520;

interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The upper corners beside a convex fan are empty, so that the grey bar needs a margin of its own only beside
 * a linear probe's rectangle, and its marker dot a line below the status text.
 */
function marginsOf(isCompact: boolean, sector: Sector): Margins {
  const barWidth = sector.kind === 'convex' ? 0 : isCompact ? 14 : 26;
  return isCompact
    ? { left: 10 + barWidth, right: 40, top: sector.kind === 'convex' ? 30 : 40, bottom: 10 }
    : { left: 18 + barWidth, right: 52, top: 40, bottom: 18 };
}

/** Largest device pixel ratio that is drawn: beyond it the eye sees no gain and the fill rate does. */
const PIXEL_RATIO_MAX = 2;

/**
 * Fits the sector as large as possible into the parent, centred, with room for scale, bar and status.
 * Sizes below one pixel count as one, so that a hidden parent is no special case.
 */
export function scannerLayout(size: ScreenSize, sector: Sector): ScannerLayout {
  const pixelRatio = Math.min(Math.max(size.pixelRatio, 1), PIXEL_RATIO_MAX);
  const width = Math.max(1, Math.round(size.width * pixelRatio));
  const height = Math.max(1, Math.round(size.height * pixelRatio));
  const isCompact = size.width < COMPACT_WIDTH;
  const margins = marginsOf(isCompact, sector);
  const box = sectorBounds(sector);
  const freeWidth = Math.max(1, width - (margins.left + margins.right) * pixelRatio);
  const freeHeight = Math.max(1, height - (margins.top + margins.bottom) * pixelRatio);
  const mmPerPx = Math.max((box.right - box.left) / freeWidth, (box.bottom - box.top) / freeHeight);
  const originPx: PxPoint = {
    x: margins.left * pixelRatio + freeWidth / 2 - (box.left + box.right) / 2 / mmPerPx,
    y: margins.top * pixelRatio + (freeHeight - (box.bottom - box.top) / mmPerPx) / 2 - box.top / mmPerPx,
  };
  const screen: Sector = { ...sector, mmPerPx, originPx };
  return { width, height, pixelRatio, screen, ...furniturePlaces(screen, pixelRatio, isCompact) };
}

function furniturePlaces(
  screen: Sector,
  pixelRatio: number,
  isCompact: boolean,
): Pick<ScannerLayout, 'bar' | 'scaleX' | 'marker' | 'status' | 'fontPx'> {
  const box = sectorBounds(screen);
  const upper = pxFromMm(screen, { x: box.left, y: box.top });
  const lower = pxFromMm(screen, { x: box.right, y: box.bottom });
  const barWidth = (isCompact ? 8 : 12) * pixelRatio;
  const barLeft = screen.kind === 'convex' ? upper.x : upper.x - barWidth - (isCompact ? 6 : 14) * pixelRatio;
  const halfAngle = screen.kind === 'convex' ? screen.angleRad / 2 : 0;
  const faceLeft =
    screen.kind === 'convex'
      ? pxFromMm(screen, {
          x: -screen.radiusMm * Math.sin(halfAngle),
          y: screen.radiusMm * (Math.cos(halfAngle) - 1),
        })
      : upper;
  const away = (isCompact ? 9 : 12) * pixelRatio;
  return {
    bar: { left: barLeft, top: upper.y, width: barWidth, height: (lower.y - upper.y) * 0.36 },
    scaleX: lower.x + (isCompact ? 8 : 16) * pixelRatio,
    marker:
      screen.kind === 'convex'
        ? { x: faceLeft.x - away * Math.cos(halfAngle), y: faceLeft.y - away * Math.sin(halfAngle) * 0.4 }
        : { x: faceLeft.x + away * 0.7, y: faceLeft.y - away },
    status: { x: (isCompact ? 10 : 18) * pixelRatio, y: (isCompact ? 8 : 12) * pixelRatio },
    fontPx: (isCompact ? 11 : 13) * pixelRatio,
  };
}

/** Where a raster with its own geometry lies on the screen: its upper left corner and magnification. */
export interface RasterPlace {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export function rasterPlace(screen: Sector, raster: Sector): RasterPlace {
  const scale = raster.mmPerPx / screen.mmPerPx;
  return {
    x: screen.originPx.x - raster.originPx.x * scale,
    y: screen.originPx.y - raster.originPx.y * scale,
    scale,
  };
}
