import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FLUENT_MS, fluency } from '../../../../src/domain/learning/fluency.ts';
import {
  CURVES,
  curveAt,
  curveExpect,
  curveForecast,
  curvePosterior,
  curveReach,
  FORECAST_ITEMS,
} from '../../../../src/domain/learning/learning-curve.ts';
import { randomChance, randomCreate } from '../../../../src/domain/numbers/random.ts';

const answersOf = fc.array(fc.boolean(), { maxLength: 120 });

describe('a learning curve by hand', () => {
  const curve = { start: 0.5, end: 0.95, rate: 20 };

  test('it starts, rises by 1 - 1/e in its rate, and ends', () => {
    expect(curveAt(curve, 0)).toBe(0.5);
    expect(curveAt(curve, 20)).toBeCloseTo(0.95 - 0.45 / Math.E, 12);
    expect(curveAt(curve, 10_000)).toBeCloseTo(0.95, 12);
  });

  test('it reaches 0.9 after 20 ln(0.45 / 0.05) items, and 0.95 never', () => {
    expect(curveReach(curve, 0.9)).toBeCloseTo(20 * Math.log(9), 12);
    expect(curveReach(curve, 0.95)).toBe(Number.POSITIVE_INFINITY);
    expect(curveReach(curve, 0.5)).toBe(0);
  });

  test('of two flat curves, two right answers of three make 0.8 more likely than 0.5 by 0.128 to 0.125', () => {
    const flat = [0.5, 0.8].map((share) => ({ start: share, end: share, rate: 10 }));
    const [low, high] = curvePosterior([true, false, true], flat);
    expect(high! / low!).toBeCloseTo(0.128 / 0.125, 12);
    expect(curveExpect([true, false, true], flat)).toBeCloseTo((0.5 * 0.125 + 0.8 * 0.128) / 0.253, 12);
  });

  test('a forecast of one curve is what is left of it; of one that never gets there it is none', () => {
    const answers = Array<boolean>(10).fill(true);
    // 20 ln 9 = 43.94, 10 are done.
    expect(curveForecast(answers, 0.9, [curve])).toEqual({ median: 34, low: 34, high: 34 });
    expect(curveForecast(answers, 0.97, [curve])).toEqual({ median: null, low: null, high: null });
  });
});

describe('a forecast', () => {
  test('has shares that sum to 1, and quantiles in order', () => {
    fc.assert(
      fc.property(answersOf, (answers) => {
        expect(curvePosterior(answers).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        const { low, median, high } = curveForecast(answers);
        const [a, b, c] = [low, median, high].map((items) => items ?? FORECAST_ITEMS + 1);
        expect(a!).toBeLessThanOrEqual(b!);
        expect(b!).toBeLessThanOrEqual(c!);
      }),
      { numRuns: 30 },
    );
  });

  test('a right answer more never makes the next one less likely than a wrong one does', () => {
    fc.assert(
      fc.property(answersOf, (answers) => {
        expect(curveExpect([...answers, true])).toBeGreaterThan(curveExpect([...answers, false]));
      }),
      { numRuns: 30 },
    );
  });

  test('its 80 % interval holds what comes for three of four simulated learners at least', () => {
    const random = randomCreate(5, 1);
    const truths = CURVES.filter((curve) => Number.isFinite(curveReach(curve, 0.9)) && curve.start < 0.9);
    const runs = 200;
    let held = 0;
    for (let run = 0; run < runs; run++) {
      const truth = truths[Math.floor(random.next() * truths.length)]!;
      const answers = Array.from({ length: 30 }, (_, i) => randomChance(random, curveAt(truth, i)));
      const left = Math.max(0, Math.ceil(curveReach(truth, 0.9) - 30));
      const { low, high } = curveForecast(answers);
      if (left >= (low ?? FORECAST_ITEMS) && left <= (high ?? Number.POSITIVE_INFINITY)) held += 1;
    }
    console.log(
      `learning curve: the 80 % interval held the truth of ${held} of ${runs} learners after 30 answers`,
    );
    expect(held / runs).toBeGreaterThanOrEqual(0.75);
  });
});

describe('fluency', () => {
  const answer = (isRight: boolean, answerMs: number) => ({ isRight, answerMs });

  test('is the share right within ten seconds, of the last ten', () => {
    expect(fluency([])).toBeNull();
    expect(fluency([answer(true, FLUENT_MS), answer(true, FLUENT_MS + 1), answer(false, 1)])).toBeCloseTo(
      1 / 3,
    );
    const slowThenFast = [...Array(5).fill(answer(true, 60_000)), ...Array(10).fill(answer(true, 1_000))];
    expect(fluency(slowThenFast)).toBe(1);
  });
});
