import { exp, powerFromDb, sin } from '../../domain/numbers/portable-math.ts';
import type { Anatomy, LineAnatomy, Moment } from '../exam/anatomy.ts';
import type { BLine } from '../exam/exam.ts';
import { gridArc, gridLineAt, type PolarGrid } from './grid.ts';
import type { Run } from './run.ts';

/** One B-line (or comet tail) at one moment, in scan lines and samples. */
export interface RingDown {
  readonly source: BLine;
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

export function ringDownsAt(anatomy: Anatomy, lines: LineAnatomy, moment: Moment): RingDown[] {
  const { exam, grid } = anatomy;
  const arc = gridArc(grid, exam.wall.pleuralDepthMm);
  const rings: RingDown[] = [];
  for (const source of exam.lung.bLines) {
    const line = gridLineAt(grid, (source.xMm + moment.lungMm) / arc);
    const nearest = Math.floor(line + 0.5);
    if (nearest < -8 || nearest > grid.lines + 7) continue;
    const inside = Math.min(grid.lines - 1, Math.max(0, nearest));
    const from = lines.lungMm[inside]! / grid.stepMm;
    rings.push({
      source,
      line,
      from,
      to: Math.min(grid.samples, source.end * grid.samples),
      sigma: Math.max(0.7, source.halfWidthMm / (arc * grid.placeStep)),
      drift: driftPerSample(grid, source.tiltRad),
    });
  }
  return rings;
}

function driftPerSample(grid: PolarGrid, tiltRad: number): number {
  if (grid.radiusMm === Number.POSITIVE_INFINITY) return (tiltRad * grid.stepMm) / grid.placeStep;
  return tiltRad / grid.placeStep / grid.samples;
}

/** Width grows a quarter from the surface to the bottom of the image, beyond the fan's own spreading. */
export function spreadAt(ring: RingDown, sample: number, samples: number): number {
  if (ring.profile) return 1;
  return 1 + (0.25 * (sample - ring.from)) / samples;
}

/** Where in its bands a B-line is, radians; uneven ones follow each other at 0.4 to 1.6 of their mean spacing. */
function bandPhase({ bandMm, hasUnevenBands, xMm }: BLine, belowMm: number): number {
  const even = (6.283185307179586 * belowMm) / bandMm;
  return hasUnevenBands ? even + 2 * sin(0.31 * even + xMm) : even;
}

/**
 * Adds the rings' power to two maps (line-major, `lines * samples`): `flat` without and `banded` with the
 * periodic bands of the ring-down. Power per sample of depth falls by the exam's loss; it starts at the lung's
 * surface of each scan line. Only the scan lines of `range` are written.
 */
export function ringDownsAdd(
  anatomy: Anatomy,
  lines: LineAnatomy,
  moment: Moment,
  rings: readonly RingDown[],
  range: Run,
  flat: Float32Array,
  banded: Float32Array,
): void {
  const { grid } = anatomy;
  for (const ring of rings) {
    const { source } = ring;
    const reach = ring.sigma * (source.flatness === 2 ? 3.2 : 2.2) * 1.25;
    const aside = 1.25 * reach + Math.abs(ring.drift) * grid.samples;
    if (ring.line + aside < range.from || ring.line - aside > range.to) continue;
    const flicker = 0.8 * sin(moment.timeS * 3.1 + source.xMm);
    for (let k = Math.max(0, Math.floor(ring.from) - 20); k < ring.to; k++) {
      const below = (k - ring.from) * grid.stepMm;
      const fade = Math.min(1, (ring.to - k) / source.endFade);
      const level = source.levelDb + flicker - source.lossDbMm * below;
      const power = powerFromDb(level) * fade;
      const band = powerFromDb(source.bandDb * sin(bandPhase(source, below)));
      const middle = ring.line + ring.drift * (k - ring.from);
      const spread = spreadAt(ring, k, grid.samples);
      const low = Math.max(range.from, Math.ceil(middle - reach * spread));
      const high = Math.min(range.to, Math.floor(middle + reach * spread));
      for (let line = low; line <= high; line++) {
        if (k * grid.stepMm < lines.lungMm[line]!) continue;
        const added = power * acrossPower(ring, (line - middle) / spread);
        const at = line * grid.samples + k;
        flat[at] = flat[at]! + added;
        banded[at] = banded[at]! + added * band;
      }
    }
  }
}
