import { correlation, type Pair } from '../../cli/shared/agreement.ts';

/** Ranks from 1, in the order of `values`; equal values share the mean of their ranks. */
export function ranksOf(values: readonly number[]): readonly number[] {
  const order = values.map((_, at) => at).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let until = from + 1;
    while (until < order.length && values[order[until]!] === values[order[from]!]) until += 1;
    for (let place = from; place < until; place++) ranks[order[place]!] = (from + until + 1) / 2;
    from = until;
  }
  return ranks;
}

/**
 * Area under the ROC curve: the chance that a positive scores above a negative, ties counting half
 * (Mann-Whitney's U over the product of the counts). Null where one of the two kinds is missing.
 */
export function rocArea(
  items: readonly { readonly score: number; readonly truth: boolean }[],
): number | null {
  const positives = items.filter((item) => item.truth).length;
  const negatives = items.length - positives;
  if (positives === 0 || negatives === 0) return null;
  const ranks = ranksOf(items.map((item) => item.score));
  const sum = ranks.reduce((total, rank, at) => total + (items[at]!.truth ? rank : 0), 0);
  return (sum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Spearman's rho: Pearson's correlation of the ranks, -1 to 1. Null where one side does not vary. */
export function rankCorrelation(pairs: readonly Pair[]): number | null {
  const xs = ranksOf(pairs.map(([x]) => x));
  const ys = ranksOf(pairs.map(([, y]) => y));
  return correlation(xs.map((x, at) => [x, ys[at]!]));
}
