import * as z from 'zod/mini';
import type { Key } from '../grading/grade.ts';
import { type Confidence, confidenceSchema } from '../learning/confidence-level.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import { objectSchema, oneOfSchema } from '../stored/values.ts';
import { mendIsNone, type ProposalMend, proposalMended, proposalMendSchema } from './mend.ts';
import { MISSABLE, type MissableFinding, type ProposalPlan } from './proposal.ts';
import { proposalJudge } from './proposal-judge.ts';
import type { MissingJudged, ProposalJudged, ProposalsJudged } from './proposals-grade.ts';

export const PROPOSAL_ACTS = ['accept', 'reject', 'mend'] as const;
export type ProposalAct = (typeof PROPOSAL_ACTS)[number];

/** What a learner does with a proposal. */
export interface ProposalDecision {
  readonly act: ProposalAct;
  readonly confidence: Confidence;
  /** Null unless it is mended. */
  readonly mend: ProposalMend | null;
}

/** What a learner says to be missing among the proposals. */
export interface MissingDecision {
  /** Null for nothing. */
  readonly finding: MissableFinding | null;
  readonly confidence: Confidence;
}

export interface ProposalDecisions {
  /** By the ids of proposals. */
  readonly byId: Readonly<Record<string, ProposalDecision>>;
  /** Null while nothing was said. */
  readonly missing: MissingDecision | null;
}

export const DECISIONS_NONE: ProposalDecisions = { byId: {}, missing: null };

const actSchema = oneOfSchema(PROPOSAL_ACTS);

export const decisionsSchema: StoredSchema<ProposalDecisions> = objectSchema({
  byId: z.record(
    z.string(),
    objectSchema({ act: actSchema, confidence: confidenceSchema, mend: z.nullable(proposalMendSchema) }),
  ),
  missing: z.nullable(
    objectSchema({ finding: z.nullable(oneOfSchema(MISSABLE)), confidence: confidenceSchema }),
  ),
});

/** Whether everything was decided that is asked for. */
export function decisionsAreWhole({ byId, missing }: ProposalDecisions, plan: ProposalPlan): boolean {
  return missing !== null && plan.proposals.every(({ id }) => byId[id] !== undefined);
}

/** The decisions, each beside what is true. */
export function decisionsJudge(
  { byId, missing }: ProposalDecisions,
  plan: ProposalPlan,
  key: Key,
): ProposalsJudged {
  return {
    proposals: plan.proposals.flatMap((proposal): readonly ProposalJudged[] => {
      const decision = byId[proposal.id];
      if (decision === undefined) return [];
      const { act, confidence, mend } = decision;
      const { finding, error, isPlanted } = proposal;
      // A proposal that is mended to what it is was accepted.
      const isMended = act === 'mend' && mend !== null && !mendIsNone(proposal, mend);
      const made = isMended ? proposalMended(proposal, mend, key.mask) : null;
      const isMendRight = isMended ? made !== null && proposalJudge(made, key) === 'right' : null;
      return [
        {
          finding,
          error,
          isPlanted,
          act: act === 'mend' && !isMended ? 'accept' : act,
          confidence,
          isMendRight,
        },
      ];
    }),
    missing: missing === null ? null : missingJudge(missing, plan),
  };
}

function missingJudge({ finding: said, confidence }: MissingDecision, plan: ProposalPlan): MissingJudged {
  return {
    said,
    isTrue: said === null ? plan.missing.length === 0 : plan.missing.includes(said),
    finding: plan.omission?.finding ?? null,
    error: plan.omission?.error ?? null,
    confidence,
  };
}
