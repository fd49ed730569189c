import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { decode } from 'fast-png';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { maskPng } from '../../../../src/cli/shared/picture.ts';
import { examSeed, TEST_SEED_FIRST } from '../../../../src/cli/shared/seeds.ts';
import type { Sector } from '../../../../src/domain/geometry/sector.ts';
import { type DatasetPlan, examPlace, examPlan, SHARD_EXAMS } from '../../../../src/lab/dataset/plan.ts';
import { progressAppend, progressOpen } from '../../../../src/lab/dataset/progress.ts';
import { type ExamEntry, examRender } from '../../../../src/lab/dataset/render.ts';
import { networkViewOf } from '../../../../src/network/network-view.ts';
import { phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';

const SIZE = { samples: 96, lines: 64 };
const PLAN: DatasetPlan = {
  seed: 5,
  split: 'train',
  edition: 'varied',
  pattern: null,
  framesPerExam: 2,
  size: SIZE,
};

describe('what a data set is made of', () => {
  test('training seeds and test seeds never meet', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 32 - 1 }), fc.nat({ max: 1_000_000 }), (seed, index) => {
        expect(examSeed(seed, index, 'train')).toBeLessThan(TEST_SEED_FIRST);
        expect(examSeed(seed, index, 'test')).toBeGreaterThanOrEqual(TEST_SEED_FIRST);
        expect(examSeed(seed, index, 'test')).toBeLessThan(2 ** 32);
      }),
    );
  });

  test('exams of one data set have seeds of their own', () => {
    const seeds = new Set(Array.from({ length: 5000 }, (_, index) => examSeed(1, index, 'train')));
    expect(seeds.size).toBeGreaterThan(4990);
  });

  test('the pictures of an exam are different moments, in order', () => {
    for (let index = 0; index < 200; index++) {
      const { frameIndices } = examPlan({ ...PLAN, framesPerExam: 5 }, index);
      expect([...new Set(frameIndices)].sort((left, right) => left - right)).toEqual(frameIndices);
      expect(frameIndices[4]).toBeLessThan(300);
    }
  });

  test('places in the shards follow one another without overlap', () => {
    const bytes = PLAN.framesPerExam * SIZE.samples * SIZE.lines;
    expect(examPlace(PLAN, 0)).toEqual({ shard: 0, offset: 0 });
    expect(examPlace(PLAN, 3)).toEqual({ shard: 0, offset: 3 * bytes });
    expect(examPlace(PLAN, SHARD_EXAMS + 1)).toEqual({ shard: 1, offset: bytes });
  });

  test('the same exam twice is the same bytes, and what the segmenter would see of it', () => {
    for (const index of [0, 1]) {
      const first = examRender(PLAN, index);
      expect(examRender(PLAN, index)).toEqual(first);
      const area = SIZE.samples * SIZE.lines;
      expect(first.frames.length).toBe(PLAN.framesPerExam * area);
      const { seed, frame_indices } = first.entry;
      const { frame } = phantomFrame(phantomOpen({ seed, split: 'train' }), frame_indices[1]!, 512);
      const input = { geometry: 'polar' as const, height: SIZE.samples, width: SIZE.lines, channels: 1 };
      expect(first.frames.subarray(area)).toEqual(networkViewOf(input, frame).grey(frame));
      expect(first.entry.sector).toEqual(frame.sector);
      expect(first.masks.some((value) => value === 2)).toBe(true);
    }
  });
});

describe('the log of what is rendered', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'batsign-dataset-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const { entry: rendered } = examRender(PLAN, 0);
  const entry = (exam: number): ExamEntry => ({ ...rendered, exam });

  test('survives a line that was cut off', () => {
    progressAppend(progressOpen(PLAN, folder), { from: 0, until: 1, exams: [entry(0)] });
    const path = join(folder, 'progress.jsonl');
    appendFileSync(path, '{"from":1,"until":2,"exams":[{"exam":1,');
    const again = progressOpen(PLAN, folder);
    expect([...again.exams.keys()]).toEqual([0]);
    progressAppend(again, { from: 1, until: 2, exams: [entry(1)] });
    expect([...progressOpen(PLAN, folder).exams.keys()]).toEqual([0, 1]);
    expect(readFileSync(path, 'utf8')).toContain('"exam":1');
  });

  test('refuses the folder of another data set', () => {
    progressOpen(PLAN, folder);
    expect(() => progressOpen({ ...PLAN, seed: 6 }, folder)).toThrow(/holds a data set of other arguments/);
  });
});

test('a mask PNG keeps class indices as its values and shows the classes in colour', () => {
  const sector: Sector = {
    kind: 'linear',
    mmPerPx: 1,
    originPx: { x: 2, y: 0 },
    widthMm: 4,
    depthMm: 2,
  };
  const classes = Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7);
  const png = decode(maskPng({ width: 4, height: 2, classes, sector }));
  expect([...png.data]).toEqual([...classes]);
  expect(png.palette?.[1]).toEqual([0xe6, 0x9f, 0x00]);
});
