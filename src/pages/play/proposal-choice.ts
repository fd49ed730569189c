import type { Mask } from '../../domain/frame/frame.ts';
import { arcMm } from '../../domain/geometry/arc.ts';
import type { MmPoint } from '../../domain/geometry/point.ts';
import { beamFromMm } from '../../domain/geometry/sector.ts';
import type { Instance } from '../../domain/grading/instances.ts';
import { findingsDraw } from '../../domain/grading/key/draw.ts';
import type { ProposalAct, ProposalDecisions } from '../../domain/proposals/decision.ts';
import { type ProposalMend, proposalMended } from '../../domain/proposals/mend.ts';
import type { MissableFinding, Proposal, ProposalPlan } from '../../domain/proposals/proposal.ts';

/** The question whether something is missing, among the proposals. */
export const MISSING = 'missing';

/** What is chosen, and what is begun with it before the learner says how sure they are. */
export interface ProposalChoice {
  /** A proposal's id, or MISSING. */
  readonly id: string;
  /** Null while nothing is begun; of MISSING `accept` says that none is. */
  readonly act: ProposalAct | null;
  readonly mend: ProposalMend | null;
  readonly missing: MissableFinding | null;
}

/** What is chosen, with nothing begun but what was decided on it. */
export function choiceOf(id: string): ProposalChoice {
  return { id, act: null, mend: null, missing: null };
}

/** All that is decided on, in the order in which it is gone through. */
export function choiceIds({ proposals }: ProposalPlan): readonly string[] {
  return [...proposals.map(({ id }) => id), MISSING];
}

export function choiceIsDecided(id: string, { byId, missing }: ProposalDecisions): boolean {
  return id === MISSING ? missing !== null : byId[id] !== undefined;
}

/** The next one after `id` that is open, round about; `id` itself where none is. */
export function choiceNext(id: string, plan: ProposalPlan, decisions: ProposalDecisions): string {
  const ids = choiceIds(plan);
  const from = ids.indexOf(id);
  const round = [...ids.slice(from + 1), ...ids.slice(0, from)];
  return round.find((other) => !choiceIsDecided(other, decisions)) ?? id;
}

/** The neighbour of a choice, round about. */
export function choiceBeside(id: string, plan: ProposalPlan, by: -1 | 1): string {
  const ids = choiceIds(plan);
  return ids[(ids.indexOf(id) + by + ids.length) % ids.length]!;
}

/** The mend that brings the middle of a proposal to a point. */
export function mendTo(
  proposal: Proposal,
  mend: ProposalMend,
  point: MmPoint,
  { sector }: Mask,
): ProposalMend {
  const to = beamFromMm(sector, point);
  const from = beamFromMm(sector, proposal.centre);
  const rightMm = arcMm(sector, to.lateral - from.lateral, proposal.origin.depthMm);
  return { ...mend, rightMm: Math.round(rightMm), deeperMm: Math.round(to.depthMm - from.depthMm) };
}

/** A proposal as it stands: what is begun or decided with it in its new place. Null where it was moved out of the image. */
export function proposalStood(
  proposal: Proposal,
  decisions: ProposalDecisions,
  choice: ProposalChoice | null,
  like: Mask,
): Instance | null {
  const begun = choice?.id === proposal.id ? choice.mend : null;
  const mend = begun ?? decisions.byId[proposal.id]?.mend ?? null;
  return mend === null ? proposal : proposalMended(proposal, mend, like);
}

/** The proposals as they stand, those that are mended in their new place, drawn. */
export function proposalsDraw(
  plan: ProposalPlan,
  decisions: ProposalDecisions,
  choice: ProposalChoice | null,
  like: Mask,
): Mask {
  const shown = plan.proposals.flatMap((proposal) => proposalStood(proposal, decisions, choice, like) ?? []);
  return findingsDraw(shown, like);
}

/** The proposal whose middle is nearest to a point. */
export function proposalAt(point: MmPoint, { proposals }: ProposalPlan): Proposal | null {
  const away = ({ centre }: Proposal): number => Math.hypot(centre.x - point.x, centre.y - point.y);
  return [...proposals].sort((a, b) => away(a) - away(b))[0] ?? null;
}
