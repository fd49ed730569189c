import { chancesCrossed, type LogisticFit, type RegressionRow } from './logistic.ts';

/**
 * The number that each row gets from fits on the others (see `chancesCrossed`): a logistic regression for every number
 * from 1 to `most` on whether the truth reaches it, and of these numbers the last one that is likelier than not, as are
 * all below it. So it is the median of what the fits expect, which is nearest in absolute error.
 * @param rows truths are whole numbers from 0
 */
export function numbersCrossed(
  rows: readonly RegressionRow[],
  most: number,
  fitting: (rows: readonly RegressionRow[]) => LogisticFit,
): readonly number[] {
  const reached = Array.from({ length: most }, (_, below) =>
    chancesCrossed(
      rows.map((row) => ({ ...row, truth: Number(row.truth > below) })),
      fitting,
    ),
  );
  return rows.map((_, at) => {
    const first = reached.findIndex((chances) => chances[at]! < 0.5);
    return first < 0 ? most : first;
  });
}
