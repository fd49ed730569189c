/** Two things matched: the index of a row and of a column. */
export interface MatchedPair {
  readonly row: number;
  readonly column: number;
}

/**
 * One-to-one matching of rows to columns: as many pairs as possible, and of all such matchings one with the least
 * total cost. Exact (Kuhn-Munkres with potentials, O(rows^2 * columns)). A cost of Infinity forbids a pair; the others
 * must be finite and not negative.
 */
export function assignmentFind(costs: readonly (readonly number[])[]): readonly MatchedPair[] {
  const rows = costs.length;
  const columns = costs[0]?.length ?? 0;
  if (rows === 0 || columns === 0) return [];
  if (rows > columns) {
    const turned = Array.from({ length: columns }, (_, c) => costs.map((line) => line[c]!));
    return assignmentFind(turned)
      .map(({ row, column }) => ({ row: column, column: row }))
      .sort((a, b) => a.row - b.row);
  }
  const finite = costs.flat().filter(Number.isFinite);
  // One forbidden pair must cost more than any change among the allowed ones can save.
  const forbidden = 1 + 2 * rows * Math.max(0, ...finite);
  const cost = (row: number, column: number) => Math.min(costs[row]![column]!, forbidden);
  const owner = hungarianSolve(rows, columns, cost);
  return owner
    .map((row, column) => ({ row, column }))
    .filter(({ row, column }) => row >= 0 && Number.isFinite(costs[row]![column]!))
    .sort((a, b) => a.row - b.row);
}

/** The row that each column got, or -1; rows <= columns. Indices inside are shifted by one, 0 is a dummy. */
function hungarianSolve(
  rows: number,
  columns: number,
  cost: (row: number, column: number) => number,
): readonly number[] {
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const owner = new Int32Array(columns + 1);
  const way = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    owner[0] = row;
    let column = 0;
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(columns + 1);
    do {
      used[column] = 1;
      const at = owner[column]!;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let other = 1; other <= columns; other++) {
        if (used[other] === 1) continue;
        const reduced = cost(at - 1, other - 1) - rowPotential[at]! - columnPotential[other]!;
        if (reduced < slack[other]!) {
          slack[other] = reduced;
          way[other] = column;
        }
        if (slack[other]! < delta) {
          delta = slack[other]!;
          next = other;
        }
      }
      for (let other = 0; other <= columns; other++) {
        if (used[other] === 1) {
          rowPotential[owner[other]!] = rowPotential[owner[other]!]! + delta;
          columnPotential[other] = columnPotential[other]! - delta;
        } else {
          slack[other] = slack[other]! - delta;
        }
      }
      column = next;
    } while (owner[column] !== 0);
    while (column !== 0) {
      const before = way[column]!;
      owner[column] = owner[before]!;
      column = before;
    }
  }
  return Array.from(owner.subarray(1), (row) => row - 1);
}
