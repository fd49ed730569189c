import type { MarkableFinding } from '../../domain/findings/finding.ts';
import type { Sector } from '../../domain/geometry/sector.ts';
import type { Mark } from '../../domain/marks/mark.ts';
import type { Random } from '../../domain/numbers/random.ts';
import type { MissingDecision, ProposalDecision } from '../../domain/proposals/decision.ts';
import type { MissableFinding, Proposal } from '../../domain/proposals/proposal.ts';
import type { ProbePose } from '../../domain/scan/probe-pose.ts';
import type { MModeSpan } from '../../domain/scan/scan-truth.ts';
import type { ZoneSet } from '../../domain/scan/zones.ts';
import type { LineSign } from '../../domain/scenario/answer-source.ts';
import type { MModeStep, QuestionStep } from '../../domain/scenario/scenario.ts';
import type { ZoneReading } from '../../domain/survey/zone-reading.ts';

export interface MarkTask {
  /** The marks that the truth asks for. */
  readonly right: readonly Mark[];
  /** Those that can be marked. */
  readonly findings: readonly MarkableFinding[];
  readonly sector: Sector;
}

export interface QuestionTask {
  readonly reply: QuestionStep['reply'];
  /** Null where the image does not tell. */
  readonly right: number | string | null;
}

export interface PoseTask {
  /** Where the goal is met, or a zone is to be looked at; null where that is nowhere. */
  readonly right: ProbePose | null;
  /** Where the probe stands. */
  readonly here: ProbePose;
  /** Who knows nothing looks somewhere in these. */
  readonly zones: ZoneSet;
  /** How often this step was tried before. */
  readonly tries: number;
}

export interface ReadingTask {
  readonly right: ZoneReading;
  /** Whether it is asked how the lung slides. */
  readonly asksSliding: boolean;
}

export interface ProposalTask {
  /** With what is wrong with it. */
  readonly proposal: Proposal;
}

export interface MissingTask {
  /** Left out in error; null where nothing was. */
  readonly right: MissableFinding | null;
}

export interface SignTask {
  /** Signs by the scan lines of the image, from the first to the last. */
  readonly spans: readonly MModeSpan[];
  readonly options: MModeStep['options'];
  /** The sign that the line is to be put on; null for any. */
  readonly goal: MModeStep['goal'];
  readonly tries: number;
}

export interface SignReply {
  /** Scan line, -1 to 1. */
  readonly lateral: number;
  readonly value: LineSign;
}

/** Someone who plays a scenario; whatever is null is skipped. */
export interface Player {
  marks(task: MarkTask): readonly Mark[] | null;
  reply(task: QuestionTask): number | string | null;
  /** Where the probe is put before the image is frozen. */
  pose(task: PoseTask): ProbePose | null;
  sign(task: SignTask): SignReply | null;
  /** Of a zone that is frozen. */
  reading(task: ReadingTask): ZoneReading | null;
  proposal(task: ProposalTask): ProposalDecision | null;
  missing(task: MissingTask): MissingDecision | null;
}

/** @param seed of the play */
export type PlayerCreate = (random: Random, seed: number) => Player;
