import type { Fan } from '../domain/geometry/fan.ts';
import type { PxPoint } from '../domain/geometry/point.ts';
import { mmFromBeam, pxFromMm, type Sector } from '../domain/geometry/sector.ts';
import { type SectorScale, sectorAtScale } from '../domain/geometry/sector-scale.ts';

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

/** How far down its edge the second click of a sector goes: as far as the picture shows it. */
const EDGE_SHARES = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4] as const;

/** Three clicks that would give this sector, on the side and as far down as a picture of this size shows them. */
export function clicksFromSector(sector: Sector, width: number, height: number): SectorClicks {
  const at = (lateral: number, share: number): PxPoint =>
    pxFromMm(sector, mmFromBeam(sector, { lateral, depthMm: share * sector.depthMm }));
  const isShown = ({ x, y }: PxPoint): boolean => x >= 0 && y >= 0 && x <= width && y <= height;
  const side = isShown(at(-1, 0)) || !isShown(at(1, 0)) ? -1 : 1;
  const share = EDGE_SHARES.find((candidate) => isShown(at(side, candidate))) ?? EDGE_SHARES.at(-1)!;
  return [at(side, 0), at(side, share), at(0, 1)];
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
