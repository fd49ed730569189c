import { describe, expect, test } from 'vitest';
import { streakOf } from '../../../../src/parts/learning/streak.ts';

const DAY = 86_400_000;
/** Played on these days, counted back from today (0); asked at noon of today. */
function streak(...daysAgo: readonly number[]) {
  const today = 20_000;
  const items = daysAgo.map((ago) => ({ atMs: (today - ago) * DAY + 1000 }));
  return streakOf(items, today * DAY + DAY / 2, (atMs) => Math.floor(atMs / DAY));
}

describe('a streak', () => {
  test.each([
    ['nothing', [], 0, 0, false],
    ['today', [0], 1, 1, true],
    ['twice today', [0, 0], 1, 1, true],
    ['yesterday: today is not over', [1], 1, 1, false],
    ['five of seven days', [0, 1, 3, 4, 6], 5, 5, true],
    ['two days off in a row', [0, 3, 4], 3, 3, true],
    ['three days off in a row end it', [0, 4, 5], 1, 3, true],
    ['days off of an earlier week count on their own', [0, 1, 2, 5, 6, 7, 8, 9, 12, 13], 10, 5, true],
    ['three days off within seven end it', [0, 2, 4, 6], 3, 4, true],
    ['long ago', [40, 41], 0, 0, false],
  ])('%s', (_, daysAgo, days, ofWeek, isTodayDone) => {
    expect(streak(...(daysAgo as number[]))).toEqual({ days, ofWeek, isTodayDone });
  });
});
