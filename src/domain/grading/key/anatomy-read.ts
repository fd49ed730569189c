import type { Mask } from '../../frame/frame.ts';
import { type Anatomy, anatomyOf } from './anatomy.ts';
import type { AnatomyFinding } from './anatomy-finding.ts';
import { findingsDraw } from './draw.ts';
import { rootlessFind } from './rootless.ts';

/**
 * Reads a mask as findings that obey anatomy (see `anatomyOf`), also as they are drawn: a B-line or confluence that would
 * be seen without its root, since another finding lies over its first part, is left out and counted among the rootless.
 */
export function anatomyRead(mask: Mask): Anatomy {
  const read = anatomyOf(mask);
  let { findings } = read;
  while (findings.some(isBeam)) {
    const rootless = rootlessFind(findingsDraw(findings, mask));
    if (rootless.length === 0) break;
    const seen = new Set(rootless.flatMap((pieces) => pieces.flatMap(({ pixels }) => [...pixels])));
    findings = findings.filter((one) => !isBeam(one) || !one.pixels.some((at) => seen.has(at)));
  }
  const left = read.findings.length - findings.length;
  if (left === 0) return read;
  return { ...read, findings, refusals: { ...read.refusals, rootless: read.refusals.rootless + left } };
}

/** `anatomyRead` that reads each mask once, for those who need the same ones again. */
export function anatomyKeep(): typeof anatomyRead {
  const known = new Map<Mask, Anatomy>();
  return (mask) => {
    const anatomy = known.get(mask) ?? anatomyRead(mask);
    known.set(mask, anatomy);
    return anatomy;
  };
}

/** The mask as findings that obey anatomy, drawn: what every screen shows of a reading. */
export function maskObey(mask: Mask): Mask {
  return findingsDraw(anatomyRead(mask).findings, mask);
}

function isBeam({ finding }: AnatomyFinding): boolean {
  return finding === 'b_line' || finding === 'b_line_confluence';
}
