import { arcMm } from '../../geometry/arc.ts';
import type { BeamRaster } from '../../geometry/beam-raster.ts';

/** The band of a B-line or confluence: between two edges from scan line to scan line, down the image. */
export interface BeamBand {
  readonly fromMm: number;
  readonly toMm: number;
  /** Edges in lateral units, a value per STEP_MM of depth from `fromMm` on. */
  readonly left: Float64Array;
  readonly right: Float64Array;
}

/** Depth between two values of an edge, mm. */
const STEP_MM = 1;

/** An edge is the median of so many mm to both sides, then their mean over half as many: what a steady hand draws. */
const SMOOTH_MM = 6;

/** An edge runs along the outer side of its outermost pixels, so that smoothing takes as much as it gives. */
const BORDER_PX = 0.5;

/** The band of some pixels, its edges smoothed and drawn up to `rootMm` where the pixels begin deeper. */
export function bandFit(pixels: Int32Array, beams: BeamRaster, rootMm: number): BeamBand {
  let top = Number.POSITIVE_INFINITY;
  let toMm = Number.NEGATIVE_INFINITY;
  for (const at of pixels) {
    top = Math.min(top, beams.depthMm[at]!);
    toMm = Math.max(toMm, beams.depthMm[at]!);
  }
  const fromMm = Math.min(top, rootMm);
  const bins = Math.max(1, Math.ceil((toMm - fromMm) / STEP_MM + 1e-9));
  const left = new Float64Array(bins).fill(Number.NaN);
  const right = new Float64Array(bins).fill(Number.NaN);
  for (const at of pixels) {
    const depth = beams.depthMm[at]!;
    const bin = Math.min(bins - 1, Math.floor((depth - fromMm) / STEP_MM));
    const lateral = beams.lateral[at]!;
    const border = (BORDER_PX * beams.sector.mmPerPx) / arcMm(beams.sector, 1, Math.max(0, depth));
    if (!(left[bin]! <= lateral - border)) left[bin] = lateral - border;
    if (!(right[bin]! >= lateral + border)) right[bin] = lateral + border;
  }
  return { fromMm, toMm, left: edgeSmooth(left), right: edgeSmooth(right) };
}

/** Whether a band covers a point. */
function bandHas(band: BeamBand, lateral: number, depthMm: number): boolean {
  if (depthMm < band.fromMm || depthMm > band.toMm) return false;
  const bin = Math.min(band.left.length - 1, Math.floor((depthMm - band.fromMm) / STEP_MM));
  return lateral >= band.left[bin]! && lateral <= band.right[bin]!;
}

/** The pixels of a raster that a band covers, in their order; at most those for which `isFree` holds. */
export function bandPixels(band: BeamBand, beams: BeamRaster, isFree: (at: number) => boolean): Int32Array {
  const pixels: number[] = [];
  for (let at = 0; at < beams.depthMm.length; at++) {
    if (bandHas(band, beams.lateral[at]!, beams.depthMm[at]!) && isFree(at)) pixels.push(at);
  }
  return Int32Array.from(pixels);
}

function edgeSmooth(edge: Float64Array): Float64Array {
  const filled = gapsFill(edge);
  const reach = Math.round(SMOOTH_MM / STEP_MM);
  const median = filled.map((_, bin) => {
    const around = filled.slice(Math.max(0, bin - reach), bin + reach + 1).sort();
    return around[around.length >> 1]!;
  });
  const half = reach >> 1;
  return median.map((_, bin) => {
    const around = median.subarray(Math.max(0, bin - half), bin + half + 1);
    return around.reduce((sum, value) => sum + value, 0) / around.length;
  });
}

/** Between two known values a straight line, beyond the first and last as these. */
function gapsFill(edge: Float64Array): Float64Array {
  const filled = edge.slice();
  let before = -1;
  for (let bin = 0; bin <= edge.length; bin++) {
    if (bin < edge.length && Number.isNaN(edge[bin]!)) continue;
    const isEnd = bin === edge.length;
    for (let gap = before + 1; gap < bin; gap++) {
      if (before < 0) filled[gap] = isEnd ? 0 : edge[bin]!;
      else if (isEnd) filled[gap] = edge[before]!;
      else filled[gap] = edge[before]! + ((gap - before) / (bin - before)) * (edge[bin]! - edge[before]!);
    }
    before = bin;
  }
  return filled;
}
