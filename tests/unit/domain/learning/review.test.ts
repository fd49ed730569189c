import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Recall,
  type Review,
  recallOf,
  retrievability,
  reviewAdd,
  reviewDueMs,
  reviewIsDue,
} from '../../../../src/domain/learning/review.ts';
import { DAY_MS } from '../../../../src/domain/numbers/day.ts';

const START = Date.UTC(2026, 0, 1);
const YEAR = 365;
const at = (day: number): number => START + day * DAY_MS;
const RECALLS: readonly Recall[] = ['again', 'hard', 'good', 'easy'];

describe('how well a skill was recalled', () => {
  const right = { isRight: true, answerMs: 8_000, confidence: null, hints: 0, aid: 'none' } as const;

  test.each([
    ['a wrong answer', { ...right, isRight: false, confidence: 4 }, 'again'],
    ['right with a hint', { ...right, hints: 1 }, 'hard'],
    ['right with the overlay', { ...right, aid: 'overlay' }, 'hard'],
    ['right after 21 s', { ...right, answerMs: 21_000 }, 'hard'],
    ['right by a guess', { ...right, confidence: 1 }, 'hard'],
    ['right', right, 'good'],
    ['right, sure, in 15 s', { ...right, answerMs: 15_000, confidence: 4 }, 'good'],
    ['right, sure, fast', { ...right, confidence: 4 }, 'easy'],
  ] as const)('%s', (_, answer, recall) => {
    expect(recallOf(answer)).toBe(recall);
  });
});

describe('a review', () => {
  const first = reviewAdd(null, 'good', at(0));

  test('is due when the chance has fallen to 0.9', () => {
    expect(first.atMs).toBe(at(0));
    expect(retrievability(first, at(0))).toBe(1);
    expect(retrievability(first, at(first.stability))).toBeCloseTo(0.9, 6);
    const days = Math.round(first.stability);
    expect(reviewDueMs(first)).toBe(at(days));
    expect(reviewIsDue(first, at(days) - 1)).toBe(false);
    expect(reviewIsDue(first, at(days))).toBe(true);
  });

  test('the better it was recalled, the longer it keeps', () => {
    const keeps = RECALLS.map((recall) => reviewAdd(first, recall, at(2)).stability);
    expect(keeps).toEqual([...keeps].sort((a, b) => a - b));
    expect(new Set(keeps).size).toBe(4);
  });

  test('practice on the same day changes nothing', () => {
    for (const recall of RECALLS) expect(reviewAdd(first, recall, at(0.4))).toBe(first);
    expect(reviewAdd(first, 'good', at(0.6))).not.toBe(first);
  });
});

describe('a clock that is wrong', () => {
  const first = reviewAdd(null, 'good', at(YEAR));

  test('back by an hour: nothing is due sooner, and the answer is practice', () => {
    const earlier = at(YEAR - 1 / 24);
    expect(retrievability(first, earlier)).toBe(1);
    expect(reviewIsDue(first, earlier)).toBe(false);
    expect(reviewAdd(first, 'good', earlier)).toBe(first);
  });

  test('back by a year: it is due, and dated anew', () => {
    expect(reviewIsDue(first, at(0))).toBe(true);
    const again = reviewAdd(first, 'good', at(0));
    expect(again.atMs).toBe(at(0));
    expect(again.stability).toBeGreaterThanOrEqual(first.stability);
    expect(reviewIsDue(again, at(0))).toBe(false);
  });

  test('ahead by a year: it is worth half of one', () => {
    const jumped = reviewAdd(first, 'good', at(2 * YEAR));
    expect(jumped.stability).toBe(reviewAdd(first, 'good', at(YEAR + 180)).stability);
    expect(retrievability(first, at(2 * YEAR))).toBe(retrievability(first, at(YEAR + 180)));
  });

  test('whatever it does, every figure stays sound and the next review within half a year', () => {
    const step = fc.tuple(fc.constantFrom(...RECALLS), fc.double({ min: -800, max: 800, noNaN: true }));
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        let review: Review | null = null;
        for (const [recall, day] of steps) {
          const now = at(1000 + day);
          review = reviewAdd(review, recall, now);
          expect(review.stability).toBeGreaterThan(0);
          expect(review.difficulty).toBeGreaterThanOrEqual(1);
          expect(review.difficulty).toBeLessThanOrEqual(10);
          const chance = retrievability(review, now);
          expect(chance).toBeGreaterThan(0);
          expect(chance).toBeLessThanOrEqual(1);
          expect(reviewDueMs(review) - review.atMs).toBeGreaterThanOrEqual(DAY_MS);
          expect(reviewDueMs(review) - review.atMs).toBeLessThanOrEqual(180 * DAY_MS);
        }
      }),
    );
  });
});
