import type { MarkableFinding } from '../findings/finding.ts';
import type { Mask } from '../frame/frame.ts';
import { arcMm } from '../geometry/arc.ts';
import { depthProfile } from './count.ts';
import type { Instance } from './instances.ts';

/** How a mark must move to lie on a finding, mm. */
export interface Offset {
  /** Along the scan lines. */
  readonly deeperMm: number;
  /** Across them. */
  readonly rightMm: number;
}

/**
 * The way a finding runs: its place is told by its depth where it runs across the scan lines, by where it begins where
 * it runs along them.
 */
export const RUNS: Readonly<Record<MarkableFinding, 'across' | 'along' | 'area'>> = {
  rib: 'area',
  pleural_line: 'across',
  a_line: 'across',
  b_line: 'along',
  b_line_confluence: 'along',
  pleural_effusion: 'area',
  consolidation: 'area',
};

/**
 * From a mark to a finding: of lines the mean difference in depth on the scan lines that both have (between their
 * middles where they have none in common), of beams the distance between their origins, of areas between their middles.
 */
export function offsetOf(mark: Instance, line: Instance, mask: Mask): Offset {
  const { sector } = mask;
  const runs = RUNS[line.finding];
  if (runs === 'along') {
    const rightMm = arcMm(sector, line.origin.lateral - mark.origin.lateral, line.origin.depthMm);
    return { deeperMm: 0, rightMm };
  }
  const common = runs === 'across' ? depthApart(mark, line, mask) : null;
  if (common !== null) return { deeperMm: common, rightMm: 0 };
  const depthMm = (mark.mean.depthMm + line.mean.depthMm) / 2;
  return {
    deeperMm: line.mean.depthMm - mark.mean.depthMm,
    rightMm: arcMm(sector, line.mean.lateral - mark.mean.lateral, depthMm),
  };
}

function depthApart(mark: Instance, line: Instance, mask: Mask): number | null {
  const [from, to] = [depthProfile(mark, mask), depthProfile(line, mask)];
  let sum = 0;
  let common = 0;
  for (let bin = 0; bin < from.length; bin++) {
    if (Number.isNaN(from[bin]!) || Number.isNaN(to[bin]!)) continue;
    sum += to[bin]! - from[bin]!;
    common += 1;
  }
  return common === 0 ? null : sum / common;
}
