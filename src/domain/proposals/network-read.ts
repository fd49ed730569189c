import { setGrow } from '../frame/distance.ts';
import type { Mask } from '../frame/frame.ts';
import type { Key, KeyFinding } from '../grading/grade.ts';
import type { Instance } from '../grading/instances.ts';
import { instanceIsCounted } from '../grading/instances.ts';
import { anatomyRead } from '../grading/key/anatomy-read.ts';
import { pixelsSet, pixelsShare } from '../grading/key/pixels.ts';
import { offsetOf } from '../grading/offset.ts';
import { SIBLING } from '../grading/tolerance.ts';
import { findingIsMissable } from './proposal.ts';
import { findingIsCovered, proposalJudge } from './proposal-judge.ts';
import type { ProposalError } from './trap.ts';

/** The network's findings on an image by the truth. */
export interface NetworkReading {
  readonly right: readonly Instance[];
  readonly wrong: readonly { readonly proposed: Instance; readonly error: ProposalError }[];
  /** Findings that are asked for and of which it has nothing, of classes that can be missing. */
  readonly missed: readonly KeyFinding[];
}

/** So little of a finding is covered by what the network has there, and it was missed. */
const MISSED_SHARE = 0.2;

/** So much of what is wrong has to lie on what it was taken for, to be named by that. */
const NAMED_SHARE = 0.5;

/** A second B-line within this of the true one is that one doubled, mm at the pleural line. */
const DOUBLED_MM = 14;

/** Reads the network's own mask as findings that obey anatomy, and judges each by the truth; what is unclear is left out. */
export function networkRead(network: Mask, key: Key): NetworkReading {
  const { findings } = anatomyRead(network);
  const judged = findings.map((proposed) => ({ proposed, verdict: proposalJudge(proposed, key) }));
  const wrong = judged
    .filter(({ verdict }) => verdict === 'wrong')
    .map(({ proposed }) => ({ proposed, error: errorOf(proposed, key) }));
  const missed = key.findings.filter((one) => {
    if (one.standing !== 'asked' || !findingIsMissable(one.finding)) return false;
    const beside = findings.filter(
      ({ finding }) =>
        findingIsMissable(finding) && (finding === one.finding || finding === SIBLING[one.finding]),
    );
    // What is there under another name is an error of that name, and nothing is missing.
    const renamed = wrong.map(({ proposed }) => proposed);
    return !findingIsCovered(one, [...beside, ...renamed], key, MISSED_SHARE);
  });
  return {
    right: judged.filter(({ verdict }) => verdict === 'right').map(({ proposed }) => proposed),
    wrong,
    missed,
  };
}

/** The name of an error by what lies where the proposal does. */
function errorOf(proposed: Instance, key: Key): ProposalError {
  const known = key.findings.filter(({ standing }) => standing !== 'neutral');
  if (proposed.finding === 'pleural_effusion') {
    const isShadowed = known.some(
      ({ finding, lateralFrom, lateralTo, depthFromMm }) =>
        finding === 'rib' &&
        proposed.depthFromMm > depthFromMm &&
        proposed.mean.lateral >= lateralFrom &&
        proposed.mean.lateral <= lateralTo,
    );
    if (isShadowed) return 'shadow_as_effusion';
  }
  if (proposed.finding === 'pleural_line') {
    const set = pixelsSet(
      known.filter(({ finding }) => finding === 'a_line').map(({ pixels }) => pixels),
      key.mask.classes.length,
    );
    const near = setGrow(set, key.mask.width, key.mask.height, 1);
    if (pixelsShare(proposed.pixels, near) >= NAMED_SHARE) return 'a_line_as_pleura';
  }
  if (proposed.finding === 'b_line') {
    if (!instanceIsCounted(proposed) || isShort(proposed, key)) return 'z_line_as_b_line';
    const isDoubled = known.some(
      (line) =>
        line.finding === 'b_line' && Math.abs(offsetOf(proposed, line, key.mask).rightMm) <= DOUBLED_MM,
    );
    if (isDoubled) return 'b_line_doubled';
  }
  return 'other';
}

/** A B-line goes on to the bottom: what ends in the upper part of its way there is a tail. */
const SHORT_SHARE = 0.4;

function isShort({ depthFromMm, depthToMm }: Instance, { mask }: Key): boolean {
  return depthToMm - depthFromMm < SHORT_SHARE * (mask.sector.depthMm - depthFromMm);
}
