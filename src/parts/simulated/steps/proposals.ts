import type { ProposalsStep } from '../../../domain/scenario/scenario.ts';
import type { Turn } from '../turn.ts';

/** Decides on each proposal. The network is not asked, so that the truth stands in its place and every error is planted. */
export function proposalsPlay({ actor, context, player, fault }: Turn, step: ProposalsStep): void {
  if (context.isAnswered) {
    actor.send({ type: 'step.next' });
    return;
  }
  const { plan } = context;
  if (plan === null) throw new Error(`${step.id} proposes nothing on an image of this kind.`);
  const { proposals, omission } = plan;
  const errors = proposals.filter(({ error }) => error !== null).length + (omission === null ? 0 : 1);
  const { least } = step.wish.errors;
  if (errors < least) {
    fault({ stepId: step.id, code: 'errorsFew', errors, least });
  }
  for (const proposal of proposals) {
    const decision = player.proposal({ proposal });
    if (decision !== null) actor.send({ type: 'proposal.decide', id: proposal.id, decision });
  }
  const missing = player.missing({ right: omission?.finding ?? null });
  if (missing !== null) actor.send({ type: 'missing.decide', decision: missing });
  // Refused where a decision was left out.
  actor.send({ type: 'proposals.submit' });
  if (!actor.getSnapshot().context.isAnswered) actor.send({ type: 'step.skip' });
}
