import type { SkillAnswer } from '../../domain/learning/item-record.ts';
import { type RoundItem, roundChoose } from '../../domain/learning/next-round.ts';
import { SKILLS, type SkillId, skillHasNormals } from '../../domain/learning/skill.ts';
import type { LearnerState } from '../../domain/learning/skill-state.ts';
import { type Random, randomChance } from '../../domain/numbers/random.ts';

export type PolicyName = 'fixed' | 'mastery' | 'random' | 'scheduler';

/** The facts that a policy may know when it chooses. */
export interface PolicyView {
  readonly learner: LearnerState;
  readonly nowMs: SkillAnswer['atMs'];
  /** Skills that were declared competent at any time. */
  readonly declared: ReadonlySet<SkillId>;
  readonly usedSeeds: ReadonlySet<number>;
  readonly normals: number;
  readonly random: Random;
}

export type PolicyItem = Pick<RoundItem, 'skill' | 'level' | 'isNormal' | 'seed'>;

/** Items of a lesson. */
const LESSON_ITEMS = 8;

/** The items that each policy asks next, one or more. */
export const POLICIES: Readonly<Record<PolicyName, (view: PolicyView) => readonly PolicyItem[]>> = {
  /** Lessons of one skill each, in the order of the course, from the start again after the last: as it is without records. */
  fixed: (view) => {
    const lesson = Math.floor(view.learner.items / LESSON_ITEMS);
    return lessonDraw(SKILLS[lesson % SKILLS.length]!, view);
  },
  /** One skill after the other, each until it is declared: what a teacher with the same records does by hand. */
  mastery: (view) => lessonDraw(SKILLS.find((skill) => !view.declared.has(skill)) ?? SKILLS[0]!, view),
  random: (view) => [itemDraw(SKILLS[Math.floor(view.random.next() * SKILLS.length)]!, view)],
  scheduler: roundChoose,
};

function lessonDraw(skill: SkillId, view: PolicyView): readonly PolicyItem[] {
  return Array.from({ length: LESSON_ITEMS }, () => itemDraw(skill, view));
}

function itemDraw(skill: SkillId, { random, normals }: PolicyView): PolicyItem {
  const isNormal = skillHasNormals(skill) && randomChance(random, normals);
  return {
    skill,
    level: isNormal ? 'hard' : 'standard',
    isNormal,
    seed: Math.floor(random.next() * 2 ** 32),
  };
}
