import { rocArea } from '../clips/ranks.ts';
import { chancesCrossed, type LogisticFit, logisticFit, type RegressionRow } from '../regression/logistic.ts';
import { IMAGE_FACTS, type Measures } from './facts.ts';
import { meanOf } from './spread.ts';

/** The facts of one clip, recorded or simulated. Clips of one cluster are of one patient or exam. */
export interface MeasuredClip {
  readonly measures: Measures;
  readonly cluster: string;
}

/** How well a small classifier tells recorded clips from simulated ones, and what it leans on. */
export interface ToldApart {
  readonly recorded: number;
  readonly simulated: number;
  /** Area under the ROC curve, each clip told by a classifier that saw no clip of its patient; 0.5 is not at all. */
  readonly area: number;
  /** The facts that it weighs most; `weight`: by how much one standard deviation more raises the log odds of "recorded". */
  readonly leans: readonly { readonly id: string; readonly label: string; readonly weight: number }[];
}

/** On standardised weights: with fifty facts that hang together and a few hundred clips they need a firm hand. */
const RIDGE = 5;
const LEANS = 8;

/** Logistic regression on the image facts, cross-validated by patient and exam. Both lists hold clips. */
export function toldApart(recorded: readonly MeasuredClip[], simulated: readonly MeasuredClip[]): ToldApart {
  const all = [...recorded, ...simulated];
  const usual = IMAGE_FACTS.map(({ id }) => {
    const known = all.map(({ measures }) => measures[id] ?? Number.NaN).filter(Number.isFinite);
    return known.length === 0 ? 0 : meanOf(known);
  });
  const rowOf = ({ measures, cluster }: MeasuredClip, truth: number): RegressionRow => ({
    values: IMAGE_FACTS.map(({ id }, at) => {
      const value = measures[id] ?? Number.NaN;
      return Number.isFinite(value) ? value : usual[at]!;
    }),
    truth,
    cluster,
  });
  const rows = [...recorded.map((clip) => rowOf(clip, 1)), ...simulated.map((clip) => rowOf(clip, 0))];
  const fitting = (some: readonly RegressionRow[]): LogisticFit => logisticFit(some, RIDGE);
  const chances = chancesCrossed(rows, fitting);
  const { weights } = fitting(rows);
  const leans = IMAGE_FACTS.map(({ id, label }, at) => ({
    id,
    label,
    weight: weights[at]! * spread(rows.map(({ values }) => values[at]!)),
  })).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return {
    recorded: recorded.length,
    simulated: simulated.length,
    area: rocArea(rows.map(({ truth }, at) => ({ score: chances[at]!, truth: truth === 1 }))) ?? 0.5,
    leans: leans.slice(0, LEANS),
  };
}

function spread(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
}
