import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { type ClipTerms, clipTermsOf } from '../../../../src/domain/analysis/clip-readout.ts';
import type { Mask } from '../../../../src/domain/frame/frame.ts';
import type { Sector } from '../../../../src/domain/geometry/sector.ts';
import type { ClipEntry } from '../../../../src/lab/clips/clip-index.ts';
import { type ClipReading, findingsDice } from '../../../../src/lab/clips/clip-read.ts';
import { clipFigures, type ReadClip } from '../../../../src/lab/clips/figures.ts';
import { maskOverlaps } from '../../../../src/lab/clips/mask-overlap.ts';

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

/** A clip of nothing but so much B-line and confluence, wherever that is looked at. */
function termsOf(bLine: number): ClipTerms {
  return clipTermsOf([
    {
      shares: [1 - 2 * bLine, 0, 0, 0, bLine, bLine, 0, 0],
      aLineRow: 0,
      bLineLines: bLine,
      confluenceLines: bLine,
      near: { aLine: 0, bLine, confluence: bLine },
    },
  ]);
}

describe('the figures of a set', () => {
  const clip = (entry: Partial<ClipEntry>, reading: Partial<ClipReading>): ReadClip => ({
    entry: {
      file: 'f',
      path: 'f',
      folder: '.',
      kind: 'video',
      probe: 'convex',
      cluster: 'c',
      labels: { severity: null, aLines: null, bLines: null, isNormal: false, lung: true },
      depthMm: null,
      mask: null,
      ...entry,
    },
    reading: {
      file: 'f',
      sectorKind: 'convex',
      images: 4,
      terms: termsOf(0),
      shown: [[], [], [], []],
      spaceLines: [0, 0, 0, 0],
      timesMs: [0, 40, 4000, 4040],
      pleuraImages: 0,
      alarmImages: 0,
      temporalDice: [],
      overlaps: {},
      picture: {
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
    isNormal: severity === 0,
    lung: true,
  });

  test('by hand', () => {
    const figures = clipFigures([
      clip(
        { labels: labels(0, true, false) },
        {
          pleuraImages: 4,
          temporalDice: [1, 0.5],
          // B-lines and a consolidation flicker; the consolidation of the later pair stays.
          shown: [['b_line', 'a_line'], ['consolidation'], ['consolidation'], ['consolidation']],
        },
      ),
      clip(
        { labels: labels(3, false, true) },
        { terms: termsOf(0.2), shown: [['a_line'], [], [], []], spaceLines: [0, 0, 1, 0] },
      ),
      clip(
        { labels: { ...labels(1, true, true), severity: null } },
        { terms: termsOf(0.1), shown: [['b_line_confluence'], [], [], []] },
      ),
      clip({ labels: labels(1, true, true) }, { terms: termsOf(0.1), spaceLines: [2, 2, 3, 1] }),
      clip(
        {
          labels: { severity: null, aLines: null, bLines: null, isNormal: false, lung: false },
          probe: 'linear',
        },
        { alarmImages: 1, pleuraImages: 4 },
      ),
      clip(
        { kind: 'frame', mask: { path: 'm', values: new Map() } },
        { images: 1, overlaps: { pleural_line: 0.8 } },
      ),
    ]);
    expect(figures).toMatchObject({ videos: 5, pictures: 1, images: 21, graded: 3, pairs: 2 });
    // More B-line in a clip is a higher score for B-lines and a lower one for A-lines.
    expect(figures.bLines).toMatchObject({ area: 1, positives: 3, negatives: 1 });
    expect(figures.aLines).toMatchObject({ area: 1, positives: 3, negatives: 1 });
    expect(figures.alarms).toEqual({
      a_line: { images: 4, alarms: 1, lasting: 0 },
      b_line: { images: 4, alarms: 1, lasting: 0 },
      b_line_confluence: { images: 4, alarms: 0, lasting: 0 },
      pleural_effusion: { images: 4, alarms: 0, lasting: 0 },
      consolidation: { images: 4, alarms: 3, lasting: 2 },
    });
    expect(figures.rhoBlasSeverity).toBeCloseTo(1, 12);
    // Counts 0, 1 and 3 for severities 0, 3 and 1: ranks 1, 2, 3 and 1, 3, 2, whose correlation is 1/2.
    // With B-lines 1, 0 and 3 are counted, without 0: two of three pairs are right, and one is a tie.
    expect(figures.countBLines.area).toBeCloseTo(5 / 6, 12);
    expect(figures.countSeen).toEqual({ videos: 3, counted: 2, mergedAlone: 1 });
    expect(figures.rhoCountSeverity).toBeCloseTo(0.5, 12);
    expect(figures.pleuraFound).toBeCloseTo(4 / 17, 12);
    expect(figures.temporalDice).toBe(0.75);
    expect(figures.noLung).toEqual({ images: 4, alarms: 1 });
    expect(figures.sectors).toEqual({ right: 5, stated: 6 });
    expect(figures.overlaps).toEqual({ pleural_line: 0.8, a_line: null });
  });
});
