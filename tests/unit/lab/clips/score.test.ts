import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import type { Mask } from '../../../../src/domain/frame/frame.ts';
import type { Sector } from '../../../../src/domain/geometry/sector.ts';
import type { ClipEntry } from '../../../../src/lab/clips/clip-index.ts';
import { type ClipReading, findingsDice } from '../../../../src/lab/clips/clip-read.ts';
import { clipScore } from '../../../../src/lab/clips/clip-score.ts';
import { clipFigures, type ReadClip } from '../../../../src/lab/clips/figures.ts';
import { maskOverlaps } from '../../../../src/lab/clips/mask-overlap.ts';
import { classMassesFromHead, headLayout } from '../../../../src/network/raster-blocks.ts';

/** 32 x 32 pixels of 1 mm. */
const SIZE = 32;
const SECTOR: Sector = {
  kind: 'linear',
  mmPerPx: 1,
  originPx: { x: 16, y: 0 },
  widthMm: SIZE,
  depthMm: SIZE,
};

function maskOf(classes: readonly number[]): Mask {
  return { width: SIZE, height: SIZE, classes: Uint8Array.from(classes), sector: SECTOR };
}

function rows(...filled: readonly (readonly [row: number, value: number])[]): readonly number[] {
  return Array.from({ length: SIZE * SIZE }, (_, at) => filled.find(([row]) => row === at >> 5)?.[1] ?? 0);
}

describe('the masses of classes', () => {
  test('are sums of softmax over the pixels inside, in whatever blocks they come', () => {
    // 2 x 2 pixels of 2 classes in one block; logits 0 and ln 3 are shares 1/4 and 3/4, ln 4 and 0 are 4/5 and 1/5.
    const values = Float32Array.of(0, Math.log(3), Math.log(4), 0, 0, 0, 9, 9);
    const head = { values, ...headLayout(2, 2, 2, 2) };
    // Pixels of the second row are twice as large as those of the first.
    const masses = classMassesFromHead(head, Uint8Array.of(1, 1, 1, 0), Float64Array.of(1, 2));
    expect(masses[0]).toBeCloseTo(0.25 + 0.8 + 2 * 0.5, 6);
    expect(masses[1]).toBeCloseTo(0.75 + 0.2 + 2 * 0.5, 6);
  });

  test('are no numbers where the logits are none', () => {
    const massesOf = (logit: number) => {
      const head = { values: Float32Array.of(0, logit), ...headLayout(1, 1, 1, 2) };
      return classMassesFromHead(head, Uint8Array.of(1), Float64Array.of(1));
    };
    expect(massesOf(Number.NaN).every(Number.isNaN)).toBe(true);
    expect(massesOf(Number.POSITIVE_INFINITY).every(Number.isFinite)).toBe(false);
  });
});

describe('the score of a recording', () => {
  const shares = (a: number, b: number, c: number) => [1 - a - b - c, 0, 0, a, b, c, 0, 0];

  test('by hand', () => {
    const { aLines, bLines } = clipScore([shares(0.01, 0.02, 0.04), shares(0.03, 0.04, 0)]);
    expect(bLines).toBeCloseTo(0.03 / 0.0505, 12);
    expect(aLines).toBeCloseTo(0.02 / 0.0705, 12);
  });

  test('is near 0 where nothing is seen', () => {
    const { aLines, bLines } = clipScore([shares(0, 0, 0)]);
    expect([aLines, bLines]).toEqual([0, 0]);
    expect(clipScore([shares(0.00002, 0, 0)]).aLines).toBeLessThan(0.05);
  });
});

describe('agreement of neighbouring images', () => {
  test('is the Dice of all findings together, and nothing where nothing is shown', () => {
    expect(findingsDice(maskOf(rows([1, 2], [4, 3])), maskOf(rows([1, 2], [5, 3])))).toBe(0.5);
    expect(findingsDice(maskOf(rows([1, 2])), maskOf(rows([1, 3])))).toBe(0);
    expect(findingsDice(maskOf(rows()), maskOf(rows([3, 4])))).toBe(0);
    expect(findingsDice(maskOf(rows()), maskOf(rows()))).toBeNull();
  });
});

