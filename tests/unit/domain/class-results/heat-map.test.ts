import { expect, test } from 'vitest';
import type { ClassAnswer } from '../../../../src/domain/class-results/class-answers.ts';
import type { HandedMark } from '../../../../src/domain/class-results/handed-mark.ts';
import {
  heatFigures,
  heatMapAdd,
  heatMapEmpty,
  imageOfMost,
} from '../../../../src/domain/class-results/heat-map.ts';
import type { Mask } from '../../../../src/domain/frame/frame.ts';
import type { Sector } from '../../../../src/domain/geometry/sector.ts';
import { answerMake, attemptMakeHanded } from '../../../support/class-make.ts';

/** Ten millimetres wide and deep, a pixel each millimetre. */
const SECTOR: Sector = { kind: 'linear', widthMm: 10, depthMm: 10, originPx: { x: 5, y: 0 }, mmPerPx: 1 };

/** The columns from `from` up to `to` of the whole depth, as a rib. */
function columns(from: number, to: number): HandedMark {
  const [left, right] = [10 * (from - 5), 10 * (to - 5)];
  return { kind: 'region', finding: 'rib', path: [left, 0, right, 0, right, 100, left, 100] };
}

function of(marks: readonly HandedMark[], source = 'a'.repeat(16), index = 0): ClassAnswer {
  const answer = answerMake({ kind: 'mark', marks, source, image: { index } });
  return { learner: { id: 'x', name: 'x', attempts: [] }, attempt: attemptMakeHanded(), answer };
}

test('counts who marked each pixel, and says how the marks of most lie against the key', () => {
  const answers = [
    of([columns(0, 4)]),
    of([columns(2, 6)]),
    of([]),
    of([columns(2, 4), { ...columns(0, 10), finding: 'b_line' } as HandedMark]),
  ];
  const heat = answers.reduce((all, one) => heatMapAdd(all, one, 'rib'), heatMapEmpty(SECTOR, 10));
  // The last learner drew a B-line over the rib.
  expect([...heat.counts.slice(0, 10)]).toEqual([1, 1, 2, 2, 1, 1, 0, 0, 0, 0]);
  expect(heat.learners).toBe(4);
  // The key are columns 3 to 6; half of the four learners marked 2 and 3.
  const classes = Uint8Array.from({ length: 100 }, (_, at) => (at % 10 >= 3 && at % 10 <= 6 ? 1 : 0));
  const key = { classes, width: 10, height: 10, sector: SECTOR } as Mask;
  expect(heatFigures(heat, key, 'rib')).toEqual({ found: 0.25, beside: 0.5 });
  expect(heatFigures(heat, key, 'b_line')).toEqual({ found: null, beside: 1 });
});

test('the image that most had is looked at, and those of others are left out', () => {
  const [a, b, c] = [of([]), of([]), of([], 'b'.repeat(16))];
  expect(imageOfMost([c, a, b])).toEqual({ of: a, answers: [a, b] });
  expect(imageOfMost([a, of([], 'a'.repeat(16), 9)])!.answers).toHaveLength(1);
  const unknown = { ...a, answer: { ...a.answer, source: null } };
  expect(imageOfMost([unknown])).toBeNull();
});
