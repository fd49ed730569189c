import { expect, test } from 'vitest';
import type { LinearSector } from '../../../../src/domain/geometry/sector.ts';
import type { BeamMark, LineMark, Mark } from '../../../../src/domain/marks/mark.ts';
import { type MovedMarks, movingCreate, movingShown } from '../../../../src/parts/labelling/moving.ts';
import type { MarkReplacement } from '../../../../src/parts/marking/machine/marking-context.ts';
import { play, shapes } from '../marking/marking-run.ts';

const SECTOR: LinearSector = {
  kind: 'linear',
  mmPerPx: 0.5,
  originPx: { x: 0, y: 0 },
  widthMm: 40,
  depthMm: 80,
};

const at = (x: number, y: number) => ({ x, y });

const line: LineMark = {
  id: 'line',
  kind: 'line',
  finding: 'pleural_line',
  points: [at(-10, 20), at(10, 21)],
  widthMm: 2,
};
const beam: BeamMark = {
  id: 'beam',
  kind: 'beam',
  finding: 'b_line',
  origin: at(-5, 20),
  widthMm: 3,
  endDepthMm: 80,
};

/** Marks that are changed as the machine changes them, and what it was told. */
function marksHeld(): MovedMarks & { readonly told: MarkReplacement[] } {
  let marks: readonly Mark[] = [line, beam];
  const told: MarkReplacement[] = [];
  return {
    told,
    sector: SECTOR,
    marks: () => marks,
    replace(replacement) {
      told.push(replacement);
      const { id, mark } = replacement;
      marks = marks.flatMap((one) => (one.id !== id ? [one] : mark === null ? [] : [mark]));
    },
  };
}

test('a mark is dragged as a whole, and a beam stays on a scan line and goes to the end', () => {
  const moving = movingCreate();
  const held = marksHeld();
  moving.take(held, at(-5, 50), true);
  moving.dragTo(held, at(-2, 48));
  expect(movingShown(held.marks(), moving, SECTOR)).toMatchObject({
    still: [line],
    moved: { id: 'beam', origin: at(-2, 18), endDepthMm: 80 },
  });
  moving.letGo(held, true);
  expect(held.told).toMatchObject([
    { id: 'beam', mark: { origin: at(-2, 18), endDepthMm: 80 }, goesOn: false },
  ]);
  // Taken hold of and let go of at its place, it is chosen and stays.
  moving.take(held, at(5, 20.8), true);
  moving.letGo(held, true);
  expect([moving.chosen.value, held.told.length]).toEqual(['line', 1]);
  // A drag that is broken off leaves it as well.
  moving.take(held, at(5, 20.8), true);
  moving.dragTo(held, at(5, 40));
  moving.letGo(held, false);
  expect(held.told).toHaveLength(1);
  moving.take(held, at(15, 60), true);
  expect(moving.chosen.value).toBeNull();
});

test('without dragging: one after the other is chosen, moved by steps and taken away', () => {
  const moving = movingCreate();
  const held = marksHeld();
  expect(moving.nudge(held, 1, 0)).toBe(false);
  moving.next(held);
  expect([moving.isOn.value, moving.chosen.value]).toEqual([true, 'line']);
  moving.nudge(held, 1, -2);
  moving.nudge(held, 1, 0);
  expect(held.told.map(({ goesOn }) => goesOn)).toEqual([false, true]);
  const [first, last] = (held.marks()[0] as LineMark).points;
  expect([first!.x, first!.y, last!.x, last!.y].map((mm) => Math.round(10 * mm) / 10)).toEqual([
    -8, 18, 12, 19,
  ]);
  moving.next(held);
  moving.remove(held);
  expect(held.marks().map(({ id }) => id)).toEqual(['line']);
  expect(moving.chosen.value).toBeNull();
  moving.next(held);
  expect(moving.leave()).toBe(true);
  expect(moving.leave()).toBe(false);
  moving.off();
  expect(moving.isOn.value).toBe(false);
});

test('a point of the chosen mark is moved by itself, by hand and by steps', () => {
  const moving = movingCreate();
  const held = marksHeld();
  expect(moving.cornerBeside(held, 1)).toBe(false);
  moving.next(held);
  expect(moving.cornerBeside(held, 1)).toBe(true);
  expect(moving.corner.value).toEqual({ corners: [0, 1], at: 0 });
  moving.cornerBeside(held, -1);
  expect(moving.corner.value?.at).toBe(1);
  moving.nudge(held, 0, 2);
  moving.nudge(held, 0, 1);
  expect((held.marks()[0] as LineMark).points).toEqual([at(-10, 20), at(10, 24)]);
  // A press near a point takes that one, and the mark with it is shown where it would be.
  moving.take(held, at(-12, 22), true);
  moving.dragTo(held, at(-12, 27));
  expect(movingShown(held.marks(), moving, SECTOR).moved).toMatchObject({
    points: [at(-10, 25), at(10, 24)],
  });
  moving.letGo(held, true);
  moving.nudge(held, 0, 1);
  // Steps of one point are undone together, and not with what was before.
  expect(held.told.map(({ goesOn }) => goesOn)).toEqual([false, true, false, false]);
  expect((held.marks()[0] as LineMark).points).toEqual([at(-10, 26), at(10, 24)]);
  // Nor out of the image; and from the points one goes back to the whole mark.
  moving.nudge(held, -500, 0);
  expect((held.marks()[0] as LineMark).points[0]).toEqual(at(-20, 26));
  expect([moving.leave(), moving.corner.value, moving.chosen.value]).toEqual([true, null, 'line']);
  // A press far from any point chooses another mark, as a whole.
  moving.cornerBeside(held, 1);
  moving.take(held, at(-5, 60), true);
  expect([moving.chosen.value, moving.corner.value]).toEqual(['beam', null]);
});

test('no mark can be moved out of the image', () => {
  const moving = movingCreate();
  const held = marksHeld();
  moving.take(held, at(-5, 50), true);
  moving.dragTo(held, at(500, -500));
  moving.letGo(held, true);
  expect((held.marks()[1] as BeamMark).origin).toEqual(at(20, 0));
});

test('the marking undoes steps of one mark together, and what was drawn before stays', () => {
  const drawn = play([
    { type: 'pointer.down', point: at(-10, 20) },
    { type: 'pointer.move', point: at(10, 20) },
    { type: 'pointer.up', point: at(10, 20) },
  ]);
  const [mark] = drawn.context.marks as readonly [LineMark];
  const put = (y: number, goesOn: boolean) =>
    ({ type: 'mark.replace', id: mark.id, mark: { ...mark, points: [at(0, y)] }, goesOn }) as const;
  const events = [
    { type: 'pointer.down', point: at(-10, 20) },
    { type: 'pointer.move', point: at(10, 20) },
    { type: 'pointer.up', point: at(10, 20) },
    put(30, true),
    put(31, true),
  ] as const;
  expect(shapes(play(events))).toMatchObject([{ points: [at(0, 31)] }]);
  expect(shapes(play([...events, { type: 'undo' }]))).toEqual(shapes(drawn));
});
