import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusterInterval } from '../../../../src/cli/shared/bootstrap.ts';
import { rankCorrelation, ranksOf, rocArea } from '../../../../src/lab/clips/ranks.ts';

function scored(scores: readonly number[], truths: readonly boolean[]) {
  return scores.map((score, at) => ({ score, truth: truths[at]! }));
}

describe('ranks', () => {
  test('from 1 in order, ties sharing their mean', () => {
    expect(ranksOf([30, 10, 20])).toEqual([3, 1, 2]);
    expect(ranksOf([5, 1, 5, 5])).toEqual([3, 1, 3, 3]);
    expect(ranksOf([2, 2, 7, 7])).toEqual([1.5, 1.5, 3.5, 3.5]);
    expect(ranksOf([])).toEqual([]);
  });
});

describe('the area under the ROC curve', () => {
  test('by hand: three of four pairs in order, a tie counting half', () => {
    expect(rocArea(scored([0.1, 0.4, 0.35, 0.8], [false, false, true, true]))).toBe(0.75);
    expect(rocArea(scored([0.1, 0.4, 0.4, 0.8], [false, false, true, true]))).toBe(0.875);
    expect(rocArea(scored([1, 1, 1], [true, false, true]))).toBe(0.5);
    expect(rocArea(scored([3, 2, 1], [false, true, true]))).toBe(0);
  });

  test('has no value where one kind is missing', () => {
    expect(rocArea(scored([1, 2], [true, true]))).toBeNull();
    expect(rocArea(scored([1, 2], [false, false]))).toBeNull();
    expect(rocArea([])).toBeNull();
  });

  test('is the share of pairs in order, and turns over with the scores', () => {
    const item = fc.record({ score: fc.integer({ min: 0, max: 9 }), truth: fc.boolean() });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 30 }), (items) => {
        const area = rocArea(items);
        const seen = items.filter(({ truth }) => truth);
        const unseen = items.filter(({ truth }) => !truth);
        if (seen.length * unseen.length === 0) return area === null;
        let won = 0;
        for (const a of seen)
          for (const b of unseen) won += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0;
        expect(area).toBeCloseTo(won / (seen.length * unseen.length), 12);
        const turned = rocArea(items.map(({ score, truth }) => ({ score: -score, truth })));
        expect(area! + turned!).toBeCloseTo(1, 12);
        return true;
      }),
    );
  });
});

describe("Spearman's rho", () => {
  test('by hand, with and without ties', () => {
    expect(
      rankCorrelation([
        [1, 1],
        [2, 3],
        [3, 2],
        [4, 4],
      ]),
    ).toBeCloseTo(0.8, 12);
    // Ranks 1, 2.5, 2.5, 4 against 1 to 4: 4.5 / sqrt(4.5 * 5).
    expect(
      rankCorrelation([
        [1, 10],
        [2, 20],
        [2, 30],
        [3, 40],
      ]),
    ).toBeCloseTo(0.948683298, 9);
    expect(
      rankCorrelation([
        [1, 9],
        [2, 4],
        [30, 1],
      ]),
    ).toBeCloseTo(-1, 12);
  });

  test('has no value where one side does not vary', () => {
    expect(
      rankCorrelation([
        [1, 2],
        [1, 3],
      ]),
    ).toBeNull();
    expect(rankCorrelation([])).toBeNull();
  });
});

describe('the bootstrap by cluster', () => {
  const mean = (items: readonly { readonly value: number }[]) =>
    items.reduce((sum, { value }) => sum + value, 0) / items.length;
  const coin = (count: number, perCluster: number) =>
    Array.from({ length: count }, (_, at) => {
      const cluster = Math.floor(at / perCluster);
      return { value: cluster % 2, cluster: String(cluster) };
    });
  const interval = (items: readonly { readonly value: number; readonly cluster: string }[]) =>
    clusterInterval(items, ({ cluster }) => cluster, mean)!;

  test('of two clusters reaches from one to the other', () => {
    expect(interval(coin(2, 1))).toEqual([0, 1]);
  });

  test('is as wide as theory says: 1.96 standard errors to both sides', () => {
    const [low, high] = interval(coin(400, 1));
    expect((high - low) / 2).toBeGreaterThan(0.85 * 1.96 * (0.5 / 20));
    expect((high - low) / 2).toBeLessThan(1.15 * 1.96 * (0.5 / 20));
  });

  test('counts patients, not videos: ten alike of each are no more than one', () => {
    const [low, high] = interval(coin(400, 10));
    const [lowOne, highOne] = interval(coin(40, 1));
    expect(high - low).toBeCloseTo(highOne - lowOne, 12);
  });

  test('gives the same interval twice, and none where it would rest on little', () => {
    expect(interval(coin(30, 3))).toEqual(interval(coin(30, 3)));
    expect(clusterInterval(coin(10, 10), ({ cluster }) => cluster, mean)).toBeNull();
    // One positive patient of four is missing from a third of the resamples.
    const rare = [true, false, false, false].map((truth, at) => ({ score: at, truth, cluster: String(at) }));
    expect(clusterInterval(rare, ({ cluster }) => cluster, rocArea)).toBeNull();
  });
});
