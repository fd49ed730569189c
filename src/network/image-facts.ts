import type { ImageFacts } from '../domain/analysis/image-facts.ts';
import { FINDING_INDEX, FINDINGS } from '../domain/findings/finding.ts';
import type { NetworkHead } from './network-build.ts';
import type { NetworkView } from './network-view.ts';

/** Of the scan lines those with most count: the columns of a raster over this. */
const TOP_PART = 16;

/** Rows of fewer known cells than this share of the columns are no rows to tell a line by. */
const ROW_KNOWN = 0.25;

/** Next to the pleural line: down to so many times its depth, which is where a first A-line and every B-line lie. */
const NEAR_TO = 2.6;

/**
 * The figures of a network's answer (see ImageFacts). Cells count by their area in the body.
 * @param head logits on the raster of `view`
 */
export function imageFactsFrom(head: NetworkHead, view: Pick<NetworkView, 'known' | 'rowAreas'>): ImageFacts {
  const { values, starts, width, height } = head;
  const classCount = FINDINGS.length;
  const rows = Array.from({ length: height }, () => new Float64Array(classCount));
  const columns = Array.from({ length: width }, () => new Float64Array(classCount));
  const rowCells = new Float64Array(height);
  const columnAreas = new Float64Array(width);
  const powers = new Float64Array(classCount);
  for (let cell = 0; cell < starts.length; cell++) {
    if (view.known[cell] === 0) continue;
    const at = starts[cell]!;
    let best = values[at]!;
    for (let index = 1; index < classCount; index++) best = Math.max(best, values[at + index]!);
    let sum = 0;
    for (let index = 0; index < classCount; index++) {
      const power = Math.exp(values[at + index]! - best);
      powers[index] = power;
      sum += power;
    }
    const row = Math.floor(cell / width);
    const column = cell % width;
    const area = view.rowAreas[row]!;
    const [inRow, inColumn] = [rows[row]!, columns[column]!];
    rowCells[row] = rowCells[row]! + 1;
    columnAreas[column] = columnAreas[column]! + area;
    for (let index = 0; index < classCount; index++) {
      const share = powers[index]! / sum;
      inRow[index] = inRow[index]! + share;
      inColumn[index] = inColumn[index]! + share * area;
    }
  }
  const area = columnAreas.reduce((sum, value) => sum + value, 0);
  const shareOf = (value: number): number =>
    area === 0 ? 0 : columns.reduce((sum, column) => sum + column[value]!, 0) / area;
  const { pleural_line, a_line, b_line, b_line_confluence } = FINDING_INDEX;
  const nearRows = nearRowsOf(rows, view.rowAreas, pleural_line);
  const nearOf = (value: number): number => {
    const mass = rows
      .slice(...nearRows)
      .reduce((sum, row, at) => sum + row[value]! * view.rowAreas[nearRows[0] + at]!, 0);
    return area === 0 ? 0 : mass / area;
  };
  const linesOf = (value: number): number =>
    topMean(columns.map((column, at) => (columnAreas[at] === 0 ? 0 : column[value]! / columnAreas[at]!)));
  return {
    shares: FINDINGS.map((_, value) => shareOf(value)),
    aLineRow: rows.reduce(
      (most, row, at) =>
        rowCells[at]! < ROW_KNOWN * width ? most : Math.max(most, row[a_line]! / rowCells[at]!),
      0,
    ),
    bLineLines: linesOf(b_line),
    confluenceLines: linesOf(b_line_confluence),
    near: { aLine: nearOf(a_line), bLine: nearOf(b_line), confluence: nearOf(b_line_confluence) },
  };
}

/**
 * First row at the pleural line's depth (the mean over its probability: the middle of the image where it is likely
 * nowhere), and the first no longer near it.
 */
function nearRowsOf(
  rows: readonly Float64Array[],
  rowAreas: Float64Array,
  pleura: number,
): readonly [from: number, to: number] {
  let mass = 0;
  let moment = 0;
  rows.forEach((row, at) => {
    const here = row[pleura]! * rowAreas[at]!;
    mass += here;
    moment += here * (at + 0.5);
  });
  if (mass === 0) return [0, rows.length];
  const middle = moment / mass;
  return [Math.floor(middle), Math.min(rows.length, Math.ceil(NEAR_TO * middle))];
}

function topMean(values: readonly number[]): number {
  const top = Math.max(1, Math.round(values.length / TOP_PART));
  const most = [...values].sort((a, b) => b - a).slice(0, top);
  return most.reduce((sum, value) => sum + value, 0) / top;
}
