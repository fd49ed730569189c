import { DAY_MS } from '../numbers/day.ts';
import type { Random } from '../numbers/random.ts';
import type { DifficultyLevel } from './measured-difficulty.ts';
import { skillPriority } from './priority.ts';
import { retrievability, reviewDueMs, reviewIsDue } from './review.ts';
import { SKILLS, type SkillId, skillHasNormals } from './skill.ts';
import { type LearnerState, type SkillState, skillIsMastered } from './skill-state.ts';

/** Items of a round: under five minutes. */
const ROUND_ITEMS = 8;

/** Images without a finding are at least this share of a round. */
const NORMAL_SHARE = 1 / 3;

/** Reviews are no more than this share of a round, so that they never keep a learner from learning. */
const REVIEW_SHARE = 1 / 2;

/** A new skill's first items come one after the other, the first of them easy. */
const BLOCK_ITEMS = 4;
const EASY_ITEMS = 2;

/** Skills that are learnt side by side; a new one is begun when one of them is competent. */
const LEARNT_AT_ONCE = 4;

/**
 * Among mixed items, skills that are competent and only slow are no more than this share of a round: somebody who is
 * never fast would otherwise learn nothing new.
 */
const SLOW_SHARE = 1 / 4;

/** Skills whose item takes as long as three others: of these a round asks so many, that it stays under five minutes. */
const MOST_OF: Readonly<Partial<Record<SkillId, number>>> = { whole_patient: 1 };

/**
 * One that comes seldom takes many rounds to learn: it is begun beside the others once so much of all is begun, and not as the last
 * one, when a round would hold little else that is new.
 */
const SELDOM_FROM = 2 / 3;

/** Why an item was chosen, with the figures that it was chosen by. */
export type ChoiceReason =
  | {
      readonly code: 'review_due';
      readonly retrievability: number;
      /** Days since it was due, 0 or more. */
      readonly daysOver: number;
    }
  /** `item`: its place among the items of the skill, from 1. */
  | { readonly code: 'new_skill'; readonly item: number }
  /** `wasRight` and `answerMs` are null where all that is known of the skill was asked in this round. */
  | {
      readonly code: 'in_learning';
      readonly priority: number;
      readonly itemsSince: number;
      readonly wasRight: boolean | null;
      readonly answerMs: number | null;
    }
  /** Nothing is due and nothing is left to learn: what is remembered least. */
  | { readonly code: 'kept_up'; readonly retrievability: number }
  /** An image without a finding, so that a third of the round has none. */
  | { readonly code: 'hard_normal' };

export interface RoundItem {
  readonly skill: SkillId;
  readonly level: DifficultyLevel;
  readonly isNormal: boolean;
  /** Of the image; one that this learner never had. */
  readonly seed: number;
  readonly reason: ChoiceReason;
}

export interface RoundRequest {
  readonly learner: LearnerState;
  readonly nowMs: number;
  readonly random: Random;
  /** Seeds of every image that the learner was shown. */
  readonly usedSeeds: ReadonlySet<number>;
  /** The skills that can be asked for, in the order in which new ones are begun. */
  readonly skills?: readonly SkillId[];
  readonly items?: number;
}

type Choice = Pick<RoundItem, 'skill' | 'reason'>;

/**
 * The next round: what is due first, then a new skill's items in a block, then what is being learnt, mixed. Of images
 * without a finding there are a third, or as many as the skills that the learner knows have any.
 */
export function roundChoose({
  learner,
  nowMs,
  random,
  usedSeeds,
  skills = SKILLS,
  items = ROUND_ITEMS,
}: RoundRequest): readonly RoundItem[] {
  const known = skills.flatMap((skill) => learner.skills.get(skill) ?? []);
  const choices = dueChoose(known, nowMs, Math.floor(items * REVIEW_SHARE));
  const learnt = known.filter(({ competence }) => competence.kind !== 'competent');
  const slow = known
    .filter((state) => state.competence.kind === 'competent' && !skillIsMastered(state))
    .map(({ skill }) => skill);
  let slowLeft = Math.floor(items * SLOW_SHARE);
  const untried = skills.filter((skill) => !learner.skills.has(skill));
  const open = untried.filter((skill) => MOST_OF[skill] === undefined);
  const begun: SkillId[] = [];
  const seldom = untried.filter((skill) => MOST_OF[skill] !== undefined);
  const learntSide = learnt.filter(({ skill }) => MOST_OF[skill] === undefined).length;
  // A skill that was left within its block is gone on with first.
  for (const { skill, items: had } of learnt) blockPlace(choices, skill, had, items);
  if (open.length === 0 || known.length >= SELDOM_FROM * skills.length) {
    for (const skill of seldom) {
      begun.push(skill);
      blockPlace(choices, skill, 0, items);
    }
  }
  const begunSeldom = begun.length;
  while (
    choices.length < items &&
    learntSide + begun.length - begunSeldom < LEARNT_AT_ONCE &&
    open.length > 0
  ) {
    const skill = open.shift()!;
    begun.push(skill);
    blockPlace(choices, skill, 0, items);
  }
  const learning = [...learnt.map(({ skill }) => skill), ...begun];
  while (choices.length < items) {
    const mixed = (learning.length === 0 || slowLeft > 0 ? [...learning, ...slow] : learning).filter(
      (skill) => hasRoom(choices, skill),
    );
    const next = mixed.length > 0 ? mixedChoose(learner, mixed, choices) : keptUp(known, choices, nowMs);
    if (next === null) break;
    if (slow.includes(next.skill)) slowLeft -= 1;
    choices.push(next);
  }
  return itemsDraw(normalsPlace(choices, known, random), learner, usedSeeds, random);
}

