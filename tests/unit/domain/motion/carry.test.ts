import { describe, expect, test } from 'vitest';
import type { Sector } from '../../../../src/domain/geometry/sector.ts';
import type { Mark } from '../../../../src/domain/marks/mark.ts';
import { type CarryPass, carryBlend } from '../../../../src/domain/motion/carry-blend.ts';
import { carryStretches, carryStretchesDue } from '../../../../src/domain/motion/carry-stretch.ts';
import type { CarriedFrame, KeyExpert } from '../../../../src/domain/scenario/expert-key.ts';

const LINEAR: Sector = {
  kind: 'linear',
  mmPerPx: 0.5,
  originPx: { x: 40, y: 0 },
  widthMm: 40,
  depthMm: 60,
};

const rib = (id: string, x: number, y: number): Mark => ({
  id,
  kind: 'region',
  finding: 'rib',
  points: [
    { x: x - 2, y: y - 1 },
    { x: x + 2, y: y - 1 },
    { x, y: y + 2 },
  ],
});

const signed = { by: 'A. Teacher', date: '2026-11-30' };

const expertOn = (indices: readonly number[], carried: readonly CarriedFrame[] = []): KeyExpert => ({
  ...signed,
  frames: indices.map((index) => ({ index, marks: [] })),
  carried,
});

const carriedAt = (index: number, from: number, to: number | null): CarriedFrame => ({
  index,
  from,
  to,
  moves: [],
  isToCheck: false,
});

describe('stretches of a clip', () => {
  test('lie before, between and after the images that were drawn on', () => {
    expect(carryStretches(expertOn([7, 3]), 10)).toEqual([
      { before: null, after: 3, first: 0, last: 2 },
      { before: 3, after: 7, first: 4, last: 6 },
      { before: 7, after: null, first: 8, last: 9 },
    ]);
  });

  test('have at least one image, and there are none where nobody drew', () => {
    expect(carryStretches(expertOn([0, 1, 2]), 3)).toEqual([]);
    expect(carryStretches(expertOn([]), 3)).toEqual([]);
  });

  test('are due where nothing was carried, and where it was from other images than now', () => {
    const all = [carriedAt(0, 1, null), carriedAt(2, 1, 4), carriedAt(3, 4, 1), carriedAt(5, 4, null)];
    expect(carryStretchesDue(expertOn([1, 4], all), 6)).toEqual([]);
    expect(carryStretchesDue(expertOn([1, 4], all.slice(1)), 6)).toEqual([
      { before: null, after: 1, first: 0, last: 0 },
    ]);
    // Somebody drew on image 3 since.
    const after = expertOn(
      [1, 3, 4],
      all.filter(({ index }) => index !== 3),
    );
    expect(carryStretchesDue(after, 6)).toEqual([{ before: 1, after: 3, first: 2, last: 2 }]);
  });
});

/** A pass by which each mark moves evenly, mm an image, as sure as told. */
function pass(
  index: number,
  marks: readonly Mark[],
  others: readonly number[],
  mmAnImage: readonly (readonly [across: number, depth: number])[],
  sure = 1,
): CarryPass {
  return {
    anchor: { index, marks },
    followed: new Map(
      others.map((other) => [
        other,
        mmAnImage.map(([across, depth]) => ({
          move: { acrossMm: across * (other - index), depthMm: depth * (other - index) },
          sure,
        })),
      ]),
    ),
  };
}

describe('what both sides say of a mark', () => {
  const between = { before: 0, after: 4, first: 1, last: 3 };

  test('from one side alone it lies where that side says', () => {
    const stretch = { before: 0, after: null, first: 1, last: 2 };
    const [, second] = carryBlend(
      stretch,
      pass(0, [rib('a', 0, 10)], [1, 2], [[1, -0.5]], 0.9),
      null,
      LINEAR,
    );
    expect(second).toEqual({
      index: 2,
      from: 0,
      to: null,
      moves: [{ acrossMm: 2, depthMm: -1, sure: 0.9 }],
      isToCheck: false,
    });
  });

  test('between two it is shared by how near they are, and the shape is that of the nearer one', () => {
    // Drawn at x = 0 and, four images on, at x = 5; forward it seems to move 1 mm an image, backward just as much.
    const frames = carryBlend(
      between,
      pass(0, [rib('a', 0, 10)], [1, 2, 3], [[1, 0]]),
      pass(4, [rib('b', 5, 10)], [1, 2, 3], [[1, 0]]),
      LINEAR,
    );
    expect(frames.map(({ from, to }) => [from, to])).toEqual([
      [0, 4],
      [0, 4],
      [4, 0],
    ]);
    // By the first side it is at 1, 2, 3; by the second at 2, 3, 4. Shares 1/4, 1/2, 3/4 of the second.
    const places = frames.map(({ from, moves }) => (from === 0 ? 0 : 5) + moves[0]!.acrossMm);
    [1.25, 2.5, 3.75].forEach((x, i) => {
      expect(places[i]).toBeCloseTo(x, 9);
    });
    expect(frames.every(({ isToCheck }) => !isToCheck)).toBe(true);
  });

  test('a side that is not sure has the less to say', () => {
    const [, middle] = carryBlend(
      between,
      pass(0, [rib('a', 0, 10)], [1, 2, 3], [[1, 0]], 0.9),
      pass(4, [rib('b', 5, 10)], [1, 2, 3], [[1, 0]], 0.3),
      LINEAR,
    );
    // Half as near, and a third as sure: a quarter of the way from 2 to 3.
    expect(middle!.moves[0]!.acrossMm).toBeCloseTo(2.25, 9);
  });

  test('where they are apart by 6 mm or more somebody has to look', () => {
    const [, middle] = carryBlend(
      between,
      pass(0, [rib('a', 0, 10)], [1, 2, 3], [[0, 0]]),
      pass(4, [rib('b', 7, 10)], [1, 2, 3], [[0, 0]]),
      LINEAR,
    );
    expect(middle!.moves[0]!.sure).toBe(0);
    expect(middle!.isToCheck).toBe(true);
  });

  test('marks far from each other are two, and each goes its own way', () => {
    const frames = carryBlend(
      between,
      pass(0, [rib('a', -15, 10)], [1, 2, 3], [[0, 0]]),
      pass(4, [rib('b', 10, 10)], [1, 2, 3], [[0, 0]]),
      LINEAR,
    );
    expect(
      frames.flatMap(({ moves }) => moves.map(({ acrossMm, sure }) => [Math.abs(acrossMm), sure])),
    ).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
  });

  test('of a line only how deep it lies is shared, however far it was drawn', () => {
    const line = (id: string, from: number, to: number, y: number): Mark => ({
      id,
      kind: 'line',
      finding: 'pleural_line',
      widthMm: 2,
      points: [
        { x: from, y },
        { x: to, y },
      ],
    });
    const [, middle] = carryBlend(
      between,
      pass(0, [line('a', -10, 10, 20)], [1, 2, 3], [[0, 0]]),
      pass(4, [line('b', -10, 2, 21)], [1, 2, 3], [[0, 0]]),
      LINEAR,
    );
    expect(middle!.moves[0]!.acrossMm).toBe(0);
    expect(middle!.moves[0]!.depthMm).toBeCloseTo(0.5, 9);
  });
});
