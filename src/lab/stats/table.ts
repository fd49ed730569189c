import { tableOf } from '../../cli/shared/markdown-table.ts';
import { type Comparison, widthIsLike } from './comparison.ts';
import type { Spread } from './spread.ts';

function figure(value: number): string {
  return Math.abs(value) >= 10 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 3 ? 1 : 2);
}

function spreadSay(value: Spread | number | null): string {
  if (value === null) return '-';
  return typeof value === 'number' ? figure(value) : [value.p5, value.p50, value.p95].map(figure).join(' / ');
}

/** The table of facts; single numbers stand where no spread is known. */
export function comparisonTable(comparisons: readonly Comparison[]): string {
  return tableOf([
    ['Fact', 'Unit', 'From', 'Real p5 / p50 / p95', 'Simulated', 'Inside', 'Width'],
    ...comparisons.map((one) => [
      one.label,
      one.unit,
      one.from,
      spreadSay(one.real),
      spreadSay(one.simulated),
      one.isInside ? 'yes' : 'NO',
      one.widthRatio === null ? '-' : `${one.widthRatio.toFixed(2)}${widthIsLike(one) ? '' : ' !'}`,
    ]),
  ]);
}

/** One line on each fact that the simulator fails. */
export function failuresSay(comparisons: readonly Comparison[]): string {
  const outside = comparisons.filter((one) => !one.isInside);
  const unlike = comparisons.filter((one) => one.isInside && !widthIsLike(one));
  return [
    `${comparisons.length - outside.length} of ${comparisons.length} facts inside; ${unlike.length} of these with a spread of another width (!).`,
    ...outside.map(
      (one) => `outside: ${one.label}: real ${spreadSay(one.real)}, simulated ${spreadSay(one.simulated)}`,
    ),
  ].join('\n');
}
