import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FINDINGS } from '../../../../src/domain/findings/finding.ts';
import {
  confusionAccuracy,
  confusionAdd,
  confusionEmpty,
  confusionMeasures,
  confusionRows,
} from '../../../../src/domain/grading/confusion.ts';

function counted(truth: readonly number[], predicted: readonly number[], inside?: readonly number[]) {
  const confusion = confusionEmpty();
  confusionAdd(
    confusion,
    Uint8Array.from(truth),
    Uint8Array.from(predicted),
    inside === undefined ? undefined : Uint8Array.from(inside),
  );
  return confusion;
}

describe('a confusion matrix by hand', () => {
  // rib: 3 pixels, 2 found, 1 called background. background: 4 pixels, 3 right, 1 called rib. b_line: 1, called rib.
  const truth = [1, 1, 1, 0, 0, 0, 0, 4];
  const predicted = [1, 1, 0, 0, 0, 0, 1, 1];

  test('measures per class', () => {
    const confusion = counted(truth, predicted);
    expect(confusionMeasures(confusion, 'rib')).toEqual({
      dice: 4 / 7,
      iou: 2 / 5,
      recall: 2 / 3,
      precision: 2 / 4,
      pixels: 3,
    });
    expect(confusionMeasures(confusion, 'b_line')).toEqual({
      dice: 0,
      iou: 0,
      recall: 0,
      precision: null,
      pixels: 1,
    });
    expect(confusionMeasures(confusion, 'a_line')).toEqual({
      dice: null,
      iou: null,
      recall: null,
      precision: null,
      pixels: 0,
    });
  });

  test('accuracy and rows', () => {
    const confusion = counted(truth, predicted);
    expect(confusionAccuracy(confusion)).toBe(5 / 8);
    const rows = confusionRows(confusion);
    expect(rows[0]?.slice(0, 3)).toEqual([3 / 4, 1 / 4, 0]);
    expect(rows[1]?.slice(0, 3)).toEqual([1 / 3, 2 / 3, 0]);
    expect(rows[4]?.[1]).toBe(1);
    expect(rows[2]).toBeNull();
  });

  test('pixels outside do not count', () => {
    const confusion = counted(truth, predicted, [1, 1, 1, 1, 0, 0, 0, 0]);
    expect(confusionAccuracy(confusion)).toBe(3 / 4);
    expect(confusionMeasures(confusion, 'b_line').pixels).toBe(0);
  });

  test('no pixels, no accuracy', () => {
    expect(confusionAccuracy(confusionEmpty())).toBeNull();
  });

  test('frames are pooled, not averaged', () => {
    const confusion = counted([1], [1]);
    confusionAdd(confusion, Uint8Array.of(1, 1, 1), Uint8Array.of(0, 0, 0));
    expect(confusionMeasures(confusion, 'rib').dice).toBe(2 / 5);
  });
});

const pairs = fc.array(fc.tuple(fc.nat({ max: FINDINGS.length - 1 }), fc.nat({ max: FINDINGS.length - 1 })), {
  minLength: 1,
});

test('Dice and IoU are symmetric, bounded, and tied by Dice = 2 IoU / (1 + IoU)', () => {
  fc.assert(
    fc.property(pairs, (pixels) => {
      const truth = pixels.map(([left]) => left);
      const predicted = pixels.map(([, right]) => right);
      const forth = counted(truth, predicted);
      const back = counted(predicted, truth);
      for (const finding of FINDINGS) {
        const { dice, iou, recall } = confusionMeasures(forth, finding);
        const mirrored = confusionMeasures(back, finding);
        expect(mirrored.dice).toBe(dice);
        expect(mirrored.precision).toBe(recall);
        if (dice === null || iou === null) continue;
        expect(dice).toBeGreaterThanOrEqual(0);
        expect(dice).toBeLessThanOrEqual(1);
        expect(dice).toBeCloseTo((2 * iou) / (1 + iou), 12);
      }
      for (const row of confusionRows(forth)) {
        if (row !== null) expect(row.reduce((left, right) => left + right)).toBeCloseTo(1, 12);
      }
    }),
  );
});
