import { setGrow } from '../frame/distance.ts';
import type { Key, KeyFinding } from '../grading/grade.ts';
import type { Instance } from '../grading/instances.ts';
import { multiplesNeutral } from '../grading/key/multiples.ts';
import { pixelsSet, pixelsShare } from '../grading/key/pixels.ts';
import { SIBLING, TOLERANCE_MM } from '../grading/tolerance.ts';

/** `unclear`: experts could say either, so that nobody is judged by it. */
export type ProposalVerdict = 'right' | 'wrong' | 'unclear';

/** So much of what is proposed has to be one finding of the truth, and so much of that finding to be proposed. */
const RIGHT_SHARE = 0.7;
const RIGHT_CORE = 0.5;

/** Less of what is proposed than this is near anything that it could be: then it is wrong. */
const WRONG_SHARE = 0.2;

/**
 * Judges what is proposed by the truth (`key` made from it). Right is what covers a finding of its class, within the
 * tolerance at which marks are graded; wrong is what lies near none, not even near one that is too faint to be asked for, or
 * that is of the class which experts take for it. All between is unclear.
 */
export function proposalJudge(proposal: Instance, key: Key): ProposalVerdict {
  const { finding, pixels } = proposal;
  const same = key.findings.filter((one) => one.finding === finding || one.alsoAs === finding);
  const isRight = same.some(
    (one) =>
      one.standing !== 'neutral' &&
      pixelsShare(pixels, nearOf([one], key, finding)) >= RIGHT_SHARE &&
      pixelsShare(one.core, nearOf([proposal], key, finding)) >= RIGHT_CORE,
  );
  if (isRight) return 'right';
  const sibling = SIBLING[finding];
  const near = nearOf(
    key.findings.filter((one) => same.includes(one) || one.finding === sibling),
    key,
    finding,
  );
  if (finding === 'a_line') multiplesNeutral(key, near);
  return pixelsShare(pixels, near) < WRONG_SHARE ? 'wrong' : 'unclear';
}

/** 1 for the pixels within the tolerance of a class of some findings, else 0. */
function nearOf(
  findings: readonly Instance[],
  { mask }: Pick<Key, 'mask'>,
  finding: Instance['finding'],
): Uint8Array {
  const set = pixelsSet(
    findings.map(({ pixels }) => pixels),
    mask.classes.length,
  );
  return setGrow(set, mask.width, mask.height, TOLERANCE_MM[finding] / mask.sector.mmPerPx);
}

/** Whether some findings have a finding of the truth, by the half of what must be marked of it. */
export function findingIsCovered(one: KeyFinding, by: readonly Instance[], key: Key, share = 0.5): boolean {
  return pixelsShare(one.core, nearOf(by, key, one.finding)) >= share;
}
