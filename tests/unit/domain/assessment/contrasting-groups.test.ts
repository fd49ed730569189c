import { describe, expect, test } from 'vitest';
import { groupsContrast, spreadOf } from '../../../../src/domain/assessment/contrasting-groups.ts';

describe('contrasting groups', () => {
  test('of one width cross in the middle', () => {
    // Means 11 and 5, standard deviation 1 each: the middle is 8.
    const { crossing, passScore, falsePass, falseFail } = groupsContrast([10, 11, 12], [4, 5, 6]);
    expect(crossing).toBeCloseTo(8, 9);
    expect([passScore, falsePass, falseFail]).toEqual([8, 0, 0]);
  });

  test('of two widths cross nearer to the narrow one', () => {
    // Means 12 and 4, standard deviations 1 and 2. The logarithms of the densities are the same where
    // (x - 12)^2 = (x - 4)^2 / 4 + 2 ln 2, so 3 x^2 - 88 x + 560 - 8 ln 2 = 0: x = 9.163.
    const { crossing, passScore } = groupsContrast([11, 12, 13], [2, 4, 6]);
    expect(crossing).toBeCloseTo((88 - Math.sqrt(88 ** 2 - 12 * (560 - 8 * Math.log(2)))) / 6, 9);
    expect(crossing).toBeCloseTo(9.163, 3);
    expect(passScore).toBe(10);
  });

  test('say how many of them would be judged wrongly', () => {
    const { passScore, falsePass, falseFail } = groupsContrast([10, 12, 14, 8], [6, 8, 10, 12]);
    // Means 11 and 9, one width: 10.
    expect(passScore).toBe(10);
    expect(falsePass).toBe(0.5);
    expect(falseFail).toBe(0.25);
  });

  test('that do not contrast have no pass mark', () => {
    expect(() => groupsContrast([4, 5, 6], [10, 11, 12])).toThrow(RangeError);
    expect(() => groupsContrast([5, 5], [1, 2])).toThrow(RangeError);
    expect(() => groupsContrast([5], [1, 2])).toThrow(RangeError);
  });

  test('a spread is that of a sample', () => {
    expect(spreadOf([2, 4, 6])).toEqual({ mean: 4, sd: 2 });
  });
});
