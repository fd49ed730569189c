import { describe, expect, it } from 'vitest';
import { marksWrong } from '../../../../src/domain/grading/feedback.ts';
import { placesMarked } from '../../../../src/domain/grading/places.ts';
import { box, keyOf, maskOf } from './fixture.ts';

/** Columns 32 to 41 of the square, from 10 mm to 50 mm: x 0 to 10 mm. */
const outline = {
  points: [
    { x: 0, y: 10 },
    { x: 10, y: 10 },
    { x: 10, y: 50 },
    { x: 0, y: 50 },
  ],
};
const OF_B_LINES = { ...outline, finding: 'b_line', say: 'B' } as const;
const OF_ALL = { ...outline, finding: null, say: 'all' } as const;
const PLACES = [OF_B_LINES, OF_ALL];

const key = keyOf([box('b_line', 5, 10, 3, 40)]);

function told(...boxes: readonly ReturnType<typeof box>[]): readonly string[] {
  const marks = maskOf(boxes);
  const classes = [{ finding: 'b_line' }, { finding: 'a_line' }] as const;
  return placesMarked(PLACES, marksWrong({ grade: { classes: [] }, marks, key, classes }), marks).map(
    ({ say }) => say,
  );
}

describe('places where learners err', () => {
  it('are those that hold at least half of a wrong mark', () => {
    expect(told(box('b_line', 34, 10, 3, 40))).toEqual(['B', 'all']);
    expect(told(box('b_line', 34, 10, 3, 20))).toEqual(['B', 'all']);
    // Columns 40 to 43: two of four within.
    expect(told(box('b_line', 40, 10, 4, 40))).toEqual(['B', 'all']);
    // Columns 41 to 44: one of four.
    expect(told(box('b_line', 41, 10, 4, 40))).toEqual([]);
  });

  it('are of a class, or of any', () => {
    expect(told(box('a_line', 33, 30, 8, 2))).toEqual(['all']);
  });

  it('are not told of marks that are right, nor where nothing was marked', () => {
    expect(told(box('b_line', 5, 10, 3, 40))).toEqual([]);
    expect(told()).toEqual([]);
  });
});
