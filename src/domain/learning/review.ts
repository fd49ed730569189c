import { FSRSAlgorithm, Rating } from 'ts-fsrs';
import { DAY_MS } from '../numbers/day.ts';
import { FLUENT_MS } from './fluency.ts';
import type { SkillAnswer } from './item-record.ts';

/**
 * The longest time between two reviews, and the longest that is believed to have passed: half a year, the longest after
 * which lung ultrasound was tested again in what we know. A clock that jumps a year is thus worth half of one.
 */
const MOST_DAYS = 180;

/** Answers sooner after a review than this are practice: a skill that is drilled for an hour is not kept for a year. */
const PRACTICE_DAYS = 0.5;

/** A right answer that took longer than this was hard. */
const SLOW_MS = 2 * FLUENT_MS;

/** From this confidence on a learner is sure of a right answer, and up to that one guessing. */
const SURE = 4;
const GUESS = 1;

/** The memory of a skill, by the model of FSRS. */
export interface Review {
  /** Days until it is recalled with a chance of 0.9. */
  readonly stability: number;
  /** 1 easy to 10 hard to keep. */
  readonly difficulty: number;
  /** When it was reviewed last, milliseconds since 1970. */
  readonly atMs: number;
}

// Without fuzz nothing of it is random, and without short-term steps nothing of it needs a clock.
const memory = new FSRSAlgorithm({
  request_retention: 0.9,
  maximum_interval: MOST_DAYS,
  enable_fuzz: false,
  enable_short_term: false,
});

/** How well a skill was recalled, in the words of the scheduler. */
export type Recall = 'again' | 'hard' | 'good' | 'easy';

const RATINGS: Readonly<Record<Recall, Rating>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

/** A wrong answer is forgotten; a right one with help, slow or guessed was hard; a fast and sure one easy. */
export function recallOf({
  isRight,
  answerMs,
  confidence,
  hints,
  aid,
}: Pick<SkillAnswer, 'isRight' | 'answerMs' | 'confidence' | 'hints' | 'aid'>): Recall {
  if (!isRight) return 'again';
  if (hints > 0 || aid !== 'none' || answerMs > SLOW_MS || confidence === GUESS) return 'hard';
  return answerMs <= FLUENT_MS && confidence === SURE ? 'easy' : 'good';
}

/** Days since a review, 0 to MOST_DAYS: a clock that went back tells that none have passed. */
function daysSince({ atMs }: Review, nowMs: number): number {
  return Math.min(MOST_DAYS, Math.max(0, (nowMs - atMs) / DAY_MS));
}

/** Whether a review lies in the future by more than a day: the clock was wrong then, or is now. */
function reviewIsAhead({ atMs }: Review, nowMs: number): boolean {
  return atMs - nowMs > DAY_MS;
}

/** After an answer; the same where it was practice. `before` is null for a skill that was never asked for. */
export function reviewAdd(before: Review | null, recall: Recall, nowMs: number): Review {
  if (before === null) return { ...memory.next_state(null, 0, RATINGS[recall]), atMs: nowMs };
  const days = daysSince(before, nowMs);
  if (days < PRACTICE_DAYS && !reviewIsAhead(before, nowMs)) return before;
  const { stability, difficulty } = before;
  return { ...memory.next_state({ stability, difficulty }, days, RATINGS[recall]), atMs: nowMs };
}

/** Chance (0-1) that a skill is still there. */
export function retrievability(review: Review, nowMs: number): number {
  return memory.forgetting_curve(daysSince(review, nowMs), review.stability);
}

/** When a skill is to be reviewed, milliseconds since 1970: when its chance falls to 0.9, in 1 to 180 days. */
export function reviewDueMs(review: Review): number {
  return review.atMs + memory.next_interval(review.stability, 0) * DAY_MS;
}

/** Whether it is due. One that lies in the future is: nobody knows how long ago it was. */
export function reviewIsDue(review: Review, nowMs: number): boolean {
  return nowMs >= reviewDueMs(review) || reviewIsAhead(review, nowMs);
}
