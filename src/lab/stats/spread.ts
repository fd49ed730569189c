import { quantile } from '../../cli/shared/quantile.ts';

/** How a fact is spread over clips or exams. */
export interface Spread {
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

/** The spread of what could be measured: NaN stands for "could not" and is left out. Null of fewer than 3. */
export function spreadOf(values: readonly number[]): Spread | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  if (sorted.length < 3) return null;
  return { p5: quantile(sorted, 0.05), p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
}

export function meanOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? Number.NaN : known.reduce((sum, value) => sum + value, 0) / known.length;
}
