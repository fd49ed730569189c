import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chancesCrossed,
  logisticChance,
  logisticFit,
  type RegressionRow,
} from '../../../../src/lab/regression/logistic.ts';

const row = (values: readonly number[], truth: number, cluster = 'c'): RegressionRow => ({
  values,
  truth,
  cluster,
});

describe('a logistic regression', () => {
  test('with one value of two levels gives each level its own odds', () => {
    // At 0 one of four, at 1 three of four: odds of 1/3 and 3, so a bias of -ln 3 and a weight of 2 ln 3.
    const rows = [0, 0, 0, 1].map((truth) => row([0], truth)).concat([1, 1, 1, 0].map((t) => row([1], t)));
    const { bias, weights } = logisticFit(rows, 0);
    expect(bias).toBeCloseTo(-Math.log(3), 6);
    expect(weights[0]).toBeCloseTo(2 * Math.log(3), 6);
  });

  test('fits shares as it fits as many noughts and ones', () => {
    const { bias, weights } = logisticFit([row([0], 0.25), row([1], 0.75)], 0);
    expect([bias, weights[0]]).toEqual([expect.closeTo(-Math.log(3), 6), expect.closeTo(2 * Math.log(3), 6)]);
  });

  test('a value that never varies weighs nothing, and a ridge draws weights towards 0 alone', () => {
    const rows = [0, 0, 0, 1].map((t) => row([0, 5], t)).concat([1, 1, 1, 0].map((t) => row([1, 5], t)));
    expect(logisticFit(rows, 1).weights[1]).toBeCloseTo(0, 9);
    const free = logisticFit(rows, 0).weights[0]!;
    const held = logisticFit(rows, 10).weights[0]!;
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThan(free / 2);
    // The mean of the chances stays that of the truths.
    const fit = logisticFit(rows, 10);
    const mean = rows.reduce((sum, { values }) => sum + logisticChance(fit, values), 0) / rows.length;
    expect(mean).toBeCloseTo(0.5, 6);
  });

  test('units of the values do not matter', () => {
    const values = fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.boolean()), {
      minLength: 12,
      maxLength: 30,
    });
    fc.assert(
      fc.property(values, fc.constantFrom(0.01, 7, 1000), (list, scale) => {
        const plain = list.map(([value, truth]) => row([value], Number(truth)));
        const scaled = list.map(([value, truth]) => row([value * scale + 3], Number(truth)));
        const [a, b] = [logisticFit(plain, 1), logisticFit(scaled, 1)];
        plain.forEach((one, at) => {
          expect(logisticChance(b, scaled[at]!.values)).toBeCloseTo(logisticChance(a, one.values), 5);
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe('a cross-validation', () => {
  test('never tells a row by its own cluster', () => {
    const rows = Array.from({ length: 20 }, (_, at) => row([at], at % 2, `${at % 10}`));
    const asked: (readonly RegressionRow[])[] = [];
    chancesCrossed(rows, (others) => {
      asked.push(others);
      return { bias: 0, weights: [0] };
    });
    expect(asked).toHaveLength(5);
    for (const others of asked) {
      const known = new Set(others.map(({ cluster }) => cluster));
      expect(known.size).toBe(8);
      // Both rows of a cluster are in or out.
      expect(others).toHaveLength(16);
    }
  });

  test('finds what is there, and nothing where there is nothing', () => {
    const rows = Array.from({ length: 60 }, (_, at) => row([at % 2, (at * 7) % 5], at % 2, `${at}`));
    const chances = chancesCrossed(rows, (others) => logisticFit(others, 1));
    expect(rows.every(({ truth }, at) => (truth === 1 ? chances[at]! > 0.8 : chances[at]! < 0.2))).toBe(true);
  });
});
