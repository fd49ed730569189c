import { type Sector, sectorFit } from '../geometry/sector.ts';
import type { Frame } from './frame.ts';
import { geometryMemory, type RasterGeometry } from './geometry-memory.ts';
import { sectorInside } from './mask.ts';

/** Side in pixels of the square raster on which the network's masks are given and marks are graded. */
export const MASK_SIZE = 256;

/** For each target row or column, the source pixels that it is a weighted mean of. */
interface Taps {
  /** First source pixel. */
  readonly first: Int32Array;
  /** How many source pixels follow, 0 where the target lies outside the source raster. */
  readonly count: Int32Array;
  /** `stride` weights per target pixel, summing to 1 over `count`. */
  readonly weights: Float32Array;
  readonly stride: number;
}

/** Everything about a resampling that depends on geometry alone, so that it is computed once per exam. */
export interface FrameFitMap {
  readonly sector: Sector;
  readonly sizePx: number;
  readonly columns: Taps;
  readonly rows: Taps;
  /** 1 where the target pixel's centre lies inside the sector and the source raster, `sizePx * sizePx`. */
  readonly inside: Uint8Array;
}

/**
 * Taps of one axis: area averaging when shrinking (`scale` source pixels per target pixel >= 1), linear
 * interpolation between pixel centres when growing. At scale 1 the two are the same function.
 */
function tapsOf(sizePx: number, sourcePx: number, sourceOrigin: number, origin: number, scale: number): Taps {
  const stride = Math.ceil(Math.max(scale, 1)) + 2;
  const first = new Int32Array(sizePx);
  const count = new Int32Array(sizePx);
  const weights = new Float32Array(sizePx * stride);
  const reach = Math.max(scale, 1) / 2;
  for (let target = 0; target < sizePx; target++) {
    const centre = sourceOrigin + (target + 0.5 - origin) * scale;
    if (centre < 0 || centre > sourcePx) continue;
    const from = Math.max(0, Math.floor(centre - reach + 1e-6));
    const until = Math.min(sourcePx, Math.ceil(centre + reach - 1e-6));
    let sum = 0;
    for (let source = from; source < until; source++) {
      const covered = Math.min(source + 1, centre + reach) - Math.max(source, centre - reach);
      weights[target * stride + source - from] = covered;
      sum += covered;
    }
    first[target] = from;
    count[target] = until - from;
    for (let tap = 0; tap < until - from; tap++) {
      weights[target * stride + tap] = weights[target * stride + tap]! / sum;
    }
  }
  return { first, count, weights, stride };
}

/** The map that brings rasters with this geometry into a square of `sizePx`. */
function frameFitMap({ sector, width, height }: RasterGeometry, sizePx: number): FrameFitMap {
  const target = sectorFit(sector, sizePx);
  const scale = target.mmPerPx / sector.mmPerPx;
  const columns = tapsOf(sizePx, width, sector.originPx.x, target.originPx.x, scale);
  const rows = tapsOf(sizePx, height, sector.originPx.y, target.originPx.y, scale);
  const inside = sectorInside(target, sizePx, sizePx);
  for (let at = 0; at < inside.length; at++) {
    if (columns.count[at % sizePx] === 0 || rows.count[Math.floor(at / sizePx)] === 0) inside[at] = 0;
  }
  return { sector: target, sizePx, columns, rows, inside };
}

/** The map of a frame's geometry, remembered for the last few. */
export const frameFitMapOf = geometryMemory(frameFitMap, String);

/**
 * The sector's bounding box, fitted into a square of `sizePx` (`sectorFit`), by area averaging when shrinking and
 * bilinear interpolation when growing. Pixels outside the sector, or beyond the source raster, are 0.
 */
export function frameFit(
  frame: Frame,
  sizePx: number,
  map: FrameFitMap = frameFitMapOf(frame, sizePx),
): Frame {
  const { columns, rows, inside } = map;
  const grey = new Uint8Array(sizePx * sizePx);
  const line = new Float32Array(frame.width);
  for (let y = 0; y < sizePx; y++) {
    const rowTaps = rows.count[y]!;
    if (rowTaps === 0) continue;
    rowMix(line, frame, rows, y, rowTaps);
    const { first, count, weights, stride } = columns;
    for (let x = 0, at = y * sizePx; x < sizePx; x++, at++) {
      if (inside[at] === 0) continue;
      const source = first[x]!;
      const taps = count[x]!;
      let level = 0.5;
      for (let tap = 0; tap < taps; tap++) level += weights[x * stride + tap]! * line[source + tap]!;
      grey[at] = level;
    }
  }
  return { width: sizePx, height: sizePx, grey, sector: map.sector, timeMs: frame.timeMs };
}

/** Writes the weighted mean of the source rows under target row `y` into `line`. */
function rowMix(line: Float32Array, frame: Frame, rows: Taps, y: number, rowTaps: number): void {
  const { width, grey } = frame;
  for (let tap = 0; tap < rowTaps; tap++) {
    const weight = rows.weights[y * rows.stride + tap]!;
    const from = (rows.first[y]! + tap) * width;
    if (tap === 0) for (let x = 0; x < width; x++) line[x] = weight * grey[from + x]!;
    else for (let x = 0; x < width; x++) line[x] = line[x]! + weight * grey[from + x]!;
  }
}
