import { arcMm } from '../geometry/arc.ts';
import type { PxPoint } from '../geometry/point.ts';
import { beamFromMm, mmFromBeam, mmFromPx, pxFromMm, type Sector } from '../geometry/sector.ts';

/**
 * How a line that stands for a B-line was drawn: `along` it, down the scan lines, or `across` it, from one of its sides
 * to the other, as SlicerUltrasound has it.
 */
export type LineWay = 'along' | 'across';

/** By which a line gets further, from its first point to its last; without a sector, scan lines run straight down. */
export function lineWay(points: readonly PxPoint[], sector: Sector | null): LineWay {
  const [first, last] = [points[0]!, points.at(-1)!];
  if (sector === null) return Math.abs(last.x - first.x) > Math.abs(last.y - first.y) ? 'across' : 'along';
  const [from, to] = [first, last].map((point) => beamFromMm(sector, mmFromPx(sector, point)));
  const depthMm = (from!.depthMm + to!.depthMm) / 2;
  const acrossMm = arcMm(sector, to!.lateral - from!.lateral, depthMm);
  return Math.abs(acrossMm) > Math.abs(to!.depthMm - from!.depthMm) ? 'across' : 'along';
}

/**
 * The line across a B-line that was drawn along it: in the middle of its length, from one of its sides to the other,
 * left first.
 * @param breadthPx at its upper end; it widens with the fan, as the scan lines do
 */
export function lineAcross(
  points: readonly PxPoint[],
  breadthPx: number,
  sector: Sector | null,
): readonly [PxPoint, PxPoint] {
  const [first, last] = [points[0]!, points.at(-1)!];
  if (sector === null) {
    const [x, y] = [(first.x + last.x) / 2, (first.y + last.y) / 2];
    return [
      { x: x - breadthPx / 2, y },
      { x: x + breadthPx / 2, y },
    ];
  }
  const ends = [first, last].map((point) => beamFromMm(sector, mmFromPx(sector, point)));
  const depthMm = (ends[0]!.depthMm + ends[1]!.depthMm) / 2;
  const lateral = (ends[0]!.lateral + ends[1]!.lateral) / 2;
  const topMm = Math.min(ends[0]!.depthMm, ends[1]!.depthMm);
  const half = (breadthPx * sector.mmPerPx) / 2 / arcMm(sector, 1, topMm);
  const at = (side: number): PxPoint =>
    pxFromMm(sector, mmFromBeam(sector, { lateral: lateral + side * half, depthMm }));
  return [at(-1), at(1)];
}
