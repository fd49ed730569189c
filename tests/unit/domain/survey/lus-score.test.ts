import { expect, test } from 'vitest';
import { lusScore, lusSum } from '../../../../src/domain/survey/lus-score.ts';

test('a zone has 0 to 3 points by its pattern, and none with an effusion', () => {
  const patterns = ['a_lines', 'b_lines', 'confluence', 'consolidation', 'effusion'] as const;
  expect(patterns.map(lusScore)).toEqual([0, 1, 2, 3, null]);
});

test('the sum leaves out zones with an effusion', () => {
  const patterns = ['a_lines', 'b_lines', 'b_lines', 'confluence', 'consolidation', 'effusion'] as const;
  expect(lusSum(patterns.map((pattern) => ({ pattern })))).toEqual({ sum: 7, scored: 5 });
  expect(lusSum([])).toEqual({ sum: 0, scored: 0 });
});
