import { describe, expect, test } from 'vitest';
import { hintNextCost, hintsCost, hintsLeave } from '../../../../src/domain/scenario/hint-cost.ts';

const LADDER = [5, 15, 30, 60].map((cost) => ({ cost }));

describe('what hints cost', () => {
  test('is the sum of their prices, and never more than 60', () => {
    expect([0, 1, 2, 3, 4].map((taken) => hintsCost(LADDER.slice(0, taken)))).toEqual([0, 5, 20, 50, 60]);
    expect(hintsCost([{ cost: 100 }])).toBe(60);
  });

  test('the next one costs what is left to the most, and leaves the rest of 100 to be earned', () => {
    expect([0, 1, 2, 3].map((taken) => hintNextCost(LADDER, taken))).toEqual([5, 15, 30, 10]);
    expect(hintNextCost([...LADDER, { cost: 60 }], 4)).toBe(0);
    expect([0, 3, 4].map((taken) => hintsLeave(LADDER, taken))).toEqual([100, 50, 40]);
  });
});
