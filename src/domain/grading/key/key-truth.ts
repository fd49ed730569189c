import { SPECK_MM2 } from '../../frame/components.ts';
import { setGrow } from '../../frame/distance.ts';
import type { Mask } from '../../frame/frame.ts';
import type { KeyFinding } from '../grade.ts';
import { type Instance, instanceOf } from '../instances.ts';
import { SIBLING } from '../tolerance.ts';
import type { Anatomy } from './anatomy.ts';
import type { AnatomyFinding } from './anatomy-finding.ts';
import { anatomyRead } from './anatomy-read.ts';
import { coreOf, findingOf } from './key-finding.ts';
import { pixelsSet } from './pixels.ts';

/** The labels of one frame at three limits of visibility, on one raster. */
export interface TruthBands {
  /** The visible findings, by the labels' own convention. */
  readonly seen: Mask;
  /** Those still visible when an echo must be BORDER_DB louder; null where the source cannot tell. */
  readonly clear: Mask | null;
  /** Those for an eye that makes out echoes FAINT_DB quieter; null where the source cannot tell. */
  readonly faint: Mask | null;
}

/** A finding is clearly seen where so much of it would be at the stricter limit; else it is borderline. */
const CLEAR_SHARE = 0.5;

/** Two readings are of one finding where they share so much of the smaller one. */
const SAME_SHARE = 0.5;

/** The asked, welcome and neutral findings by the truth. */
export function keyFromTruth(
  { seen, clear, faint }: TruthBands,
  read: typeof anatomyRead = anatomyRead,
): {
  readonly anatomy: Anatomy;
  readonly findings: readonly KeyFinding[];
} {
  const anatomy = read(seen);
  const clearly = clear === null ? null : read(clear).findings;
  const faintly = faint === null ? null : read(faint).findings;
  const known = anatomy.findings.map((finding) => {
    const made = clearly === null ? findingOf(finding, seen) : boundedBy(finding, clearly, seen);
    const sibling = SIBLING[finding.finding];
    const others = [...(clearly ?? []), ...(faintly ?? [])].filter((one) => one.finding === sibling);
    const isEither = others.some((other) => shareOf(finding, other.pixels, seen) >= SAME_SHARE);
    return isEither && sibling !== undefined ? { ...made, alsoAs: sibling } : made;
  });
  return { anatomy, findings: [...known, ...(faintly ?? []).flatMap((one) => faintOf(one, anatomy, seen))] };
}

/** Of a finding, what would be clear at the stricter limit must be marked; a finding of which little is, need not. */
function boundedBy(finding: AnatomyFinding, clearly: readonly AnatomyFinding[], mask: Mask): KeyFinding {
  const made = findingOf(finding, mask);
  const clear = pixelsSet(
    clearly
      .filter((one) => one.finding === finding.finding || one.finding === SIBLING[finding.finding])
      .map(({ pixels }) => pixels),
    mask.classes.length,
  );
  const near = setGrow(clear, mask.width, mask.height, 1);
  const core = coreOf(finding, mask).filter((at) => near[at] === 1);
  return core.length < CLEAR_SHARE * made.core.length
    ? { ...made, standing: 'welcome', reason: 'borderline' }
    : { ...made, core };
}

/** The parts that a keener eye sees beyond what is labelled, of the same class or its sibling. */
function faintOf(one: AnatomyFinding, anatomy: Anatomy, mask: Mask): readonly KeyFinding[] {
  const labelled = pixelsSet(
    anatomy.findings
      .filter(({ finding }) => finding === one.finding || finding === SIBLING[one.finding])
      .map(({ pixels }) => pixels),
    mask.classes.length,
  );
  const near = setGrow(labelled, mask.width, mask.height, 1);
  const rest = one.pixels.filter((at) => near[at] === 0);
  if (rest.length * mask.sector.mmPerPx ** 2 < SPECK_MM2) return [];
  const left = { ...one, ...instanceOf(mask, one.finding, rest) };
  return [{ ...findingOf(left, mask), standing: 'neutral', reason: 'faint' }];
}

function shareOf(finding: Instance, other: Int32Array, mask: Mask): number {
  const set = pixelsSet([other], mask.classes.length);
  let shared = 0;
  for (const at of finding.pixels) shared += set[at]!;
  return shared / Math.min(finding.pixels.length, other.length);
}
