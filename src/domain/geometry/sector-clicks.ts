import type { Fan } from './fan.ts';
import type { PxPoint } from './point.ts';
import type { Sector } from './sector.ts';
import { type SectorScale, sectorAtScale } from './sector-scale.ts';

/**
 * Three clicks that fix an upright, symmetric sector, also when the image is cropped:
 * 1. the end of the probe's face: the upper corner of the image, on either side;
 * 2. any point further down the same side edge, the lower the better;
 * 3. the deepest point of the middle scan line: bottom middle.
 */
export type SectorClicks = readonly [faceEnd: PxPoint, sideEdge: PxPoint, bottomMiddle: PxPoint];

/** Clicks nearer than this tell no direction. */
const LEAST_PX = 4;

/** The sector that three clicks mean, or null where they fix none (too close together, or upside down). */
export function sectorFromClicks(
  clicks: SectorClicks,
  kind: Sector['kind'],
  scale: SectorScale = {},
): Sector | null {
  const fan = kind === 'linear' ? linearFromClicks(clicks) : convexFromClicks(clicks);
  return fan === null ? null : sectorAtScale(fan, scale);
}

function linearFromClicks([faceEnd, sideEdge, bottomMiddle]: SectorClicks): Fan | null {
  const side = (faceEnd.x + sideEdge.x) / 2;
  const half = Math.abs(bottomMiddle.x - side);
  if (half < LEAST_PX || bottomMiddle.y - faceEnd.y < LEAST_PX) return null;
  return {
    kind: 'linear',
    left: bottomMiddle.x - half,
    right: bottomMiddle.x + half,
    top: faceEnd.y,
    bottom: bottomMiddle.y,
  };
}

function convexFromClicks([faceEnd, sideEdge, bottomMiddle]: SectorClicks): Fan | null {
  const down = sideEdge.y - faceEnd.y;
  const side = Math.sign(faceEnd.x - bottomMiddle.x);
  const out = (sideEdge.x - faceEnd.x) * side;
  if (down < LEAST_PX || out < 1) return null;
  const reach = Math.abs(faceEnd.x - bottomMiddle.x);
  const apexY = faceEnd.y - (reach * down) / out;
  const inner = Math.hypot(reach, faceEnd.y - apexY);
  const outer = bottomMiddle.y - apexY;
  if (outer - inner < LEAST_PX) return null;
  return { kind: 'convex', apexX: bottomMiddle.x, apexY, half: Math.atan2(out, down), inner, outer };
}
