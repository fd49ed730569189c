import type { Mask } from '../frame/frame.ts';
import { arcMm } from '../geometry/arc.ts';
import { type BeamRaster, beamRasterOf } from '../geometry/beam-raster.ts';

/** Length of a stretch along what runs down the scan lines, mm; part of the sector's width along what runs across. */
const STRETCH_MM = 2;
const STRETCH_LATERAL = 1 / 32;

/** A mark beside a finding that runs the same way, over the stretches that both have: means, mm. */
export interface Breadths {
  /** How the mark should move: to the right where both run down the scan lines, deeper where they run across. */
  readonly offMm: number;
  /** The most that `offMm` is off anywhere: small where the one runs beside the other all along. */
  readonly unevenMm: number;
  /** Share of the finding's stretches that the mark has too. */
  readonly common: number;
  readonly markMm: number;
  readonly findingMm: number;
}

interface Stretch {
  readonly middleMm: number;
  readonly breadthMm: number;
}

/**
 * How two sets of pixels lie to each other across the way that they run: `along` the scan lines or `across` them.
 * Null where they have no stretch in common.
 */
export function breadthsCompare(
  mark: Int32Array,
  finding: Int32Array,
  runs: 'along' | 'across',
  mask: Mask,
): Breadths | null {
  const beams = beamRasterOf(mask.sector, mask.width, mask.height);
  const [ofMark, ofFinding] = [mark, finding].map((pixels) => stretchesOf(pixels, runs, mask, beams));
  const sum = { offMm: 0, markMm: 0, findingMm: 0 };
  const offs: number[] = [];
  for (const [at, own] of ofMark!) {
    const other = ofFinding!.get(at);
    if (other === undefined) continue;
    offs.push(other.middleMm - own.middleMm);
    sum.offMm += other.middleMm - own.middleMm;
    sum.markMm += own.breadthMm;
    sum.findingMm += other.breadthMm;
  }
  const count = offs.length;
  if (count === 0) return null;
  const offMm = sum.offMm / count;
  return {
    offMm,
    unevenMm: Math.max(...offs.map((one) => Math.abs(one - offMm))),
    common: count / ofFinding!.size,
    markMm: sum.markMm / count,
    findingMm: sum.findingMm / count,
  };
}

/**
 * Whether the mark's place explains more of what is missed or extra than its breadth does. A mark that is off by no more
 * than the tolerance misses nothing for it, and one that is further off than the two are broad has but an end in common
 * with the finding.
 */
export function isBeside(
  { offMm, markMm, findingMm }: Pick<Breadths, 'offMm' | 'markMm' | 'findingMm'>,
  toleranceMm: number,
): boolean {
  const off = Math.abs(offMm);
  return (
    off > toleranceMm &&
    off > Math.abs(findingMm - markMm) / 2 &&
    off <= (findingMm + markMm) / 2 + toleranceMm
  );
}

function stretchesOf(
  pixels: Int32Array,
  runs: 'along' | 'across',
  { sector }: Mask,
  beams: BeamRaster,
): ReadonlyMap<number, Stretch> {
  const sums = new Map<number, { pixels: number; acrossMm: number; depthMm: number }>();
  for (const at of pixels) {
    const lateral = beams.lateral[at]!;
    const depthMm = beams.depthMm[at]!;
    const key = Math.floor(runs === 'along' ? depthMm / STRETCH_MM : lateral / STRETCH_LATERAL);
    const sum = sums.get(key) ?? { pixels: 0, acrossMm: 0, depthMm: 0 };
    sum.pixels += 1;
    sum.acrossMm += arcMm(sector, lateral, depthMm);
    sum.depthMm += depthMm;
    sums.set(key, sum);
  }
  const stretches = new Map<number, Stretch>();
  for (const [key, { pixels: count, acrossMm, depthMm }] of sums) {
    const lengthMm = runs === 'along' ? STRETCH_MM : arcMm(sector, STRETCH_LATERAL, depthMm / count);
    stretches.set(key, {
      middleMm: (runs === 'along' ? acrossMm : depthMm) / count,
      breadthMm: (count * sector.mmPerPx ** 2) / lengthMm,
    });
  }
  return stretches;
}
