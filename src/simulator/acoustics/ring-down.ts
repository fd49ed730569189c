import { exp } from '../../domain/numbers/portable-math.ts';
import type { PolarGrid } from './grid.ts';

/** How one place on the lung's surface rings down. Short ones (comet tails, Z-lines) are no B-lines. */
export interface RingSource {
  readonly kind: 'b_line' | 'comet_tail';
  /** 2: a Gaussian across; 4: flatter on top, as merged lines look. */
  readonly flatness: 2 | 4;
  readonly levelDb: number;
  readonly lossDbMm: number;
  /** Over how many samples it fades at its end. */
  readonly endFade: number;
  /** Spacing of its bands, mm, and how much brighter than their mean they are, dB. */
  readonly bandMm: number;
  readonly bandDb: number;
  /** Whether the bands' spacing wanders along the B-line, so that they make no ladder; they are even if not given. */
  readonly hasUnevenBands?: boolean;
  /** Where its flicker and its uneven bands begin, radians. */
  readonly phase: number;
}

/** One B-line (or comet tail) at one moment, in scan lines and samples. */
export interface RingDown {
  readonly source: RingSource;
  /** Fractional scan line where it leaves the lung's surface. */
  readonly line: number;
  /** Sample of the lung's surface there. */
  readonly from: number;
  readonly to: number;
  /** Standard deviation across, in scan lines. */
  readonly sigma: number;
  /** Change of its scan line per sample. */
  readonly drift: number;
  /** Power per scan line, where a whole stretch of the lung's surface rings; it neither drifts nor spreads. */
  readonly profile?: Float64Array;
}

/** Where the power across a B-line has fallen by EDGE_DB, in its own standard deviations. */
const EDGE_DB = 9;
export function edgeReach(flatness: 2 | 4): number {
  const natural = EDGE_DB * 0.2302585092994046;
  return flatness === 2 ? Math.sqrt(2 * natural) : Math.sqrt(2 * Math.sqrt(natural));
}

/** Share of the power left at a distance from the middle, both in scan lines. */
export function acrossPower(ring: RingDown, off: number): number {
  if (ring.profile) return ring.profile[Math.floor(ring.line + off + 0.5)] ?? 0;
  const square = (off * off) / (2 * ring.sigma * ring.sigma);
  return exp(ring.source.flatness === 2 ? -square : -square * square);
}

/** Change of scan line per sample of what deviates from the scan lines by an angle. */
export function driftPerSample(grid: PolarGrid, tiltRad: number): number {
  if (grid.radiusMm === Number.POSITIVE_INFINITY) return (tiltRad * grid.stepMm) / grid.placeStep;
  return tiltRad / grid.placeStep / grid.samples;
}

/** Width grows a quarter from the surface to the bottom of the image, beyond the fan's own spreading. */
export function spreadAt(ring: RingDown, sample: number, samples: number): number {
  if (ring.profile) return 1;
  return 1 + (0.25 * (sample - ring.from)) / samples;
}
