import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignmentFind } from '../../../../src/domain/grading/assignment.ts';

const X = Number.POSITIVE_INFINITY;
const total = (costs: readonly (readonly number[])[], pairs: ReturnType<typeof assignmentFind>) =>
  pairs.reduce((sum, { row, column }) => sum + costs[row]![column]!, 0);

/** Best (most pairs, then least cost) by trying every choice. */
function slow(
  costs: readonly (readonly number[])[],
  row = 0,
  used: ReadonlySet<number> = new Set(),
): [number, number] {
  if (row === costs.length) return [0, 0];
  let best = slow(costs, row + 1, used);
  costs[row]!.forEach((cost, column) => {
    if (used.has(column) || !Number.isFinite(cost)) return;
    const [pairs, sum] = slow(costs, row + 1, new Set([...used, column]));
    if (pairs + 1 > best[0] || (pairs + 1 === best[0] && sum + cost < best[1]))
      best = [pairs + 1, sum + cost];
  });
  return best;
}

describe('assignmentFind', () => {
  it('does not fall for the greedy choice', () => {
    // Greedy takes (0, 0) at 1 and must then pay 10; the best is 2 + 3.
    expect(
      assignmentFind([
        [1, 2],
        [3, 10],
      ]),
    ).toEqual([
      { row: 0, column: 1 },
      { row: 1, column: 0 },
    ]);
  });

  it('makes as many pairs as it can before it looks at the cost', () => {
    expect(
      assignmentFind([
        [0, 5],
        [1, X],
      ]),
    ).toEqual([
      { row: 0, column: 1 },
      { row: 1, column: 0 },
    ]);
  });

  it('copes with none, with more rows than columns, and with pairs all forbidden', () => {
    expect(assignmentFind([])).toEqual([]);
    expect(assignmentFind([[], []])).toEqual([]);
    expect(assignmentFind([[4], [2], [3]])).toEqual([{ row: 1, column: 0 }]);
    expect(
      assignmentFind([
        [X, X],
        [X, X],
      ]),
    ).toEqual([]);
  });

  it('finds the same number and cost as trying every choice, and uses nothing twice', () => {
    const tables = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.oneof(fc.nat(20), fc.constant(X)), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(tables, (costs) => {
        const pairs = assignmentFind(costs);
        const [count, cost] = slow(costs);
        expect(pairs.length).toBe(count);
        expect(total(costs, pairs)).toBe(cost);
        expect(new Set(pairs.map((pair) => pair.row)).size).toBe(count);
        expect(new Set(pairs.map((pair) => pair.column)).size).toBe(count);
      }),
    );
  });
});
