import { ACCEPTABLE_FAILURE } from './lc-cusum.ts';

/**
 * A curve of learning: the chance of a right answer rises from `start` to `end` (0-1), by all but 1/e of the way in
 * every `rate` items.
 */
export interface LearningCurve {
  readonly start: number;
  readonly end: number;
  readonly rate: number;
}

/** How many items are still to go; null beyond FORECAST_ITEMS, or never. */
export interface Forecast {
  readonly median: number | null;
  /** The 80 % interval. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Beyond this no number is named: what the slowest twentieth needed in all to be right in 95 % (Kwan et al. 2020). */
export const FORECAST_ITEMS = 1040;

const STARTS = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const ENDS = [0.6, 0.7, 0.8, 0.85, 0.9, 0.925, 0.95, 0.97, 0.99];
const RATES = [3, 5, 8, 12, 20, 32, 50, 80, 130, 200];

/**
 * Every curve thought possible, all as likely before the first answer. An exponential, since that fits single learners
 * better than a power law, which averages produce (Heathcote et al. 2000, Psychon Bull Rev 7:185).
 */
export const CURVES: readonly LearningCurve[] = STARTS.flatMap((start) =>
  ENDS.filter((end) => end >= start).flatMap((end) => RATES.map((rate) => ({ start, end, rate }))),
);

/** Chance (0-1) of a right answer after a number of items. */
export function curveAt({ start, end, rate }: LearningCurve, items: number): number {
  return end - (end - start) * Math.exp(-items / rate);
}

/** Items until a curve reaches a standard (0-1), counted from its first; Infinity where it never does. */
export function curveReach({ start, end, rate }: LearningCurve, standard: number): number {
  if (start >= standard) return 0;
  if (end <= standard) return Number.POSITIVE_INFINITY;
  return rate * Math.log((end - start) / (end - standard));
}

/** How likely each curve is after the answers to items in their order; the shares sum to 1. */
export function curvePosterior(
  answers: readonly boolean[],
  curves: readonly LearningCurve[] = CURVES,
): readonly number[] {
  const logs = curves.map((curve) =>
    answers.reduce((sum, isRight, items) => {
      const chance = curveAt(curve, items);
      return sum + Math.log(isRight ? chance : 1 - chance);
    }, 0),
  );
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** The chance of a right answer to the next item, as far as the answers so far tell. */
export function curveExpect(answers: readonly boolean[], curves: readonly LearningCurve[] = CURVES): number {
  const posterior = curvePosterior(answers, curves);
  return curves.reduce((sum, curve, i) => sum + posterior[i]! * curveAt(curve, answers.length), 0);
}

/**
 * How many items are to go until the learner fails no more than is acceptable: the quantiles of what the curves say,
 * each as likely as the answers make it.
 */
export function curveForecast(
  answers: readonly boolean[],
  standard = 1 - ACCEPTABLE_FAILURE,
  curves: readonly LearningCurve[] = CURVES,
): Forecast {
  const posterior = curvePosterior(answers, curves);
  const left = curves
    .map((curve, i) => ({
      items: Math.max(0, Math.ceil(curveReach(curve, standard) - answers.length)),
      share: posterior[i]!,
    }))
    .sort((a, b) => a.items - b.items);
  const at = (wanted: number): number | null => {
    let sum = 0;
    const found = left.find(({ share }) => {
      sum += share;
      return sum >= wanted - 1e-12;
    });
    return found === undefined || found.items > FORECAST_ITEMS ? null : found.items;
  };
  return { median: at(0.5), low: at(0.1), high: at(0.9) };
}
