import type { MarkableFinding } from '../findings/finding.ts';
import type { MmPoint } from '../geometry/point.ts';
import type { FeedbackPlace } from '../grading/feedback-fact.ts';
import type { Instance } from '../grading/instances.ts';
import type { ProposalError } from './trap.ts';

/** More are not proposed on one image. */
export const PROPOSALS_MAX = 6;

/** The findings of which one can be missing among the proposals: ribs, pleural line and A-lines are not all proposed. */
export const MISSABLE = ['b_line', 'b_line_confluence', 'pleural_effusion', 'consolidation'] as const;
export type MissableFinding = (typeof MISSABLE)[number];

export function findingIsMissable(finding: MarkableFinding): finding is MissableFinding {
  return (MISSABLE as readonly MarkableFinding[]).includes(finding);
}

/** A finding that is proposed on an image, to be accepted or not. */
export interface Proposal extends Instance {
  /** `NUMBER.FINDING`: the same for the same proposal of the same plan. */
  readonly id: string;
  /** From 1, from left to right. */
  readonly number: number;
  /** What is wrong with it; null where it is right. */
  readonly error: ProposalError | null;
  /** Whether the error was made on purpose; false of what is right. */
  readonly isPlanted: boolean;
}

/** A finding that the proposals leave out, as an error. */
export interface ProposalOmission {
  readonly finding: MissableFinding;
  readonly error: ProposalError;
  /** Middle of what is left out; of several the largest. */
  readonly centre: MmPoint;
  /** Where it is told to be. */
  readonly place: FeedbackPlace;
  /** How wide a B-line or confluence is where it starts, mm; null of what has no such width. */
  readonly widthMm: number | null;
  /** How many are left out beside it. */
  readonly more: number;
}

/** Everything that is proposed on one image, and what is left out. */
export interface ProposalPlan {
  /** PROPOSALS_MAX at most, from left to right. */
  readonly proposals: readonly Proposal[];
  /** Null where nothing was left out in error. */
  readonly omission: ProposalOmission | null;
  /** The classes of which the truth asks for more than is proposed: to say that one of them is missing is true. */
  readonly missing: readonly MissableFinding[];
}