function dueChoose(known: readonly SkillState[], nowMs: number, most: number): Choice[] {
  return known
    .filter(({ review }) => reviewIsDue(review, nowMs))
    .map(({ skill, review }) => ({
      skill,
      reason: {
        code: 'review_due' as const,
        retrievability: retrievability(review, nowMs),
        daysOver: Math.max(0, (nowMs - reviewDueMs(review)) / DAY_MS),
      },
    }))
    .sort((a, b) => a.reason.retrievability - b.reason.retrievability)
    .slice(0, most);
}

function blockPlace(choices: Choice[], skill: SkillId, had: number, most: number): void {
  const placed = choices.filter((choice) => choice.skill === skill).length;
  for (let item = had + placed + 1; item <= BLOCK_ITEMS && choices.length < most; item++) {
    if (!hasRoom(choices, skill)) return;
    choices.push({ skill, reason: { code: 'new_skill', item } });
  }
}

function hasRoom(choices: readonly Choice[], skill: SkillId): boolean {
  return (
    choices.filter((choice) => choice.skill === skill).length < (MOST_OF[skill] ?? Number.POSITIVE_INFINITY)
  );
}

/** Of some skills, of which there is at least one, the most urgent one, counting what this round already asks. */
function mixedChoose(learner: LearnerState, skills: readonly SkillId[], choices: readonly Choice[]): Choice {
  const here = learner.items + choices.length + 1;
  const options = skills.map((skill) => {
    const state = learner.skills.get(skill);
    const last = state?.recent.at(-1);
    const inRound = choices.findLastIndex((choice) => choice.skill === skill);
    const lastItem = inRound >= 0 ? learner.items + inRound + 1 : (state?.lastItem ?? learner.items);
    const itemsSince = here - lastItem;
    const priority = skillPriority(last ?? { isRight: false, answerMs: 0 }, itemsSince);
    return { skill, priority, itemsSince, last };
  });
  const best = options.reduce((a, b) => (b.priority > a.priority ? b : a));
  return {
    skill: best.skill,
    reason: {
      code: 'in_learning',
      priority: best.priority,
      itemsSince: best.itemsSince,
      wasRight: best.last?.isRight ?? null,
      answerMs: best.last?.answerMs ?? null,
    },
  };
}

function keptUp(known: readonly SkillState[], choices: readonly Choice[], nowMs: number): Choice | null {
  const times = (skill: SkillId): number => choices.filter((choice) => choice.skill === skill).length;
  const options = known
    .filter(({ skill }) => hasRoom(choices, skill))
    .map(({ skill, review }) => ({ skill, left: retrievability(review, nowMs), times: times(skill) }))
    .sort((a, b) => a.times - b.times || a.left - b.left);
  const first = options[0];
  return first === undefined
    ? null
    : { skill: first.skill, reason: { code: 'kept_up', retrievability: first.left } };
}

/**
 * Which of the choices are images without a finding: drawn among those that can be. Where these are too few, the least
 * urgent of the others give way to skills that the learner knows and that have such images.
 */
function normalsPlace(
  choices: readonly Choice[],
  known: readonly SkillState[],
  random: Random,
): readonly (Choice & { readonly isNormal: boolean })[] {
  const wanted = Math.ceil(choices.length * NORMAL_SHARE);
  const able = shuffle(
    choices.flatMap(({ skill }, i) => (skillHasNormals(skill) ? [i] : [])),
    random,
  );
  const normals = new Set(able.slice(0, wanted));
  const placed: Choice[] = [...choices];
  const others = known
    .map(({ skill }) => skill)
    .filter((skill) => skillHasNormals(skill) && MOST_OF[skill] === undefined);
  for (let i = placed.length - 1; i >= 0 && normals.size < wanted && others.length > 0; i--) {
    if (normals.has(i)) continue;
    const skill = others[Math.floor(random.next() * others.length)]!;
    placed[i] = { skill, reason: { code: 'hard_normal' } };
    normals.add(i);
  }
  return placed.map((choice, i) => ({ ...choice, isNormal: normals.has(i) }));
}

function itemsDraw(
  choices: readonly (Choice & { readonly isNormal: boolean })[],
  learner: LearnerState,
  usedSeeds: ReadonlySet<number>,
  random: Random,
): readonly RoundItem[] {
  const drawn = new Set<number>();
  return choices.map(({ skill, isNormal, reason }) => {
    const seed = seedDraw((at) => usedSeeds.has(at) || drawn.has(at), random);
    drawn.add(seed);
    return { skill, level: levelChoose(learner.skills.get(skill), isNormal, reason), isNormal, seed, reason };
  });
}

/** Easy at the very first and after two errors on end; normals are as hard as they come once a skill is begun. */
function levelChoose(
  state: SkillState | undefined,
  isNormal: boolean,
  reason: ChoiceReason,
): DifficultyLevel {
  if (reason.code === 'new_skill') return reason.item <= EASY_ITEMS ? 'easy' : 'standard';
  const last = state?.recent.slice(-2) ?? [];
  if (last.length === 2 && last.every(({ isRight }) => !isRight)) return 'easy';
  return isNormal ? 'hard' : 'standard';
}

function seedDraw(isUsed: (seed: number) => boolean, random: Random): number {
  let seed = Math.floor(random.next() * 2 ** 32);
  while (isUsed(seed)) seed = (seed + 1) % 2 ** 32;
  return seed;
}

function shuffle(values: readonly number[], random: Random): readonly number[] {
  return values
    .map((value) => ({ value, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
