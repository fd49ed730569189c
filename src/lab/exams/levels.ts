import { formDraw } from '../../domain/assessment/form.ts';
import { ACCEPTABLE_FAILURE, UNACCEPTABLE_FAILURE } from '../../domain/learning/lc-cusum.ts';
import type { SkillId } from '../../domain/learning/skill.ts';
import { randomCreate } from '../../domain/numbers/random.ts';
import { answerDraw, failureOn, knackDraw, type Practice, practiceAdd } from '../learners/learner.ts';
import type { LearnerModel } from '../learners/model.ts';

/**
 * Five levels of practice: items of each skill, each with its feedback. Assumption: on the average learner's curve
 * (`learners/model.ts`) they lie about a halving of what is left to learn apart.
 */
export const PRACTICE_LEVELS = {
  untrained: 0,
  novice: 10,
  advanced: 30,
  trained: 70,
  experienced: 150,
} as const;
export type PracticeLevel = keyof typeof PRACTICE_LEVELS;

/** Items of a skill on a day: 32 a day over 21 skills. */
const ITEMS_PER_DAY = 1.5;

/** Streams of one seed. */
const KNACK_STREAM = 1;
const ANSWER_STREAM = 3;

/** One simulated candidate's exam. */
export interface SimulatedSitting {
  readonly level: PracticeLevel;
  /** True chance (0-1) of failing an item of the form, mean. */
  readonly failure: number;
  /** Items right. */
  readonly right: number;
}

/** A learner of a level takes the form of their own seed on the day after their last practice. */
export function sittingRun(model: LearnerModel, level: PracticeLevel, seed: number): SimulatedSitting {
  const knack = knackDraw(model, randomCreate(seed, KNACK_STREAM));
  const random = randomCreate(seed, ANSWER_STREAM);
  const items = PRACTICE_LEVELS[level];
  let practice: Practice | undefined;
  for (let i = 0; i < items; i++) {
    practice = practiceAdd(model, knack, practice, Math.floor(i / ITEMS_PER_DAY));
  }
  const day = Math.floor(items / ITEMS_PER_DAY) + 1;
  const form = formDraw(seed);
  const failureOf = (skill: SkillId): number => failureOn(model, knack, skill, practice, day);
  return {
    level,
    failure: form.reduce((sum, { skill }) => sum + failureOf(skill), 0) / form.length,
    right: form.filter((item) => answerDraw(model, knack, practice, day, item, random).isRight).length,
  };
}

/**
 * Whether a candidate is competent, by the standard that the game declares competence with (LC-CUSUM): a failure that is acceptable,
 * or one that is not. Null between them, where a judge could not say.
 */
export function sittingIsCompetent({ failure }: SimulatedSitting): boolean | null {
  if (failure <= ACCEPTABLE_FAILURE) return true;
  return failure >= UNACCEPTABLE_FAILURE ? false : null;
}
