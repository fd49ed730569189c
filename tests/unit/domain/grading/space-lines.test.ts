import { describe, expect, test } from 'vitest';
import {
  spaceLinesCount,
  spaceLinesFind,
  spaceLinesMost,
} from '../../../../src/domain/grading/space-lines.ts';
import { box, maskOf } from './fixture.ts';

/** A B-line 40 mm long from a pleural line at 12 mm on. */
const bLine = (x: number) => box('b_line', x, 12, 3, 40);
const rib = (x: number) => box('rib', x, 4, 8, 3);

describe('B-lines by intercostal space', () => {
  test('a rib parts two spaces: two on the left of it and one on its right are two', () => {
    const mask = maskOf([rib(30), bLine(6), bLine(16), bLine(48)]);
    expect(spaceLinesFind(mask).map(({ space }) => space)).toEqual([0, 0, 1]);
    expect(spaceLinesCount(mask)).toBe(2);
  });

  test('without a rib all of the image is one space', () => {
    expect(spaceLinesCount(maskOf([bLine(6), bLine(16), bLine(48)]))).toBe(3);
  });

  test('merged ones and scraps are not counted, and nothing is none', () => {
    const scrap = box('b_line', 40, 12, 3, 10);
    expect(spaceLinesCount(maskOf([box('b_line_confluence', 6, 12, 20, 40), scrap]))).toBe(0);
    expect(spaceLinesCount(maskOf([]))).toBe(0);
  });

  test('the most is of one space, whichever it is', () => {
    expect(spaceLinesMost([])).toBe(0);
    expect(spaceLinesMost([4, 0, 4, 1, 4, 0])).toBe(3);
  });
});
