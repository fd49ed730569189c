import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { placeOf } from '../../domain/grading/feedback-place.ts';
import type { Key } from '../../domain/grading/grade.ts';
import type { Offset } from '../../domain/grading/offset.ts';
import type { Proposal, ProposalOmission, ProposalPlan } from '../../domain/proposals/proposal.ts';
import { type ProposalReason, proposalReason } from '../../domain/proposals/proposal-reason.ts';
import type { ProposalError } from '../../domain/proposals/trap.ts';
import { offMm, offWay, placeWords, spotWords } from '../../ui/sentences/place-words.ts';
import { say } from '../../ui/words/say.ts';

/** Of a proposal that is wrong: whose error and which, by what it is seen, and how not to fall into it. */
export function wrongWhy(
  proposal: Proposal,
  error: ProposalError,
  plan: ProposalPlan,
  key: Key,
): readonly string[] {
  const reason = proposalReason(proposal, error, plan, key);
  const who = proposal.isPlanted ? 'planted' : 'own';
  const trap = error === 'other' ? KINDS[reason.code] : error;
  return [
    say(`proposals.error.${who}`, { trap: say(`proposals.trap.${trap}.name`) }),
    reasonSentence(proposal.finding, reason),
    ...(error === 'other' ? [] : [say(`proposals.trap.${error}.rule`)]),
  ];
}

/** Errors without a name of their own, by what the image shows. */
const KINDS = {
  shadow: 'invented',
  echo: 'invented',
  doubled: 'invented',
  ends: 'invented',
  other_space: 'displaced',
  other_class: 'confused',
  displaced: 'displaced',
  elsewhere: 'invented',
  nowhere: 'invented',
} as const satisfies Readonly<Record<ProposalReason['code'], string>>;

function reasonSentence(finding: MarkableFinding, reason: ProposalReason): string {
  const no = say(`findings.${finding}.no`);
  const sign = say(`grading.sign.${finding}`);
  switch (reason.code) {
    case 'shadow':
      return say('proposals.reason.shadow', {
        mm: Math.round(reason.ribMm),
        percent: Math.round(100 * reason.share),
      });
    case 'echo':
      return say('proposals.reason.echo', { mm: Math.round(reason.pleuraMm), multiple: reason.multiple });
    case 'doubled':
      return say(`proposals.reason.doubled.${sideOf(reason)}`, { mm: asideMm(reason) });
    case 'ends':
      return say('proposals.reason.ends', {
        mm: Math.round(reason.longMm),
        left: Math.round(reason.leftMm),
      });
    case 'other_space':
      return say(`proposals.reason.otherSpace.${sideOf(reason)}`, {
        mm: asideMm(reason),
        place: placeWords(finding, reason.place),
      });
    case 'other_class':
      return say('proposals.reason.otherClass', {
        actual: say(`findings.${reason.actual}.one`),
        sign: say(`grading.sign.${reason.actual}`),
      });
    case 'displaced':
      return say(`proposals.reason.displaced.${offWay(finding, reason)}`, {
        mm: offMm(finding, reason),
        place: spotWords(reason.place),
      });
    case 'elsewhere':
      return say('proposals.reason.elsewhere', { no, sign, place: placeWords(finding, reason.place) });
    case 'nowhere':
      return say('proposals.reason.nowhere', { no, sign });
  }
}

/** The side on which a proposal lies of what is there. */
function sideOf({ rightMm }: Offset): 'left' | 'right' {
  return rightMm > 0 ? 'left' : 'right';
}

function asideMm({ rightMm }: Offset): number {
  return Math.max(1, Math.round(Math.abs(rightMm)));
}

/** Of a proposal that is right, for who did not see it. */
export function rightWhy(proposal: Proposal, { mask }: Key): readonly string[] {
  const { finding } = proposal;
  const place = placeWords(finding, placeOf(proposal, mask.sector));
  return [say('proposals.reason.there', { place, sign: say(`grading.sign.${finding}`) })];
}

/** Of what was left out: whose error, where it is, and how not to miss it. */
export function omissionWhy({ finding, error, place, widthMm, more }: ProposalOmission): readonly string[] {
  const trap = error === 'other' ? 'unseen' : error;
  const facts = { place: placeWords(finding, place), sign: say(`grading.sign.${finding}`) };
  const name = say(`proposals.trap.${trap}.name`);
  return [
    say(`proposals.error.${error === 'other' ? 'own' : 'planted'}`, { trap: name }),
    widthMm === null
      ? say('proposals.reason.omitted', facts)
      : say('proposals.reason.omittedWide', { ...facts, mm: Math.round(widthMm) }),
    ...(more === 0 ? [] : [say('proposals.reason.more', { count: more })]),
    say(`proposals.trap.${trap}.rule`),
  ];
}
