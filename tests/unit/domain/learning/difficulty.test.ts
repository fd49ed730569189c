import { describe, expect, test } from 'vitest';
import type { MarkableFinding } from '../../../../src/domain/findings/finding.ts';
import { instancesFind } from '../../../../src/domain/grading/instances.ts';
import { type DifficultyRequest, difficultyMeasure } from '../../../../src/domain/learning/difficulty.ts';
import { type Box, box, maskOf, SQUARE } from '../grading/fixture.ts';

/** Grey 51 is a fifth of the way to white: 12 dB of 60 where the grey map is straight. */
const STEP = 51;
const SCALE = { rangeDb: 60, gamma: 1 };

/** Boxes of a class with their grey levels, before an even grey. */
function request(
  finding: MarkableFinding,
  boxes: readonly (readonly [Box, number])[],
  before: number,
): DifficultyRequest {
  const mask = maskOf(boxes.map(([each]) => each));
  const grey = new Uint8Array(mask.classes.length).fill(before);
  for (const [each, level] of boxes) {
    for (let y = each.y; y < each.y + each.height; y++) {
      grey.fill(level, y * 64 + each.x, y * 64 + each.x + each.width);
    }
  }
  return {
    frame: { width: 64, height: 64, grey, sector: SQUARE, timeMs: 0 },
    mask,
    scale: SCALE,
    finding,
    asked: instancesFind(mask, finding),
    distractors: 2,
    gainDb: 30,
    look: 'clean',
  };
}

const bLine = (x: number) => box('b_line', x, 10, 3, 54);

describe('difficulty, measured', () => {
  test('a B-line 3 mm wide, two fifths of a range of 60 dB louder than what lies around it', () => {
    const measured = difficultyMeasure(request('b_line', [[bLine(30), 3 * STEP]], STEP));
    expect(measured.contrastDb).toBeCloseTo(24, 9);
    expect(measured.sizeMm).toBeCloseTo(3, 9);
    expect(measured).toMatchObject({ distractors: 2, gainDb: 30, depthMm: 64, look: 'clean' });
  });

  test('a bent grey map is straightened: grey 64 of 255 by an exponent of 2 is half of the range', () => {
    const bent = request('b_line', [[bLine(30), 255]], 63.75);
    const { contrastDb } = difficultyMeasure({ ...bent, scale: { rangeDb: 60, gamma: 2 } });
    // A raster holds whole greys: 63 is sqrt(63 / 255) = 0.497 of the range.
    expect(contrastDb).toBeCloseTo(60 * (1 - Math.sqrt(63 / 255)), 6);
  });

  test('fluid is darker than what lies around it', () => {
    const fluid = box('pleural_effusion', 20, 20, 20, 12);
    const measured = difficultyMeasure(request('pleural_effusion', [[fluid, 0]], 2 * STEP));
    expect(measured.contrastDb).toBeCloseTo(24, 9);
    expect(measured.sizeMm).toBeCloseTo(12, 9);
  });

  test('other findings, and what lies outside of the image, are no surroundings', () => {
    const alone = difficultyMeasure(request('b_line', [[bLine(30), 200]], 40));
    const beside = request(
      'b_line',
      [
        [bLine(30), 200],
        [box('a_line', 0, 40, 30, 2), 255],
      ],
      40,
    );
    expect(difficultyMeasure(beside).contrastDb).toBeCloseTo(alone.contrastDb, 9);
    // Above the probe's face, which a line at the top is near to, nothing is image.
    const below = { ...SQUARE, originPx: { x: 32, y: 10 } };
    const { frame, mask, ...rest } = request('pleural_line', [[box('pleural_line', 10, 11, 40, 2), 200]], 40);
    frame.grey.fill(255, 0, 64 * 10);
    const placed = {
      ...rest,
      frame: { ...frame, sector: below },
      mask: { ...mask, sector: below },
      asked: instancesFind({ ...mask, sector: below }, 'pleural_line'),
    };
    expect(difficultyMeasure(placed).contrastDb).toBeCloseTo((60 * 160) / 255, 6);
  });

  test.each([
    [1, 5],
    [2, 5],
    [3, 4],
    [4, 4],
  ])('of %i B-lines it is the one that half of them need', (count, fifths) => {
    const lines = [5, 4, 3, 2].slice(0, count).map((step, i) => [bLine(4 + 16 * i), step * STEP] as const);
    const { contrastDb } = difficultyMeasure(request('b_line', lines, 0));
    expect(contrastDb).toBeCloseTo(12 * fifths, 9);
  });

  test('nothing to be found has neither contrast nor size', () => {
    expect(difficultyMeasure(request('b_line', [], 40))).toMatchObject({ contrastDb: 0, sizeMm: 0 });
  });

  test('a louder finding has more contrast, a wider one is larger', () => {
    const contrasts = [60, 100, 140, 220].map(
      (level) => difficultyMeasure(request('b_line', [[bLine(30), level]], 40)).contrastDb,
    );
    expect(contrasts).toEqual(contrasts.toSorted((a, b) => a - b));
    const sizes = [2, 4, 8].map(
      (width) => difficultyMeasure(request('b_line', [[box('b_line', 20, 10, width, 54), 200]], 40)).sizeMm,
    );
    expect(sizes.map((size) => Math.round(size))).toEqual([2, 4, 8]);
  });
});
