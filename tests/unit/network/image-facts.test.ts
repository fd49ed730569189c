import { describe, expect, test } from 'vitest';
import { FINDINGS, type FindingClass } from '../../../src/domain/findings/finding.ts';
import { answerBlend } from '../../../src/network/answer-blend.ts';
import { imageFactsFrom } from '../../../src/network/image-facts.ts';
import type { NetworkHead } from '../../../src/network/network-build.ts';
import { headLayout } from '../../../src/network/raster-blocks.ts';

const HEIGHT = 10;
const WIDTH = 16;

/** A head of blocks of 2 x 2 that is as good as sure of each cell's class. */
function headOf(classAt: (row: number, column: number) => FindingClass, height = HEIGHT, width = WIDTH) {
  const layout = headLayout(height, width, 2, FINDINGS.length);
  const values = new Float32Array(height * width * FINDINGS.length);
  layout.starts.forEach((start, cell) => {
    values[start + FINDINGS.indexOf(classAt(Math.floor(cell / width), cell % width))] = 40;
  });
  return { values, ...layout } satisfies NetworkHead;
}

const ALL = {
  known: new Uint8Array(HEIGHT * WIDTH).fill(1),
  rowAreas: new Float64Array(HEIGHT).fill(1),
};

describe('the figures of an image', () => {
  /** Pleural line in row 2; an A-line over 12 of 16 columns in row 5; the rest of column 15 below it a B-line. */
  const head = headOf((row, column) => {
    if (row === 2) return 'pleural_line';
    if (row > 2 && column === 15) return 'b_line';
    return row === 5 && column < 12 ? 'a_line' : 'background';
  });

  test('are counted by hand', () => {
    const facts = imageFactsFrom(head, ALL);
    const shares = Object.fromEntries(
      FINDINGS.map((finding, value) => [finding, facts.shares[value]!]),
    ) as Record<FindingClass, number>;
    expect(shares.pleural_line).toBeCloseTo(16 / 160, 9);
    expect(shares.a_line).toBeCloseTo(12 / 160, 9);
    expect(shares.b_line).toBeCloseTo(7 / 160, 9);
    expect(facts.aLineRow).toBeCloseTo(12 / 16, 9);
    // One column of 16 is the sixteenth that has most: 7 of its 10 rows.
    expect(facts.bLineLines).toBeCloseTo(0.7, 9);
    expect(facts.confluenceLines).toBeCloseTo(0, 9);
    // The line's middle lies at 2.5 rows: near is from row 2 to row 6.5, 7 rows without the last.
    expect(facts.near.aLine).toBeCloseTo(12 / 160, 9);
    expect(facts.near.bLine).toBeCloseTo(4 / 160, 9);
  });

  test('count cells by their area, and those beyond the image not at all', () => {
    const known = ALL.known.slice();
    known.fill(0, 5 * WIDTH, 5 * WIDTH + 8);
    const rowAreas = Float64Array.from({ length: HEIGHT }, (_, row) => (row === 5 ? 2 : 1));
    const facts = imageFactsFrom(head, { known, rowAreas });
    // 9 rows of 16 cells, and 8 cells of twice the area, four of which are A-line.
    expect(facts.shares[3]).toBeCloseTo((4 * 2) / (9 * 16 + 8 * 2), 9);
    expect(facts.aLineRow).toBeCloseTo(4 / 8, 9);
  });

  test('a row of which hardly anything is known is no line', () => {
    const known = ALL.known.slice();
    known.fill(0, 5 * WIDTH, 5 * WIDTH + 9);
    known.fill(0, 5 * WIDTH + 12, 6 * WIDTH);
    expect(imageFactsFrom(head, { ...ALL, known }).aLineRow).toBeCloseTo(0, 9);
  });

  test('without a pleural line its depth is the middle of the image; an image of nothing has no figures', () => {
    const lines = headOf((_, column) => (column === 0 ? 'b_line' : 'background'));
    expect(imageFactsFrom(lines, ALL).near.bLine).toBeCloseTo(5 / 160, 6);
    const nothing = imageFactsFrom(head, { ...ALL, known: new Uint8Array(HEIGHT * WIDTH) });
    expect(nothing.shares).toEqual(FINDINGS.map(() => 0));
    expect([nothing.aLineRow, nothing.bLineLines, nothing.near.aLine]).toEqual([0, 0, 0]);
  });
});

describe('an answer that is read with those beside it', () => {
  const one = (finding: FindingClass) => headOf(() => finding, 2, 2);
  const chancesOf = ({ values, starts }: NetworkHead): readonly number[] =>
    Array.from(values.slice(starts[0], starts[0]! + FINDINGS.length), Math.exp);

  test('weighs twice as much as either neighbour', () => {
    const chances = chancesOf(answerBlend(one('rib'), one('a_line'), one('b_line')));
    expect(chances[1]).toBeCloseTo(0.25, 6);
    expect(chances[3]).toBeCloseTo(0.5, 6);
    expect(chances[4]).toBeCloseTo(0.25, 6);
  });

  test('has a pleural line four times as likely, and at an end of the clip one neighbour', () => {
    const chances = chancesOf(answerBlend(null, one('a_line'), one('pleural_line')));
    expect(chances[3]).toBeCloseTo(2 / 3, 6);
    expect(chances[2]).toBeCloseTo(4 / 3, 6);
    expect(chancesOf(answerBlend(null, one('rib'), null))[1]).toBeCloseTo(1, 6);
  });

  test('leaves what it was given as it was', () => {
    const now = one('rib');
    const before = now.values.slice();
    answerBlend(one('a_line'), now, null);
    expect(now.values).toEqual(before);
  });
});
