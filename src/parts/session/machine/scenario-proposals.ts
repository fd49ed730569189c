import {
  DECISIONS_NONE,
  decisionsAreWhole,
  decisionsJudge,
  type MissingDecision,
  type ProposalDecision,
} from '../../../domain/proposals/decision.ts';
import type { ProposalPlan } from '../../../domain/proposals/proposal.ts';
import { proposalPlan } from '../../../domain/proposals/proposal-plan.ts';
import { catchingScore, judgedConfidence } from '../../../domain/proposals/proposals-grade.ts';
import type { KeyMade } from '../../../ports/scenario-effects.ts';
import { imageNow, type ScenarioChange, type ScenarioContext, stepNow } from './scenario-context.ts';
import { resultKeep } from './scenario-result.ts';

/** Takes the key, and plans what is proposed by it where the step proposes something. */
export function keyTake(context: ScenarioContext, keyMade: KeyMade): ScenarioChange {
  return { keyMade, plan: planOf(context, keyMade) };
}

/** There is one plan an image, and the same image gives the same, so that after a reload the decisions still fit. */
function planOf(context: ScenarioContext, { key, network }: KeyMade): ProposalPlan | null {
  const image = imageNow(context);
  const source = image?.source;
  const step = context.scenario.steps.find((one) => one.kind === 'proposals' && one.imageId === image?.id);
  if (step?.kind !== 'proposals' || (source?.kind !== 'phantom' && source?.kind !== 'patient')) return null;
  return proposalPlan(key, network, step.wish, source.request.seed);
}

export function proposalDecide(
  context: ScenarioContext,
  { id, decision }: { readonly id: string; readonly decision: ProposalDecision },
): ScenarioChange {
  const { decisions, plan } = context;
  if (plan?.proposals.some((one) => one.id === id) !== true) return {};
  return { decisions: { ...decisions, byId: { ...decisions.byId, [id]: decision } } };
}

export function missingDecide(
  { decisions }: ScenarioContext,
  { decision }: { readonly decision: MissingDecision },
): ScenarioChange {
  return { decisions: { ...decisions, missing: decision } };
}

export function proposalsAreDecided({ decisions, plan }: ScenarioContext): boolean {
  return plan !== null && decisionsAreWhole(decisions, plan);
}

/** Keeps the decisions beside what is true, handed in or given up. */
export function proposalsKeep(context: ScenarioContext, isSkipped: boolean): ScenarioChange {
  const step = stepNow(context);
  const { plan, keyMade, frozenIndex, decisions } = context;
  if (step?.kind !== 'proposals' || plan === null || keyMade === null || frozenIndex === null) return {};
  const judged = decisionsJudge(isSkipped ? DECISIONS_NONE : decisions, plan, keyMade.key);
  const sure = { ...context, confidence: judgedConfidence(judged) };
  return {
    isAnswered: true,
    ...resultKeep(sure, step, isSkipped ? 0 : catchingScore([judged]), isSkipped, {
      kind: 'proposals',
      made: { frozenIndex, judged },
    }),
  };
}
