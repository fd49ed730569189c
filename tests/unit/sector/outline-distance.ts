import type { PxPoint } from '../../../src/domain/geometry/point.ts';
import { mmFromBeam, pxFromMm, type Sector } from '../../../src/domain/geometry/sector.ts';

/** Points along the four sides of a sector, in pixels. */
function outlineOf(sector: Sector): readonly PxPoint[] {
  const at = (lateral: number, share: number): PxPoint =>
    pxFromMm(sector, mmFromBeam(sector, { lateral, depthMm: share * sector.depthMm }));
  const shares = Array.from({ length: 201 }, (_, i) => i / 200);
  return shares.flatMap((share) => [at(-1, share), at(1, share), at(2 * share - 1, 0), at(2 * share - 1, 1)]);
}

/** How far the part of either outline that the image shows lies from the other at most, as a share of its size. */
export function outlineDistance(
  one: Sector,
  other: Sector,
  { width, height }: { readonly width: number; readonly height: number },
): number {
  const outlines = [outlineOf(one), outlineOf(other)];
  const isShown = ({ x, y }: PxPoint): boolean => x > 1 && y > 1 && x < width - 1 && y < height - 1;
  let most = 0;
  for (const [from, to] of [outlines, outlines.toReversed()]) {
    for (const point of from!.filter(isShown)) {
      let least = Number.POSITIVE_INFINITY;
      for (const near of to!) least = Math.min(least, (near.x - point.x) ** 2 + (near.y - point.y) ** 2);
      most = Math.max(most, Math.sqrt(least));
    }
  }
  return most / Math.max(width, height);
}