describe('overlap with a mask by hand', () => {
  test('forgives 2 mm and no more, and says nothing of what neither shows', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'batsign-mask-'));
    const frame = { width: SIZE, height: SIZE, grey: new Uint8Array(SIZE * SIZE), sector: SECTOR, timeMs: 0 };
    const path = join(folder, 'mask.png');
    const values = new Map([
      [1, 'pleural_line'],
      [2, 'a_line'],
      [3, 'rib'],
    ] as const);
    const drawn = (data: readonly number[]) =>
      writeFileSync(
        path,
        encode({ width: SIZE, height: data.length / SIZE, data: Uint8Array.from(data), channels: 1 }),
      );
    drawn(rows([1, 1], [4, 2]));
    const found = await maskOverlaps({ path, values }, maskOf(rows([3, 2], [7, 3])), frame);
    expect(found).toEqual({ pleural_line: 1, a_line: 0 });
    drawn([...rows([1, 1]), ...rows()]);
    await expect(maskOverlaps({ path, values }, maskOf(rows()), frame)).rejects.toThrow(
      /mask\.png has 32 x 64 pixels instead of 32 x 32/,
    );
    rmSync(folder, { recursive: true });
  });
});

describe('the figures of a set', () => {
  const clip = (entry: Partial<ClipEntry>, reading: Partial<ClipReading>): ReadClip => ({
    entry: {
      file: 'f',
      path: 'f',
      folder: '.',
      kind: 'video',
      probe: 'convex',
      cluster: 'c',
      labels: { severity: null, aLines: null, bLines: null, lung: true },
      depthMm: null,
      mask: null,
      ...entry,
    },
    reading: {
      file: 'f',
      sectorKind: 'convex',
      images: 4,
      scores: { aLines: 0.5, bLines: 0.5 },
      shares: [],
      blas: 0,
      pleuraImages: 0,
      alarmImages: 0,
      temporalDice: [],
      overlaps: {},
      shown: {
        frame: { ...maskOf(rows()), grey: new Uint8Array(SIZE * SIZE), timeMs: 0 },
        mask: maskOf(rows()),
      },
      ...reading,
    },
  });
  const labels = (severity: number, aLines: boolean, bLines: boolean) => ({
    severity,
    aLines,
    bLines,
    lung: true,
  });

  test('by hand', () => {
    const figures = clipFigures([
      clip(
        { labels: labels(0, true, false) },
        { scores: { aLines: 0.9, bLines: 0.2 }, pleuraImages: 4, temporalDice: [1, 0.5] },
      ),
      clip({ labels: labels(3, false, true) }, { scores: { aLines: 0.1, bLines: 0.7 }, blas: 0.6 }),
      clip({ labels: labels(1, true, true) }, { scores: { aLines: 0.05, bLines: 0.1 }, blas: 0.3 }),
      clip(
        { labels: { severity: null, aLines: null, bLines: null, lung: false }, probe: 'linear' },
        { alarmImages: 1, pleuraImages: 4 },
      ),
      clip(
        { kind: 'frame', mask: { path: 'm', values: new Map() } },
        { images: 1, overlaps: { pleural_line: 0.8 } },
      ),
    ]);
    expect(figures).toMatchObject({ videos: 4, pictures: 1, images: 17, graded: 3, pairs: 2 });
    expect(figures.bLines).toMatchObject({ area: 0.5, positives: 2, negatives: 1 });
    expect(figures.aLines).toMatchObject({ area: 0.5, positives: 2, negatives: 1 });
    expect(figures.rhoBlasSeverity).toBeCloseTo(1, 12);
    expect(figures.pleuraFound).toBeCloseTo(4 / 13, 12);
    expect(figures.temporalDice).toBe(0.75);
    expect(figures.noLung).toEqual({ images: 4, alarms: 1 });
    expect(figures.sectors).toEqual({ right: 4, stated: 5 });
    expect(figures.overlaps).toEqual({ pleural_line: 0.8, a_line: null });
  });
});
