import type { ItemRecord } from '../../domain/learning/item-record.ts';
import { UNACCEPTABLE_FAILURE } from '../../domain/learning/lc-cusum.ts';
import { reviewIsDue } from '../../domain/learning/review.ts';
import { SKILLS, type SkillId } from '../../domain/learning/skill.ts';
import { LEARNER_NEW, learnerAdd } from '../../domain/learning/skill-state.ts';
import { DAY_MS } from '../../domain/numbers/day.ts';
import { type Random, randomCreate } from '../../domain/numbers/random.ts';
import { answerDraw, failureOn, type Knack, knackDraw, type Practice, practiceAdd } from './learner.ts';
import type { LearnerModel } from './model.ts';
import { POLICIES, type PolicyItem, type PolicyName } from './policy.ts';

/** Nobody is taken further than this: such a learner counts with it. */
const MOST_ITEMS = 20_000;

/** Days on which retention is looked at, after the standard. */
const WEEK_DAYS = 7;

/** Streams of one seed. */
const KNACK_STREAM = 1;
const COURSE_STREAM = 2;

/** The results of one learner under one policy. */
export interface CourseResult {
  /** Items until every skill had been declared competent. */
  readonly items: number;
  readonly isReached: boolean;
  /** Hours with the images and their feedback until then. */
  readonly hours: number;
  /** Mean true share of right answers (0-1) over all skills then. */
  readonly accuracy: number;
  /** Points (of 100) of the mean true accuracy lost after four and eight weeks. */
  readonly lossWeek4: number;
  readonly lossWeek8: number;
  /** Points lost after eight weeks without the scheduler's reviews; the same as with them where the policy has none. */
  readonly lossWeek8Alone: number;
  /** Items of reviews in those eight weeks. */
  readonly reviews: number;
  readonly declared: number;
  /** Of these, with a true failure of UNACCEPTABLE_FAILURE or more at that moment. */
  readonly declaredFalsely: number;
}

/** One learner, from nothing to the standard and eight weeks on, with reviews where the scheduler makes them. */
export function courseRun(model: LearnerModel, policy: PolicyName, seed: number): CourseResult {
  const student = studentCreate(
    model,
    knackDraw(model, randomCreate(seed, KNACK_STREAM)),
    randomCreate(seed, COURSE_STREAM),
  );
  while (student.declared.size < SKILLS.length && student.items() < MOST_ITEMS) {
    const day = Math.floor(student.items() / model.itemsPerDay);
    for (const item of student.choose(policy, day)) {
      student.ask(item, Math.floor(student.items() / model.itemsPerDay));
      if (student.declared.size === SKILLS.length) break;
    }
  }
  const items = student.items();
  const day = Math.floor(items / model.itemsPerDay);
  const hours = student.hours();
  const { declared, falsely } = student;
  const figures = {
    items,
    isReached: declared.size === SKILLS.length,
    hours,
    declared: declared.size,
    declaredFalsely: falsely.size,
  };
  const reached = student.accuracy(day);
  const weekOf = (weeks: number): number => day + weeks * WEEK_DAYS;
  const alone = student.accuracy(weekOf(8));
  const hasReviews = policy === 'scheduler';
  if (hasReviews) student.keepUp(day + 1, weekOf(4));
  const week4 = student.accuracy(weekOf(4));
  if (hasReviews) student.keepUp(weekOf(4), weekOf(8));
  return {
    ...figures,
    accuracy: reached,
    lossWeek4: 100 * (reached - week4),
    lossWeek8: 100 * (reached - student.accuracy(weekOf(8))),
    lossWeek8Alone: 100 * (reached - alone),
    reviews: student.items() - items,
  };
}

/** A simulated learner at work: everything that changes in the course of it. */
function studentCreate(model: LearnerModel, knack: Knack, random: Random) {
  const practices = new Map<SkillId, Practice>();
  const usedSeeds = new Set<number>();
  const declared = new Set<SkillId>();
  const falsely = new Set<SkillId>();
  let learner = LEARNER_NEW;
  let spentMs = 0;

  const choose = (policy: PolicyName, day: number): readonly PolicyItem[] =>
    POLICIES[policy]({ learner, nowMs: day * DAY_MS, declared, usedSeeds, normals: model.normals, random });

  const ask = (item: PolicyItem, day: number): void => {
    const { skill } = item;
    const practice = practices.get(skill);
    const failure = failureOn(model, knack, skill, practice, day);
    const answer = answerDraw(model, knack, practice, day, item, random);
    learner = learnerAdd(learner, recordOf(item, answer, day, learner.items));
    usedSeeds.add(item.seed);
    practices.set(skill, practiceAdd(model, knack, practice, day));
    spentMs += answer.answerMs + model.feedbackMs;
    if (!declared.has(skill) && learner.skills.get(skill)!.competence.kind === 'competent') {
      declared.add(skill);
      if (failure >= UNACCEPTABLE_FAILURE) falsely.add(skill);
    }
  };

  /** From one day to before another: a round on each day on which something is due. */
  const keepUp = (from: number, to: number): void => {
    for (let day = from; day < to; day++) {
      const states = [...learner.skills.values()];
      if (!states.some(({ review }) => reviewIsDue(review, day * DAY_MS))) continue;
      for (const item of choose('scheduler', day)) ask(item, day);
    }
  };

  const accuracy = (day: number): number =>
    SKILLS.reduce((sum, skill) => sum + 1 - failureOn(model, knack, skill, practices.get(skill), day), 0) /
    SKILLS.length;

  return {
    declared,
    falsely,
    items: () => learner.items,
    hours: () => spentMs / 3_600_000,
    choose,
    ask,
    keepUp,
    accuracy,
  };
}

function recordOf(
  { skill, level, isNormal, seed }: PolicyItem,
  { isRight, grade, answerMs }: ReturnType<typeof answerDraw>,
  day: number,
  number: number,
): ItemRecord {
  return {
    version: 1,
    id: String(number),
    evidence: [{ skill, grade, isRight }],
    source: { kind: 'phantom', seed },
    difficulty: { level, isNormal, measured: null },
    grade,
    isRight,
    answerMs,
    confidence: null,
    hints: 0,
    aid: 'none',
    policy: 'round',
    isFirst: true,
    atMs: day * DAY_MS,
  };
}
