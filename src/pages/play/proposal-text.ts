import type { ProposalDecisions } from '../../domain/proposals/decision.ts';
import type { ProposalPlan } from '../../domain/proposals/proposal.ts';
import { say } from '../../ui/words/say.ts';
import { choiceIds, choiceIsDecided, MISSING } from './proposal-choice.ts';

/** "2 B-line", or the question whether something is missing. */
export function choiceName(id: string, { proposals }: ProposalPlan): string {
  const proposal = proposals.find((one) => one.id === id);
  if (proposal === undefined) return say('proposals.whole');
  const { number, finding } = proposal;
  return say('proposals.item', { number, label: say(`findings.${finding}.label`) });
}

/** What was decided on it. */
export function stateWord(id: string, { byId, missing }: ProposalDecisions): string {
  if (id === MISSING) {
    if (missing === null) return say('proposals.state.open');
    return missing.finding === null
      ? say('proposals.state.none')
      : say('proposals.state.missing', { label: say(`findings.${missing.finding}.label`) });
  }
  return say(`proposals.state.${byId[id]?.act ?? 'open'}`);
}

/** How many decisions are still to be made. */
export function leftSentence(plan: ProposalPlan, decisions: ProposalDecisions): string {
  const count = choiceIds(plan).filter((id) => !choiceIsDecided(id, decisions)).length;
  return say('proposals.left', { count });
}
