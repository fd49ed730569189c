import { expect, test } from 'vitest';
import { bestOfBoth, bestWith } from '../../../../src/domain/learning/best-scores.ts';
import { scorePasses } from '../../../../src/domain/learning/pass.ts';

test('a score counts where it is higher than those before', () => {
  expect(bestWith({}, 'a', 0)).toEqual({ a: 0 });
  expect(bestWith({ a: 50, b: 10 }, 'a', 60)).toEqual({ a: 60, b: 10 });
  const best = { a: 50 };
  expect([bestWith(best, 'a', 40), bestWith(best, 'a', 50), bestWith(best, 'a', null)]).toEqual([
    best,
    best,
    best,
  ]);
});

test('of two lots the higher score of each scenario counts', () => {
  expect(bestOfBoth({ a: 50, b: 10 }, { b: 20, c: 0 })).toEqual({ a: 50, b: 20, c: 0 });
  expect(bestOfBoth({}, {})).toEqual({});
});

test('the score that is asked for passes, one below it does not, and none passes nothing', () => {
  expect([60, 59.9, null].map((score) => scorePasses({ passScore: 60 }, score))).toEqual([
    true,
    false,
    false,
  ]);
  expect(scorePasses({ passScore: 0 }, null)).toBe(false);
});
