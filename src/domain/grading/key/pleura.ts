import type { Mask } from '../../frame/frame.ts';
import { arcMm } from '../../geometry/arc.ts';
import { beamRasterOf } from '../../geometry/beam-raster.ts';
import type { Instance } from '../instances.ts';

/** Scan-line bins in which the depth of the pleural line is kept. */
const BINS = 192;

/** Where the pleural line lies, as far as it is seen. */
export interface PleuraProfile {
  /** Mean depth of its pixels per scan-line bin, mm along the scan line; NaN where it is not seen. */
  readonly depthMm: Float64Array;
  /** Depth of the deepest pixel per bin, mm; NaN where it is not seen. */
  readonly bottomMm: Float64Array;
}

/** Two pieces that share at least this much of the narrower one's scan lines cannot both be the pleural line. */
const SHARED = 0.5;

/**
 * How far the pleural line's depth may differ between two pieces: so many mm, and so many more for each mm between
 * them, as a chest wall may slant by up to one in three.
 */
const STEP_MM = 6;
const SLOPE = 1 / 3;

/**
 * The pieces of a mask that can be one pleural line: the largest first, and others only where they lie beside what was
 * taken, at a depth that the line can have there. Echoes of it below, and fascia above, are left out.
 */
export function pleuraPick(pieces: readonly Instance[], mask: Mask): readonly Instance[] {
  const taken: Instance[] = [];
  for (const piece of [...pieces].sort((a, b) => b.areaMm2 - a.areaMm2)) {
    const fits = taken.every((other) => {
      const apart =
        Math.max(piece.lateralFrom, other.lateralFrom) - Math.min(piece.lateralTo, other.lateralTo);
      const narrower = Math.min(piece.lateralTo - piece.lateralFrom, other.lateralTo - other.lateralFrom);
      const step = Math.abs(piece.mean.depthMm - other.mean.depthMm);
      if (apart < -SHARED * narrower) return step < 1.5;
      const between = Math.abs(piece.mean.lateral - other.mean.lateral);
      return step <= STEP_MM + SLOPE * arcMm(mask.sector, between, other.mean.depthMm);
    });
    if (fits) taken.push(piece);
  }
  return taken.sort((a, b) => a.mean.lateral - b.mean.lateral);
}

export function pleuraProfile(pieces: readonly Instance[], mask: Mask): PleuraProfile {
  const beams = beamRasterOf(mask.sector, mask.width, mask.height);
  const sums = new Float64Array(BINS);
  const counts = new Uint32Array(BINS);
  const bottomMm = new Float64Array(BINS).fill(Number.NaN);
  for (const { pixels } of pieces) {
    for (const at of pixels) {
      const bin = binOf(beams.lateral[at]!);
      const depth = beams.depthMm[at]!;
      sums[bin]! += depth;
      counts[bin]! += 1;
      if (!(bottomMm[bin]! >= depth)) bottomMm[bin] = depth;
    }
  }
  return { depthMm: sums.map((sum, bin) => sum / counts[bin]!), bottomMm };
}

/**
 * Depth of the pleural line on a scan line, mm along it: as seen there, or between and beside what is seen of it from
 * `from` to `to` (lateral units); null where nothing of it is seen between these.
 */
export function pleuraAt(profile: PleuraProfile, lateral: number, from = -1, to = 1): number | null {
  const { depthMm } = profile;
  const [first, last] = [binOf(from), binOf(to)];
  const bin = Math.min(last, Math.max(first, binOf(lateral)));
  let left = bin;
  while (left >= first && Number.isNaN(depthMm[left]!)) left--;
  let right = bin;
  while (right <= last && Number.isNaN(depthMm[right]!)) right++;
  if (left < first) return right > last ? null : depthMm[right]!;
  if (right > last || left === right) return depthMm[left]!;
  return depthMm[left]! + ((bin - left) / (right - left)) * (depthMm[right]! - depthMm[left]!);
}

function binOf(lateral: number): number {
  return Math.max(0, Math.min(BINS - 1, Math.floor(((lateral + 1) / 2) * BINS)));
}
