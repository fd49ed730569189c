import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import type { Mask } from '../../../../src/domain/frame/frame.ts';
import { cardWrite } from '../../../../src/lab/evaluate/card.ts';
import { FAILURES, type Failure, failureDice, failuresKeep } from '../../../../src/lab/evaluate/failures.ts';
import { figuresJson, testFiguresMeasure } from '../../../../src/lab/evaluate/figures.ts';
import { frameMeasure } from '../../../../src/lab/evaluate/frame-measures.ts';
import { galleryPng } from '../../../../src/lab/evaluate/gallery.ts';
import { figuresTables } from '../../../../src/lab/evaluate/table.ts';
import { box, maskOf, SQUARE } from '../../domain/grading/fixture.ts';

const SURE = new Uint8Array(64 * 64).fill(255);
const PLEURA = box('pleural_line', 10, 10, 40, 2);

/** Two B-lines of the truth; the network finds the first, and makes it half as wide. */
const TRUTH = maskOf([PLEURA, box('b_line', 15, 12, 4, 52), box('b_line', 40, 12, 4, 52)]);
const NETWORK = maskOf([PLEURA, box('b_line', 15, 12, 2, 52)]);

const grades = (level: number, truth: number, network: number, game: number) => ({
  level,
  truth,
  network,
  game,
});

const wrong = frameMeasure(TRUTH, NETWORK, SURE, [grades(0, 10, 20, 10), grades(4, 90, 70, 91)]);
const right = frameMeasure(NETWORK, NETWORK, SURE, [grades(0, 30, 30, 30), grades(4, 100, 95, 100)]);

describe('the figures of a set', () => {
  const figures = testFiguresMeasure('v2', [[wrong], [right]]);

  test('pool pixels over all frames', () => {
    // B-line pixels: truth 416 and 104, network 104 twice, 208 in both.
    expect(figures.classes.b_line.dice).toBeCloseTo((2 * 208) / (520 + 208), 12);
    expect(figures.classes.b_line.recall).toBeCloseTo(208 / 520, 12);
    expect(figures.classes.pleural_line.dice).toBe(1);
    expect(figures.pixelAccuracy).toBeCloseTo(1 - 312 / 8192, 12);
    // Two of the paper's five classes are there.
    expect(figures.meanDice).toBeCloseTo((1 + 416 / 728) / 5, 12);
    // Either exam alone bounds what two can give.
    expect(figures.classes.b_line.diceInterval).toEqual([expect.closeTo(208 / 520, 9), 1]);
    expect(figures.classes.rib.diceInterval).toBeNull();
  });

  test('count separate B-lines and compare the artefact score frame by frame', () => {
    expect(figures.bLineCount).toEqual({ exact: 0.5, within1: 1 });
    expect([wrong.bLines, right.bLines]).toEqual([
      { truth: 2, network: 1 },
      { truth: 1, network: 1 },
    ]);
    // In the paper's box: 8 of 40 columns against 2 of 40.
    expect(wrong.blas.truth.box).toBeCloseTo(0.2, 12);
    expect(figures.blas.box.mae).toBeCloseTo((0.2 - 0.05) / 2, 12);
    expect(figures.blas.seen.count).toBe(2);
  });

  test('calibrate by class: all sure, B-lines and pleura always right here', () => {
    expect(figures.classes.b_line.calibration).toBe(0);
    const swapped = testFiguresMeasure('v2', [[frameMeasure(NETWORK, TRUTH, SURE, [])]]);
    expect(swapped.classes.b_line.calibration).toBeCloseTo(312 / 416, 12);
    expect(swapped.classes.rib.calibration).toBeNull();
  });

  test('compare grades over all trainees, and give means by level', () => {
    expect(figures.grade.network.mae).toBeCloseTo((10 + 20 + 0 + 5) / 4, 12);
    expect(figures.grade.game.mae).toBeCloseTo(0.25, 12);
    expect(figures.grade.levels[0]).toEqual({
      name: 'novice',
      trainees: 2,
      truth: 20,
      network: 25,
      game: 20,
    });
    expect(figures.grade.levels[1]).toMatchObject({ trainees: 0, truth: null });
  });

  test('are told as JSON with every figure asked for', () => {
    const json = JSON.parse(JSON.stringify(figuresJson(figures, 'abc')));
    expect(json).toMatchObject({
      set: 'v2',
      frames: 2,
      b_line_count: { within_1: 1, exact: 0.5 },
      grade: { mae: figures.grade.network.mae, r: figures.grade.network.r },
      blas: { mae: figures.blas.scanline.mae, r: figures.blas.scanline.r },
      calibration: { rib: null, b_line: 0 },
      weights_sha256: 'abc',
    });
    expect(json.classes.b_line.dice_ci).toHaveLength(2);
  });

  test("are told as tables with the paper's figures and the targets beside them", () => {
    const tables = figuresTables(figures);
    expect(tables).toMatch(/^\| Mean Dice of five classes .*\| +0\.74 \| +>= 0\.80 \|$/m);
    expect(tables).toMatch(/^\| B-line count exact +\| +50\.0 % \| +- \| +>= 85\.0 % \|$/m);
    expect(tables).toMatch(/^\| A-line +\| .*57\.7 % \| >= 78\.0 % \|/m);
    expect(figuresTables({ ...figures, set: 'v1' })).toMatch(/^\| Mean Dice .*>= 0\.88 \|$/m);
  });
});

