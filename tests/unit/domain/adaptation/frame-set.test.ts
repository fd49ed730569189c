import { describe, expect, test } from 'vitest';
import { examsHeld } from '../../../../src/domain/adaptation/exams-held.ts';
import { frameMask } from '../../../../src/domain/adaptation/frame-mask.ts';
import {
  examFrames,
  frameSetCount,
  framesOfEach,
  imagesPropose,
} from '../../../../src/domain/adaptation/frame-set.ts';
import type { LabelledFrame } from '../../../../src/domain/adaptation/labelled-frame.ts';
import type { Sector } from '../../../../src/domain/geometry/sector.ts';

const frame = (clipId: string, index: number, isLeftOut = false): LabelledFrame => ({
  ...{ clipId, index, isLeftOut },
  marks: [],
});

describe('a set of labelled frames', () => {
  const clips = [
    { clipId: 'a', exam: 1 },
    { clipId: 'b', exam: 1 },
    { clipId: 'c', exam: 7 },
  ];

  test('counts frames of chosen clips that are not left out, and exams, not clips', () => {
    const frames = [frame('a', 4), frame('a', 0), frame('b', 2), frame('c', 1, true), frame('d', 0)];
    expect(examFrames(clips, frames).map(({ clipId, index, exam }) => [clipId, index, exam])).toEqual([
      ['a', 0, 1],
      ['a', 4, 1],
      ['b', 2, 1],
    ]);
    expect(frameSetCount(clips, frames)).toEqual({
      ...{ frames: 3, exams: 1, framesMissing: 17, examsMissing: 9, framesTooMany: 0, isReady: false },
    });
  });

  test('is ready from 20 frames of ten exams on, up to 100', () => {
    const ten = Array.from({ length: 10 }, (_, at) => ({ clipId: `${at}`, exam: at + 1 }));
    const of = (each: number) =>
      ten.flatMap(({ clipId }) => Array.from({ length: each }, (_, index) => frame(clipId, index)));
    expect(frameSetCount(ten, of(2))).toMatchObject({ frames: 20, exams: 10, isReady: true });
    expect(frameSetCount(ten, of(2).slice(1))).toMatchObject({ framesMissing: 1, isReady: false });
    expect(frameSetCount(ten, of(10))).toMatchObject({ frames: 100, isReady: true });
    expect(frameSetCount(ten, [...of(10), frame('0', 10)])).toMatchObject({
      ...{ framesTooMany: 1, isReady: false },
    });
    const nine = ten.map(({ clipId }) => ({ clipId, exam: Math.max(2, Number(clipId) + 1) }));
    expect(frameSetCount(nine, of(3))).toMatchObject({ exams: 9, examsMissing: 1, isReady: false });
  });
});

describe('frames that are proposed', () => {
  test('are the middles of equal parts of a clip', () => {
    expect(imagesPropose(100, 4)).toEqual([12, 37, 62, 87]);
    expect(imagesPropose(100, 1)).toEqual([50]);
    expect(imagesPropose(2, 5)).toEqual([0, 1]);
    expect(imagesPropose(0, 5)).toEqual([]);
  });

  test('are as many of each clip as make 20 together, two at least and ten at most', () => {
    expect([0, 1, 2, 4, 10, 30].map(framesOfEach)).toEqual([10, 10, 10, 5, 2, 2]);
  });
});

describe('exams that decide', () => {
  const exams = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

  test('are three of ten, and the same for the same exams', () => {
    const held = examsHeld(exams(10), 1);
    expect(held.size).toBe(3);
    expect(examsHeld([...exams(10), ...exams(10)].reverse(), 1)).toEqual(held);
    expect([...held].every((exam) => exams(10).includes(exam))).toBe(true);
  });

  test('are never all, and at least one', () => {
    for (const count of [2, 3, 7, 40]) {
      for (let seed = 0; seed < 20; seed++) {
        const { size } = examsHeld(exams(count), seed);
        expect(size).toBeGreaterThan(0);
        expect(size).toBeLessThan(count);
      }
    }
  });
});

test.each([
  [6, 4],
  [4, 6],
])('marks become classes of the frame itself, %i x %i pixels', (width, height) => {
  const sector: Sector = {
    ...{ kind: 'linear', mmPerPx: 1, originPx: { x: width / 2, y: 0 } },
    ...{ widthMm: width, depthMm: height },
  };
  const points = [
    { x: -width / 2, y: 1 },
    { x: width / 2, y: 1 },
    { x: width / 2, y: 2 },
    { x: -width / 2, y: 2 },
  ];
  const mask = frameMask([{ id: '1', kind: 'region', finding: 'pleural_line', points }], {
    width,
    height,
    sector,
  });
  expect(mask).toMatchObject({ width, height });
  const rows = Array.from({ length: height }, (_, row) => [
    ...mask.classes.subarray(row * width, (row + 1) * width),
  ]);
  expect(rows).toEqual(rows.map((_, row) => Array.from({ length: width }, () => (row === 1 ? 2 : 0))));
});
