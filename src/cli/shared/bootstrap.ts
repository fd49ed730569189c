import { randomCreate } from '../../domain/numbers/random.ts';
import { quantile } from './quantile.ts';

export type Interval = readonly [low: number, high: number];

export const RESAMPLES = 1000;
const SEED = 20240731;
/** Fewer resamples that have a value than this share, and an interval would rest on a chosen few. */
const VALUED_SHARE = 0.9;

/**
 * 95 % percentile interval of a measure by the bootstrap over clusters (Efron and Tibshirani 1993, chapter 13):
 * whole clusters are drawn with replacement, as many as there are, since the videos of one patient are alike.
 * Seeded, so that the same items give the same interval. Null where there are under two clusters, or where the
 * measure has no value on more than a tenth of the resamples.
 */
export function clusterInterval<Item>(
  items: readonly Item[],
  clusterOf: (item: Item) => string,
  measure: (items: readonly Item[]) => number | null,
  resamples: number = RESAMPLES,
): Interval | null {
  return percentileInterval(clusterResamples(items, clusterOf, resamples).map(measure));
}

/** The resamples behind `clusterInterval`, for several measures of the same; none where there are under two clusters. */
export function clusterResamples<Item>(
  items: readonly Item[],
  clusterOf: (item: Item) => string,
  resamples: number,
): readonly (readonly Item[])[] {
  const clusters = clustersOf(items, clusterOf);
  if (clusters.length < 2) return [];
  const random = randomCreate(SEED, 0);
  return Array.from({ length: resamples }, () =>
    clusters.flatMap(() => clusters[Math.floor(random.next() * clusters.length)]!),
  );
}

/** The middle 95 % of a measure's values on all resamples; null where it has none on more than a tenth of them. */
export function percentileInterval(measured: readonly (number | null)[]): Interval | null {
  const values = measured.filter((value) => value !== null);
  if (values.length === 0 || values.length < VALUED_SHARE * measured.length) return null;
  values.sort((a, b) => a - b);
  return [quantile(values, 0.025), quantile(values, 0.975)];
}

function clustersOf<Item>(
  items: readonly Item[],
  clusterOf: (item: Item) => string,
): readonly (readonly Item[])[] {
  const clusters = new Map<string, Item[]>();
  for (const item of items) {
    const name = clusterOf(item);
    const known = clusters.get(name);
    if (known === undefined) clusters.set(name, [item]);
    else known.push(item);
  }
  return [...clusters.values()];
}