function failure(dice: number, network: Mask = NETWORK): Failure {
  const frame = { width: 64, height: 64, grey: new Uint8Array(4096).fill(90), sector: SQUARE, timeMs: 0 };
  return { exam: 3, part: 1, dice, findings: ['b_line'], frame, truth: TRUTH, network };
}

describe('failures', () => {
  test('are judged by the findings that are there', () => {
    const judged = failureDice(TRUTH, NETWORK);
    // Pleural line 1, B-lines 2 x 104 / (416 + 104).
    expect(judged?.dice).toBeCloseTo((1 + 0.4) / 2, 12);
    expect(judged?.findings).toEqual(['pleural_line', 'b_line']);
    expect(failureDice(maskOf([]), NETWORK)).toBeNull();
    // A speck is no finding.
    expect(failureDice(maskOf([box('rib', 5, 5, 1, 2)]), NETWORK)).toBeNull();
  });

  test('are kept worst first, twelve at most', () => {
    const dices = [0.5, 0.1, 0.9, 0.3, 0.2, 0.8, 0.7, 0.6, 0.4, 0.05, 0.95, 0.15, 0.25, 0.85];
    const kept = dices.map((dice) => failure(dice)).reduce(failuresKeep, []);
    expect(kept.map(({ dice }) => dice)).toEqual([...dices].sort((a, b) => a - b).slice(0, FAILURES));
  });

  test('are shown as image, truth and network side by side', () => {
    const { width, height, palette, data } = decode(galleryPng([failure(0.1)], 64));
    expect([width, height]).toEqual([2 * 3 * 68 + 4, 68 + 4]);
    // A pixel of the second B-line (column 41, row 40): grey, grey under its colour, grey.
    const colour = (panel: number) => palette![data[(4 + 40) * width + 4 + panel * 68 + 41]!]!;
    const [image, truth, network] = [colour(0), colour(1), colour(2)];
    expect(image[0]).toBe(image[2]);
    expect(network).toEqual(image);
    expect(truth[1]).toBeGreaterThan(truth[0]! + 40);
  });
});

describe('the model card', () => {
  const sets = (['v2', 'v1'] as const).map((set) => ({
    figures: testFiguresMeasure(set, [[wrong], [right]]),
    failures: [failure(0.12)],
  }));

  test('gets both sets between its marks, their JSON and a picture, and keeps the rest', () => {
    const folder = mkdtempSync(join(tmpdir(), 'batsign-card-'));
    try {
      const card = readFileSync(new URL('../../../../models/README.md', import.meta.url), 'utf8');
      writeFileSync(join(folder, 'README.md'), card);
      cardWrite(folder, [sets[0]!, sets[1]!], 'abcdef0123456789');
      cardWrite(folder, [sets[0]!, sets[1]!], 'abcdef0123456789');
      const written = readFileSync(join(folder, 'README.md'), 'utf8');
      expect(written.match(/^### (.*)$/gm)).toEqual([
        '### Second test set',
        '### First test set',
        '### Where it fails',
      ]);
      expect(written).toContain('exam 4, frame 2, mean Dice 0.12 (B-line)');
      expect(written.split('## Limits')[1]).toBe(card.split('## Limits')[1]);
      const json = JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8'));
      expect([json.v1.set, json.v2.set]).toEqual(['v1', 'v2']);
      expect(decode(readFileSync(join(folder, 'failures.png'))).height).toBe(128 + 8);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('without its marks is refused, and nothing is written', () => {
    const folder = mkdtempSync(join(tmpdir(), 'batsign-card-'));
    try {
      writeFileSync(join(folder, 'README.md'), '# A card\n');
      expect(() => cardWrite(folder, [sets[0]!], 'abc')).toThrow(/has lost the lines/);
      expect(() => readFileSync(join(folder, 'figures.json'))).toThrow();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
