import type { Mask } from '../../frame/frame.ts';
import { arcMm } from '../../geometry/arc.ts';
import { beamRasterOf } from '../../geometry/beam-raster.ts';
import type { KeyFinding } from '../grade.ts';
import type { Instance } from '../instances.ts';
import { SIBLING } from '../tolerance.ts';
import type { AnatomyFinding } from './anatomy-finding.ts';

/** A rib's front must be marked; the bone that shines under it may be, mm. */
const RIB_FRONT_MM = 2.5;

/**
 * A B-line and a confluence differ by their width, and the simulator labels as confluence what is at least 8 mm wide.
 * Within 2 mm of that experts say either (ULTRACOV: agreement 0.26-0.36 on these two signs).
 */
const CONFLUENCE_MM = 8;
const EITHER_MM = 2;

/** A finding of the key that is asked for, as its own shape has it. */
export function findingOf(finding: AnatomyFinding, mask: Mask): KeyFinding {
  const sibling = SIBLING[finding.finding];
  const isEither = sibling !== undefined && Math.abs(widthMm(finding, mask) - CONFLUENCE_MM) <= EITHER_MM;
  return {
    ...finding,
    standing: 'asked',
    reason: null,
    core: coreOf(finding, mask),
    alsoAs: isEither ? sibling : null,
    confidence: null,
  };
}

/**
 * Of a B-line its middle must be marked, so far to both sides at the pleural line, mm: one press marks a B-line, and how
 * broad it is is not asked.
 */
const B_LINE_CORE_MM = 3;

/** The pixels of a finding that must be marked. */
export function coreOf(finding: Instance, mask: Mask): Int32Array {
  if (finding.finding === 'rib') return ribFront(finding, mask);
  return finding.finding === 'b_line' ? bLineMiddle(finding, mask) : finding.pixels;
}

function bLineMiddle({ pixels, mean, origin }: Instance, { sector, width, height }: Mask): Int32Array {
  const { lateral } = beamRasterOf(sector, width, height);
  return pixels.filter(
    (at) => arcMm(sector, Math.abs(lateral[at]! - mean.lateral), origin.depthMm) <= B_LINE_CORE_MM,
  );
}

function ribFront(finding: Instance, mask: Mask): Int32Array {
  const { width } = mask;
  const { depthMm } = beamRasterOf(mask.sector, width, mask.height);
  const front = new Map<number, number>();
  for (const at of finding.pixels) {
    const known = front.get(at % width);
    if (known === undefined || depthMm[at]! < known) front.set(at % width, depthMm[at]!);
  }
  return finding.pixels.filter((at) => depthMm[at]! <= front.get(at % width)! + RIB_FRONT_MM);
}

/** Width at the pleural line of what follows the scan lines, mm: the mean over its depth. */
export function widthMm(finding: Instance, { sector }: Mask): number {
  const lengthMm = Math.max(sector.mmPerPx, finding.depthToMm - finding.depthFromMm);
  const meanMm = finding.areaMm2 / lengthMm;
  return (meanMm * arcMm(sector, 1, finding.depthFromMm)) / arcMm(sector, 1, finding.mean.depthMm);
}
