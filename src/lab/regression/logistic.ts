/** A row of a regression: what it goes by, what is to be told (0-1), and who it belongs to. */
export interface RegressionRow {
  readonly values: readonly number[];
  /** 0 or 1, or a share between. */
  readonly truth: number;
  /** Rows of one cluster are never on both sides of a cross-validation. */
  readonly cluster: string;
}

export interface LogisticFit {
  readonly bias: number;
  /** One for each value. */
  readonly weights: readonly number[];
}

const ROUNDS = 60;
const CLOSE = 1e-8;

/**
 * Logistic regression with a ridge on the weights of standardised values, none on the bias, by Newton's method
 * (iteratively reweighted least squares: McCullagh & Nelder 1989, Generalized Linear Models, 2.5). Truths between 0
 * and 1 are fitted as shares. Weights are given for the values as they are.
 * @param rows at least one, all with as many values
 * @param ridge how much the squares of the standardised weights weigh against the rows
 */
export function logisticFit(rows: readonly RegressionRow[], ridge: number): LogisticFit {
  const count = rows[0]!.values.length;
  const means = Array.from({ length: count }, (_, at) => meanOf(rows.map(({ values }) => values[at]!)));
  const spreads = means.map((mean, at) => {
    const spread = Math.sqrt(meanOf(rows.map(({ values }) => (values[at]! - mean) ** 2)));
    return spread === 0 ? 1 : spread;
  });
  const points = rows.map(({ values }) => [
    ...values.map((value, at) => (value - means[at]!) / spreads[at]!),
    1,
  ]);
  let weights = new Array<number>(count + 1).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const step = newtonStep(points, rows, weights, ridge);
    weights = weights.map((weight, at) => weight + step[at]!);
    if (Math.max(...step.map(Math.abs)) < CLOSE) break;
  }
  const own = weights.slice(0, count).map((weight, at) => weight / spreads[at]!);
  return {
    bias: weights[count]! - own.reduce((sum, weight, at) => sum + weight * means[at]!, 0),
    weights: own,
  };
}

function newtonStep(
  points: readonly (readonly number[])[],
  rows: readonly RegressionRow[],
  weights: readonly number[],
  ridge: number,
): readonly number[] {
  const size = weights.length;
  const slope = weights.map((weight, at) => (at === size - 1 ? 0 : -ridge * weight));
  const bend = weights.map((_, row) =>
    weights.map((__, column) => (row === column && row < size - 1 ? ridge : 0) + (row === column ? 1e-9 : 0)),
  );
  points.forEach((point, at) => {
    const chance = logistic(point.reduce((sum, value, place) => sum + value * weights[place]!, 0));
    const off = rows[at]!.truth - chance;
    const weight = chance * (1 - chance);
    for (let row = 0; row < size; row++) {
      slope[row] = slope[row]! + off * point[row]!;
      for (let column = 0; column < size; column++) {
        bend[row]![column] = bend[row]![column]! + weight * point[row]! * point[column]!;
      }
    }
  });
  return linearSolve(bend, slope);
}

/** Gaussian elimination with the greatest pivot of each column; the matrix is symmetric and positive. */
function linearSolve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const size = right.length;
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  for (let pivot = 0; pivot < size; pivot++) {
    let best = pivot;
    for (let row = pivot + 1; row < size; row++) {
      if (Math.abs(rows[row]![pivot]!) > Math.abs(rows[best]![pivot]!)) best = row;
    }
    [rows[pivot], rows[best]] = [rows[best]!, rows[pivot]!];
    for (let row = pivot + 1; row < size; row++) {
      const share = rows[row]![pivot]! / rows[pivot]![pivot]!;
      for (let column = pivot; column <= size; column++) {
        rows[row]![column] = rows[row]![column]! - share * rows[pivot]![column]!;
      }
    }
  }
  const solved = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let rest = rows[row]![size]!;
    for (let column = row + 1; column < size; column++) rest -= rows[row]![column]! * solved[column]!;
    solved[row] = rest / rows[row]![row]!;
  }
  return solved;
}

/** The chance that a fit gives to values, 0-1. */
export function logisticChance({ bias, weights }: LogisticFit, values: readonly number[]): number {
  return logistic(values.reduce((sum, value, at) => sum + value * weights[at]!, bias));
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const FOLDS = 5;

/**
 * The chance that each row gets from a fit on the others: clusters are dealt into five folds in the order in which
 * they come, so that rows in turn of origin are spread evenly; each fold is told by a fit on the other four.
 * @param fitting how the rows of a training part are fitted
 */
export function chancesCrossed(
  rows: readonly RegressionRow[],
  fitting: (rows: readonly RegressionRow[]) => LogisticFit,
): readonly number[] {
  const clusters = [...new Set(rows.map(({ cluster }) => cluster))];
  const foldOf = new Map(clusters.map((cluster, at) => [cluster, at % FOLDS]));
  const fits = Array.from({ length: FOLDS }, (_, fold) => {
    const others = rows.filter(({ cluster }) => foldOf.get(cluster) !== fold);
    return others.length === 0 ? { bias: 0, weights: rows[0]!.values.map(() => 0) } : fitting(others);
  });
  return rows.map(({ values, cluster }) => logisticChance(fits[foldOf.get(cluster)!]!, values));
}
