import type { MarkableFinding } from '../findings/finding.ts';
import { setGrow } from '../frame/distance.ts';
import { mmFromBeam } from '../geometry/sector.ts';
import { classUnder } from '../grading/class-under.ts';
import type { FeedbackPlace } from '../grading/feedback-fact.ts';
import { placeOf } from '../grading/feedback-place.ts';
import type { Key, KeyFinding } from '../grading/grade.ts';
import { beamOfPixel, type Instance } from '../grading/instances.ts';
import { multipleAt } from '../grading/key/a-lines.ts';
import { pleuraOfKey } from '../grading/key/multiples.ts';
import { pixelsSet, pixelsShare } from '../grading/key/pixels.ts';
import { type Offset, offsetOf } from '../grading/offset.ts';
import type { Proposal, ProposalPlan } from './proposal.ts';
import { findingIsCovered } from './proposal-judge.ts';
import type { ProposalError } from './trap.ts';

/**
 * By what on this image something that is proposed is seen to be wrong, by its truth. Depths are those of the ruler beside
 * the image, mm; an offset says how far the proposal would have to move.
 */
export type ProposalReason =
  /** A rib lies above it: how deep its front is, and the share of what is proposed (0-1) that lies on its scan lines. */
  | { readonly code: 'shadow'; readonly ribMm: number; readonly share: number }
  /** The pleural line lies above it, and it is its echo: how often as deep as that, along the scan line. */
  | { readonly code: 'echo'; readonly pleuraMm: number; readonly multiple: number }
  /** The one beside it that is there. */
  | ({ readonly code: 'doubled'; readonly place: FeedbackPlace } & Offset)
  /** How long it is, and what is left from its end to the bottom of the image, mm along the scan lines. */
  | { readonly code: 'ends'; readonly longMm: number; readonly leftMm: number }
  /** It is there, in the space beside. */
  | ({ readonly code: 'other_space'; readonly place: FeedbackPlace } & Offset)
  /** Something of another class lies there. */
  | { readonly code: 'other_class'; readonly actual: MarkableFinding }
  /** One of its class is there, a little beside, and nothing else is proposed for it. */
  | ({ readonly code: 'displaced'; readonly place: FeedbackPlace } & Offset)
  /** There is none here; the nearest one of its class. */
  | { readonly code: 'elsewhere'; readonly place: FeedbackPlace }
  /** There is none of its class on the image. */
  | { readonly code: 'nowhere' };

/** A proposal this near to something of its class that is there was meant for it, mm. */
const DISPLACED_MM = 15;

/** The reason of a proposal that is wrong. */
export function proposalReason(
  proposal: Proposal,
  error: ProposalError,
  plan: Pick<ProposalPlan, 'proposals'>,
  key: Key,
): ProposalReason {
  const byName = REASONS[error]?.(proposal, key) ?? null;
  return byName ?? otherReason(proposal, plan, key);
}

type Reason = (proposal: Instance, key: Key) => ProposalReason | null;

/** Null where the image does not bear out the name. */
const REASONS: Readonly<Partial<Record<ProposalError, Reason>>> = {
  shadow_as_effusion: shadowReason,
  a_line_as_pleura: echoReason,
  b_line_doubled: doubledReason,
  z_line_as_b_line: endsReason,
  rib_space_drift: otherSpaceReason,
};

function shownOf({ findings }: Key, finding: MarkableFinding): readonly KeyFinding[] {
  return findings.filter((one) => one.finding === finding && one.standing !== 'neutral');
}

function shadowReason(proposal: Instance, key: Key): ProposalReason | null {
  const laterals = Array.from(proposal.pixels, (at) => beamOfPixel(key.mask, at).lateral);
  const behind = shownOf(key, 'rib')
    .filter(({ depthFromMm }) => depthFromMm < proposal.depthFromMm)
    .map((rib) => ({
      rib,
      share:
        laterals.filter((lateral) => lateral >= rib.lateralFrom && lateral <= rib.lateralTo).length /
        laterals.length,
    }))
    .sort((a, b) => b.share - a.share);
  const [most] = behind;
  if (most === undefined || most.share === 0) return null;
  const { rib, share } = most;
  const front = mmFromBeam(key.mask.sector, { lateral: rib.mean.lateral, depthMm: rib.depthFromMm });
  return { code: 'shadow', ribMm: front.y, share };
}

