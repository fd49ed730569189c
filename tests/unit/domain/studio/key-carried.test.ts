import { describe, expect, test } from 'vitest';
import type { Sector } from '../../../../src/domain/geometry/sector.ts';
import type { Mark } from '../../../../src/domain/marks/mark.ts';
import {
  type CarriedFrame,
  type KeyExpert,
  keyFramesAt,
  keyIndexNearest,
  keyIndices,
} from '../../../../src/domain/scenario/expert-key.ts';
import { expertKeyOf } from '../../../../src/domain/scenario/resolve-expert-key.ts';
import { expertKey } from '../../../../src/domain/scenario/schema-expert-key.ts';
import { keyAnnotation } from '../../../../src/domain/studio/key-annotation.ts';
import {
  keyCarriedAccept,
  keyCarriedDrop,
  keyCarriedSet,
  keyMarksSet,
} from '../../../../src/domain/studio/key-edit.ts';
import { keyCheckNext, keyImagesCount, keyRuns } from '../../../../src/domain/studio/key-images.ts';
import { expertKeyWrite } from '../../../../src/domain/studio/key-write.ts';

const SECTOR: Sector = {
  kind: 'linear',
  mmPerPx: 0.5,
  originPx: { x: 40, y: 0 },
  widthMm: 40,
  depthMm: 60,
};
const CLIP = { widthPx: 80, heightPx: 120, images: 12, sector: SECTOR };
const SIGNED = { by: 'A. Teacher', date: '2026-11-30' };

const BEAM: Mark = {
  id: 'expert-1-4-1',
  kind: 'beam',
  finding: 'b_line',
  origin: { x: 1, y: 20 },
  widthMm: 3,
  endDepthMm: 60,
};

function moved(index: number, change: Partial<CarriedFrame> = {}): CarriedFrame {
  return {
    index,
    from: 4,
    to: null,
    moves: [{ acrossMm: 2, depthMm: -1.5, sure: 0.87 }],
    isToCheck: false,
    ...change,
  };
}

/** Drawn on image 4; carried to 2, 3 and 5, of which 5 is to be checked. */
const EXPERT: KeyExpert = {
  ...SIGNED,
  frames: [{ index: 4, marks: [BEAM] }],
  carried: [moved(2), moved(3), moved(5, { isToCheck: true })],
};
const KEY = { drawnOn: CLIP, experts: [EXPERT], places: [] };

describe('a key with images that marks were carried to', () => {
  test('grades on them, and says where the marks come from; on those to be checked it does not', () => {
    expect(keyIndices(KEY)).toEqual([2, 3, 4]);
    expect(keyIndexNearest(KEY, 9)).toBe(4);
    const [at] = keyFramesAt(KEY, 3);
    expect(at).toMatchObject({ by: 'A. Teacher', carriedFrom: [4] });
    expect(at!.marks).toEqual([
      { ...BEAM, id: 'expert-1-4-1-3', origin: { x: expect.closeTo(3, 9), y: expect.closeTo(18.5, 9) } },
    ]);
    expect(keyFramesAt(KEY, 4)[0]!.carriedFrom).toBeUndefined();
    expect(keyFramesAt(KEY, 5)).toEqual([]);
    expect(keyFramesAt({ ...KEY, drawnOn: null }, 3)).toEqual([]);
  });

  test('is the same after it was written and read', () => {
    const between = moved(6, { to: 8 });
    const expert = {
      ...EXPERT,
      frames: [...EXPERT.frames, { index: 8, marks: [] }],
      carried: [...EXPERT.carried!, between],
    };
    const written = expertKeyWrite({ drawnOn: CLIP, experts: [expert], places: [] });
    expect(written?.experts[0]?.carried?.[2]).toEqual({
      index: 5,
      from: 4,
      moves: [[2, -1.5, 0.87]],
      to_check: true,
    });
    expect(expertKeyOf(expertKey.parse(written)).experts[0]!.carried).toEqual(expert.carried);
  });

  test('goes to other programs with them', () => {
    const { frames } = keyAnnotation(EXPERT, CLIP);
    expect(frames.map(({ index }) => index)).toEqual([2, 3, 4]);
  });
});

describe('editing it', () => {
  test('who draws on an image that was carried to makes it one of their own; the others stay', () => {
    const [after] = keyMarksSet([EXPERT], 0, SIGNED, 5, [BEAM]);
    expect(after!.frames.map(({ index }) => index)).toEqual([4, 5]);
    expect(after!.carried?.map(({ index }) => index)).toEqual([2, 3]);
  });

  test('what rests on marks that change goes with them', () => {
    const own = { ...EXPERT, carried: [...EXPERT.carried!, moved(7, { from: 8, to: 4 })] };
    expect(keyMarksSet([own], 0, SIGNED, 4, [BEAM, BEAM])[0]!.carried).toEqual([]);
    expect(keyMarksSet([own], 0, SIGNED, 4, null)[0]).toMatchObject({ frames: [], carried: [] });
  });

  test('what is carried anew takes the place of what was, and nothing that was drawn', () => {
    const [after] = keyCarriedSet([EXPERT], 0, [moved(3, { to: 4 }), moved(9)]);
    expect(after!.carried?.map(({ index, to }) => [index, to])).toEqual([
      [2, null],
      [5, null],
      [3, 4],
      [9, null],
    ]);
    expect(keyCarriedSet([], 0, [moved(3)])).toEqual([]);
  });

  test('images to be checked are accepted together, and images taken back one by one or together', () => {
    expect(keyIndices({ experts: keyCarriedAccept([EXPERT], 0) })).toEqual([2, 3, 4, 5]);
    expect(keyIndices({ experts: keyCarriedDrop([EXPERT], 0, [3]) })).toEqual([2, 4]);
    expect(keyIndices({ experts: keyCarriedDrop([EXPERT], 0, null) })).toEqual([4]);
  });
});

describe('the images of a clip as they stand in a key', () => {
  test('are runs of what is alike', () => {
    const runs = keyRuns(EXPERT, 8);
    expect(runs).toEqual([
      { is: 'none', first: 0, count: 2 },
      { is: 'carried', first: 2, count: 2 },
      { is: 'drawn', first: 4, count: 1 },
      { is: 'check', first: 5, count: 1 },
      { is: 'none', first: 6, count: 2 },
    ]);
    expect(keyImagesCount(runs)).toEqual({ drawn: 1, carried: 2, check: 1, none: 4 });
    expect(keyRuns(null, 3)).toEqual([{ is: 'none', first: 0, count: 3 }]);
  });

  test('the next one to be checked is in the middle of the next run, or of the first', () => {
    const own = {
      ...EXPERT,
      carried: [1, 6, 7, 8, 9].map((index) => moved(index, { isToCheck: true })),
    };
    expect([0, 1, 5, 6, 8, 11].map((index) => keyCheckNext(own, 12, index))).toEqual([1, 8, 8, 8, 1, 1]);
    expect(keyCheckNext({ ...EXPERT, carried: [] }, 12, 0)).toBeNull();
    expect(keyCheckNext({ ...EXPERT, carried: [moved(7, { isToCheck: true })] }, 12, 7)).toBeNull();
  });
});
