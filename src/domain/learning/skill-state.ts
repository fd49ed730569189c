import { FLUENCY_ITEMS, FLUENT_SHARE, fluency } from './fluency.ts';
import { type ItemRecord, type SkillAnswer, skillAnswer } from './item-record.ts';
import { COMPETENCE_NONE, type Competence, competenceAdd } from './lc-cusum.ts';
import { type Review, recallOf, reviewAdd } from './review.ts';
import type { SkillId } from './skill.ts';

/** Where a learner stands in one skill that was asked for at least once. */
export interface SkillState {
  readonly skill: SkillId;
  /** Answers of any kind. */
  readonly items: number;
  /** Which item of all the learner's it was asked in last, from 1. */
  readonly lastItem: number;
  /** The newest answers, oldest first, no more than FLUENCY_ITEMS. */
  readonly recent: readonly SkillAnswer[];
  readonly competence: Competence;
  readonly review: Review;
}

/** The state of a learner: every skill that was asked for, and how many items they answered in all. */
export interface LearnerState {
  readonly items: number;
  readonly skills: ReadonlyMap<SkillId, SkillState>;
}

export const LEARNER_NEW: LearnerState = { items: 0, skills: new Map() };

/** A learner's state after one more item; records are to be added in the order in which they were answered. */
export function learnerAdd({ items, skills }: LearnerState, record: ItemRecord): LearnerState {
  const next = new Map(skills);
  for (const { skill } of record.evidence) {
    const answer = skillAnswer(record, skill)!;
    next.set(skill, skillAdd(skill, skills.get(skill), answer, items + 1));
  }
  return { items: items + 1, skills: next };
}

/** Whether a skill is mastered, so that it comes back as a review only: competent, and fluent. */
export function skillIsMastered({ competence, recent }: SkillState): boolean {
  const counted = recent.filter(({ counts }) => counts);
  return competence.kind === 'competent' && (fluency(counted) ?? 0) >= FLUENT_SHARE;
}

function skillAdd(
  skill: SkillId,
  before: SkillState | undefined,
  answer: SkillAnswer,
  lastItem: number,
): SkillState {
  const competence = before?.competence ?? COMPETENCE_NONE;
  return {
    skill,
    items: (before?.items ?? 0) + 1,
    lastItem,
    recent: [...(before?.recent ?? []), answer].slice(-FLUENCY_ITEMS),
    competence: answer.counts ? competenceAdd(competence, answer.isRight) : competence,
    review: reviewAdd(before?.review ?? null, recallOf(answer), answer.atMs),
  };
}