/** What is proposed in the place of an A-line lies within so many mm of it. */
const ON_LINE_MM = 1;

function echoReason(proposal: Instance, key: Key): ProposalReason | null {
  const { mask } = key;
  const { mean } = proposal;
  const near = (line: KeyFinding): Uint8Array =>
    setGrow(
      pixelsSet([line.pixels], mask.classes.length),
      mask.width,
      mask.height,
      ON_LINE_MM / mask.sector.mmPerPx,
    );
  const [line] = shownOf(key, 'a_line')
    .map((one) => ({ one, share: pixelsShare(proposal.pixels, near(one)) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
  const pleura = pleuraOfKey(key)(mean.lateral);
  if (line === undefined || pleura === null) return null;
  const multiple = line.one.multiple ?? multipleAt(mean.depthMm, pleura)?.multiple ?? null;
  if (multiple === null) return null;
  const { y } = mmFromBeam(mask.sector, { lateral: mean.lateral, depthMm: pleura });
  return { code: 'echo', pleuraMm: y, multiple };
}

function doubledReason(proposal: Instance, key: Key): ProposalReason | null {
  const line = nearestOf(proposal, shownOf(key, proposal.finding), key);
  return line === null ? null : { code: 'doubled', ...line };
}

function endsReason({ depthFromMm, depthToMm }: Instance, { mask }: Key): ProposalReason {
  return { code: 'ends', longMm: depthToMm - depthFromMm, leftMm: mask.sector.depthMm - depthToMm };
}

/** Of the findings in the spaces beside it, the one that it was moved from: as far from the middle of its space. */
function otherSpaceReason(proposal: Instance, key: Key): ProposalReason | null {
  const { windows, mask } = key;
  const middleOf = (window: number): number => (windows[window]!.from + windows[window]!.to) / 2;
  const moved = shownOf(key, proposal.finding).flatMap((one) =>
    [one.window + 1, one.window - 1]
      .filter((beside) => windows[beside] !== undefined)
      .map((beside) => ({
        one,
        off: Math.abs(one.mean.lateral + middleOf(beside) - middleOf(one.window) - proposal.mean.lateral),
      })),
  );
  const [nearest] = moved.sort((a, b) => a.off - b.off);
  if (nearest === undefined) return null;
  const { one } = nearest;
  return { code: 'other_space', ...offsetOf(proposal, one, mask), place: placeOf(one, mask.sector) };
}

function otherReason(
  proposal: Proposal,
  { proposals }: Pick<ProposalPlan, 'proposals'>,
  key: Key,
): ProposalReason {
  const actual = classUnder(proposal, key.mask);
  if (actual !== null) return { code: 'other_class', actual };
  const shown = shownOf(key, proposal.finding);
  const right = proposals.filter(({ error, finding }) => error === null && finding === proposal.finding);
  const open = nearestOf(
    proposal,
    shown.filter((one) => !findingIsCovered(one, right, key)),
    key,
  );
  if (open !== null && Math.hypot(open.deeperMm, open.rightMm) <= DISPLACED_MM) {
    return { code: 'displaced', ...open };
  }
  const nearest = nearestOf(proposal, shown, key);
  return nearest === null ? { code: 'nowhere' } : { code: 'elsewhere', place: nearest.place };
}

function nearestOf(
  proposal: Instance,
  findings: readonly KeyFinding[],
  { mask }: Key,
): (Offset & { readonly place: FeedbackPlace }) | null {
  const [nearest] = findings
    .map((one) => ({ ...offsetOf(proposal, one, mask), place: placeOf(one, mask.sector) }))
    .sort((a, b) => Math.hypot(a.deeperMm, a.rightMm) - Math.hypot(b.deeperMm, b.rightMm));
  return nearest ?? null;
}
