import { FINDING_INDEX } from '../findings/finding.ts';
import type { Mask } from '../frame/frame.ts';
import { maskEmpty, sectorInside } from '../frame/mask.ts';
import { arcMm } from '../geometry/arc.ts';
import type { MmPoint, PxPoint } from '../geometry/point.ts';
import { beamFromMm, mmFromPx, pxFromMm, type Sector, sectorBounds } from '../geometry/sector.ts';
import type { BeamMark, Mark } from './mark.ts';

/**
 * Draws marks into a class mask of `size` x `size` pixels.
 *
 * `sector` is the geometry in that raster. A pixel belongs to a mark when its centre (at +0.5) does; later
 * marks cover earlier ones; nothing is drawn outside the sector. Strokes are at least one pixel thick, so that
 * a thin line on a coarse raster does not fall between pixel centres.
 */
export function marksRasterise(marks: readonly Mark[], sector: Sector, size: number): Mask {
  const mask = maskEmpty(sector, size);
  if (marks.length === 0) return mask;
  const inside = sectorInside(sector, size, size);
  const raster: Raster = { classes: mask.classes, inside, size, sector };
  for (const mark of marks) markRasterise(raster, mark);
  return mask;
}

interface Raster {
  readonly classes: Uint8Array;
  readonly inside: Uint8Array;
  readonly size: number;
  readonly sector: Sector;
}

function markRasterise(raster: Raster, mark: Mark): void {
  switch (mark.kind) {
    case 'brush':
      strokeRasterise(raster, mark.points, mark.radiusMm, FINDING_INDEX[mark.finding]);
      return;
    case 'eraser':
      strokeRasterise(raster, mark.points, mark.radiusMm, 0);
      return;
    case 'line':
      strokeRasterise(raster, mark.points, mark.widthMm / 2, FINDING_INDEX[mark.finding]);
      return;
    case 'beam':
      beamRasterise(raster, mark);
      return;
    case 'region':
      regionRasterise(raster, mark.points, FINDING_INDEX[mark.finding]);
      return;
  }
}

/** A polyline with a round tip: every pixel whose centre lies within the radius of it. */
function strokeRasterise(raster: Raster, points: readonly MmPoint[], radiusMm: number, value: number): void {
  const radius = Math.max(radiusMm / raster.sector.mmPerPx, 0.5);
  const path = points.map((point) => pxFromMm(raster.sector, point));
  const first = path[0];
  if (first === undefined) return;
  if (path.length === 1) segmentRasterise(raster, first, first, radius, value);
  for (let i = 1; i < path.length; i++) segmentRasterise(raster, path[i - 1]!, path[i]!, radius, value);
}

function segmentRasterise(raster: Raster, a: PxPoint, b: PxPoint, radius: number, value: number): void {
  const { size } = raster;
  const left = pixelFirst(Math.min(a.x, b.x) - radius);
  const right = pixelLast(Math.max(a.x, b.x) + radius, size);
  const top = pixelFirst(Math.min(a.y, b.y) - radius);
  const bottom = pixelLast(Math.max(a.y, b.y) + radius, size);
  const alongX = b.x - a.x;
  const alongY = b.y - a.y;
  const length2 = alongX * alongX + alongY * alongY;
  const reach2 = radius * radius;
  for (let row = top; row <= bottom; row++) {
    const fromY = row + 0.5 - a.y;
    for (let column = left; column <= right; column++) {
      const fromX = column + 0.5 - a.x;
      const share = length2 === 0 ? 0 : (fromX * alongX + fromY * alongY) / length2;
      const nearest = Math.max(0, Math.min(share, 1));
      const dx = fromX - nearest * alongX;
      const dy = fromY - nearest * alongY;
      if (dx * dx + dy * dy <= reach2) pixelSet(raster, column, row, value);
    }
  }
}

/**
 * Half the width of a beam in lateral units (the sector is 2 wide): on a convex probe a width in mm is an arc
 * at the origin's depth, so the same lateral share gets wider in mm as the fan opens.
 */
export function beamHalfLateral(sector: Sector, beam: Pick<BeamMark, 'origin' | 'widthMm'>): number {
  return beam.widthMm / 2 / arcMm(sector, 1, beamFromMm(sector, beam.origin).depthMm);
}

function beamRasterise(raster: Raster, mark: BeamMark): void {
  const { sector, size } = raster;
  const origin = beamFromMm(sector, mark.origin);
  const half = Math.max(
    beamHalfLateral(sector, mark),
    beamHalfLateral(sector, { ...mark, widthMm: sector.mmPerPx }),
  );
  const value = FINDING_INDEX[mark.finding];
  const box = sectorBounds(sector);
  const top = pixelFirst(pxFromMm(sector, { x: 0, y: box.top }).y);
  const bottom = pixelLast(pxFromMm(sector, { x: 0, y: box.bottom }).y, size);
  for (let row = top; row <= bottom; row++) {
    for (let column = 0; column < size; column++) {
      if (raster.inside[row * size + column] === 0) continue;
      const at = beamFromMm(sector, mmFromPx(sector, { x: column + 0.5, y: row + 0.5 }));
      if (Math.abs(at.lateral - origin.lateral) > half) continue;
      if (at.depthMm >= origin.depthMm && at.depthMm <= mark.endDepthMm) {
        raster.classes[row * size + column] = value;
      }
    }
  }
}

/** Fills a closed polygon by the even-odd rule, row by row at the pixel centres. */
function regionRasterise(raster: Raster, points: readonly MmPoint[], value: number): void {
  const { size, sector } = raster;
  const corners = points.map((point) => pxFromMm(sector, point));
  if (corners.length < 3) return;
  const heights = corners.map((corner) => corner.y);
  const top = pixelFirst(Math.min(...heights));
  const bottom = pixelLast(Math.max(...heights), size);
  for (let row = top; row <= bottom; row++) {
    const crossings = rowCrossings(corners, row + 0.5);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.max(0, Math.ceil(crossings[i]! - 0.5));
      const to = Math.min(size - 1, Math.ceil(crossings[i + 1]! - 0.5) - 1);
      for (let column = from; column <= to; column++) pixelSet(raster, column, row, value);
    }
  }
}

/** Where a closed polygon crosses a horizontal line, left to right; each edge owns its upper end only. */
function rowCrossings(corners: readonly PxPoint[], y: number): number[] {
  const crossings: number[] = [];
  let previous = corners[corners.length - 1]!;
  for (const corner of corners) {
    if (previous.y <= y !== corner.y <= y) {
      crossings.push(previous.x + ((y - previous.y) / (corner.y - previous.y)) * (corner.x - previous.x));
    }
    previous = corner;
  }
  return crossings.sort((a, b) => a - b);
}

function pixelFirst(edge: number): number {
  return Math.max(0, Math.floor(edge));
}

function pixelLast(edge: number, size: number): number {
  return Math.min(size - 1, Math.floor(edge));
}

function pixelSet(raster: Raster, column: number, row: number, value: number): void {
  const at = row * raster.size + column;
  if (raster.inside[at] === 1) raster.classes[at] = value;
}
