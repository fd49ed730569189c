import type { MmPoint } from '../../domain/geometry/point.ts';
import type { Key } from '../../domain/grading/grade.ts';
import type { ProposalsTry } from '../../domain/learning/progress.ts';
import type { MissableFinding, ProposalPlan } from '../../domain/proposals/proposal.ts';
import type { MissingJudged, ProposalJudged } from '../../domain/proposals/proposals-grade.ts';
import { say } from '../../ui/words/say.ts';
import { choiceName } from './proposal-text.ts';
import { omissionWhy, rightWhy, wrongWhy } from './proposal-why-text.ts';

/** The line that speaks of what is missing. */
const MISSING_LINE = 'told-missing';

/** What is told of one proposal, or of what is missing. */
export interface ToldLine {
  readonly id: string;
  readonly text: string;
  /** Whose error it was and of which kind, by what it is seen on this image, and how not to fall into it; none where all is well. */
  readonly why: readonly string[];
  /** Whether the learner was right. */
  readonly isGood: boolean;
  /** Its name on the image, how it is shown there, and where; null where it has no place. */
  readonly spot: string | null;
  readonly kind: 'wrong' | 'part' | 'missed';
  readonly point: MmPoint | null;
}

/**
 * The debrief of a plan.
 *
 * @param made the decisions on it, null where none are known
 * @param key of the truth of the image
 */
export function proposalsTold(plan: ProposalPlan, made: ProposalsTry | null, key: Key): readonly ToldLine[] {
  const judged = made === null || made.isSkipped ? [] : made.judged.proposals;
  const told = plan.proposals.map((proposal, i): ToldLine => {
    const { id, number, error, centre } = proposal;
    const name = choiceName(id, plan);
    const own = judged[i];
    const side = error === null ? 'right' : 'wrong';
    const isSeen = own === undefined || isGood(own);
    return {
      id: `told-${number}`,
      text:
        own === undefined
          ? say(`proposals.told.undecided.${side}`, { name })
          : say(`proposals.told.${side}.${outcomeOf(own)}`, { name }),
      why: error !== null ? wrongWhy(proposal, error, plan, key) : isSeen ? [] : rightWhy(proposal, key),
      isGood: own === undefined ? error === null : isSeen,
      spot: say(`proposals.told.spot.${side}`, { number }),
      kind: error === null ? 'part' : 'wrong',
      point: centre,
    };
  });
  const missing = missingLine(plan, made === null || made.isSkipped ? null : made.judged.missing);
  return missing === null ? told : [...told, missing];
}

function outcomeOf({ act, isMendRight }: ProposalJudged): 'accept' | 'reject' | 'mended' | 'spoiled' {
  if (act !== 'mend') return act;
  return isMendRight === true ? 'mended' : 'spoiled';
}

function isGood(own: ProposalJudged): boolean {
  const outcome = outcomeOf(own);
  return own.error === null
    ? outcome === 'accept' || outcome === 'mended'
    : outcome === 'reject' || outcome === 'mended';
}

function missingLine({ omission, missing }: ProposalPlan, judged: MissingJudged | null): ToldLine | null {
  const base = { id: MISSING_LINE, spot: null, kind: 'missed', point: null } as const;
  if (omission === null) {
    if (judged === null) return null;
    const { said, isTrue } = judged;
    if (said === null) {
      const labels = missing.map((finding) => say(`findings.${finding}.label`));
      const text =
        labels.length === 0
          ? say('proposals.told.missing.whole')
          : say('proposals.told.missing.room', { labels });
      return { ...base, text, why: [], isGood: true };
    }
    const label = say(`findings.${said}.label`);
    const key = isTrue ? 'true' : 'falseAlarm';
    return { ...base, text: say(`proposals.told.missing.${key}`, { label }), why: [], isGood: isTrue };
  }
  const label = say(`findings.${omission.finding}.label`);
  const isNamed = judged !== null && judged.said !== null && judged.isTrue;
  return {
    ...base,
    text: omissionSay(omission.finding, judged, isNamed),
    why: omissionWhy(omission),
    isGood: isNamed,
    spot: say('proposals.told.spot.missing', { label }),
    point: omission.centre,
  };
}

function omissionSay(omitted: MissableFinding, judged: MissingJudged | null, isNamed: boolean): string {
  const label = say(`findings.${omitted}.label`);
  if (judged === null) return say('proposals.told.missing.only', { label });
  if (judged.said === null) return say('proposals.told.missing.unnamed', { label });
  if (isNamed && judged.said === omitted) return say('proposals.told.missing.named', { label });
  // Another one is missing as well: then that was no mistake, but it is not this one that was named.
  return say(`proposals.told.missing.${isNamed ? 'also' : 'other'}`, {
    label,
    said: say(`findings.${judged.said}.label`),
  });
}
