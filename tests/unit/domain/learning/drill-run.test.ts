import { describe, expect, test } from 'vitest';
import {
  drillAnswered,
  drillRunBest,
  drillRunOf,
  drillSecondsTold,
  drillTimes,
} from '../../../../src/domain/learning/drill-run.ts';

const step = (score: number | null, elapsedS: number, seenS?: number) => ({
  first: { score, elapsedS, ...(seenS !== undefined && { seenS }) },
});

describe('a run of a drill', () => {
  test('counts what was right, and the time that the page was seen', () => {
    const run = drillRunOf([step(100, 9, 4), step(50, 3), step(49, 2, 2), step(null, 5, 0)]);
    expect(run).toEqual({ right: 2, count: 4, seconds: 9 });
    expect(drillRunOf([])).toEqual({ right: 0, count: 0, seconds: 0 });
  });

  test('has a time of each answer, by which it goes beside a later run', () => {
    const times = drillTimes([step(100, 9, 4), step(0, 3), step(100, 2, 2)]);
    expect(times).toEqual([4, 7, 9]);
    expect([0, 3, 4, 6, 7, 8, 9, 99].map((seconds) => drillAnswered(times, seconds))).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3,
    ]);
    expect(drillAnswered([], 5)).toBe(0);
  });

  test('tells tenths below ten seconds, and never that it took no time', () => {
    const told = [0, 0.04, 0.5, 3.1 + 2.2, 9.94, 9.95, 12.4, 60].map(drillSecondsTold);
    expect(told).toEqual([0.1, 0.1, 0.5, 5.3, 9.9, 10, 12, 60]);
  });

  test('is better with more right, and with as many in less time', () => {
    const [slow, quick, good] = [
      { right: 7, count: 10, seconds: 60 },
      { right: 7, count: 10, seconds: 40 },
      { right: 8, count: 10, seconds: 90 },
    ];
    expect(drillRunBest([])).toBeNull();
    expect(drillRunBest([slow, quick])).toBe(quick);
    expect(drillRunBest([quick, good, slow])).toBe(good);
  });
});
