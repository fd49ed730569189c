import { expect, test } from 'vitest';
import { chartDiffers } from '../../../../src/domain/survey/chart-differs.ts';
import type { ZoneVisit } from '../../../../src/domain/survey/survey.ts';

function visit(zoneId: string, said: object, truth: object): ZoneVisit {
  return { zoneId, said, truth } as unknown as ZoneVisit;
}

test('a chart differs where pattern or sliding does, and not where sliding was not asked', () => {
  const slides = { pattern: 'a_lines', sliding: 'yes' };
  expect(
    chartDiffers([
      visit('R-upper', slides, slides),
      visit('R-lower', slides, { ...slides, sliding: 'no' }),
      visit('L-upper', { ...slides, sliding: null }, { ...slides, sliding: 'no' }),
      visit('L-lower', { ...slides, pattern: 'b_lines' }, slides),
    ]),
  ).toEqual(['R-lower', 'L-lower']);
});
