import type { PxPoint } from '../domain/geometry/point.ts';
import { type Sector, sectorBounds } from '../domain/geometry/sector.ts';
import type { ScreenPanel } from './b-mode-panel.ts';

/** Depths of the rows of a strip of M-mode. */
export interface DepthScale {
  /** The row of depth 0, pixels of the whole picture. */
  readonly zeroPx: number;
  readonly mmPerPx: number;
}

/** How far two points of a strip lie apart. */
export interface StripDistance {
  readonly depthMm: number;
  /** Null where nobody has said how much time the strip shows. */
  readonly timeS: number | null;
}

/** Share of a strip's rows that the image beside it must have, too, for both to be drawn at one scale. */
const ROWS_SHARED = 0.8;
/** Shorter sides are no strip that can be measured on, pixels. */
export const STRIP_LEAST_PX = 16;

/**
 * The depths of a strip that lies beside the image and shares its rows, as machines draw both then at one scale.
 * @param sector in pixels of the same picture as the strip
 * @returns null where it lies above or below, or elsewhere
 */
export function depthScaleShared(strip: ScreenPanel, sector: Sector): DepthScale | null {
  const { originPx, mmPerPx } = sector;
  const { top, bottom } = sectorBounds(sector);
  const isBeside = originPx.x < strip.left || originPx.x > strip.left + strip.width;
  const rows =
    Math.min(originPx.y + bottom / mmPerPx, strip.top + strip.height) -
    Math.max(originPx.y + top / mmPerPx, strip.top);
  return isBeside && rows >= ROWS_SHARED * strip.height ? { zeroPx: originPx.y, mmPerPx } : null;
}

/** The depths of a strip from 0 at its top to `depthMm` at its bottom. */
export function depthScaleOver({ top, height }: ScreenPanel, depthMm: number): DepthScale {
  return { zeroPx: top, mmPerPx: depthMm / height };
}

/** Depth and time between two points, neither ever negative. */
export function mModeSpan(from: PxPoint, to: PxPoint, mmPerPx: number, sPerPx: number | null): StripDistance {
  return {
    depthMm: Math.abs(to.y - from.y) * mmPerPx,
    timeS: sPerPx === null ? null : Math.abs(to.x - from.x) * sPerPx,
  };
}

/**
 * A part of a picture in whole pixels, from what somebody drew or typed.
 * @returns null where it is no strip: not a number, beyond the picture, or a side shorter than STRIP_LEAST_PX
 */
export function stripWithin({ left, top, width, height }: ScreenPanel, picture: Picture): ScreenPanel | null {
  const [l, t] = [Math.round(left), Math.round(top)];
  const [w, h] = [Math.round(left + width) - l, Math.round(top + height) - t];
  const isInside = l >= 0 && t >= 0 && l + w <= picture.width && t + h <= picture.height;
  return isInside && w >= STRIP_LEAST_PX && h >= STRIP_LEAST_PX
    ? { left: l, top: t, width: w, height: h }
    : null;
}

interface Picture {
  readonly width: number;
  readonly height: number;
}

/** Steps of a ruler that people count by, times powers of ten. */
const STEPS = [1, 2, 5] as const;

/** Round numbers from `from` to `to` in one step of 1, 2 or 5 times a power of ten, at most `most` of them and one more. */
export function rulerTicks(from: number, to: number, most: number): readonly number[] {
  if (!(to > from)) return [];
  const power = Math.floor(Math.log10((to - from) / most));
  const steps = [power, power + 1].flatMap((at) => STEPS.map((step) => ({ step, at })));
  // Whole counts divided by a power of ten are as exact as can be: 3 / 10, not 0.1 + 0.1 + 0.1.
  const stepTimes = (count: number, at: number): number => (at < 0 ? count / 10 ** -at : count * 10 ** at);
  const { step, at } = steps.find((one) => (to - from) / stepTimes(one.step, one.at) <= most)!;
  const first = Math.ceil(from / stepTimes(step, at) - 1e-9);
  const last = Math.floor(to / stepTimes(step, at) + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => stepTimes((first + i) * step, at));
}
