import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confidenceCalibrate, type SureAnswer } from '../../../../src/domain/learning/confidence.ts';

describe('confidence against correctness', () => {
  test('by hand', () => {
    const answers: readonly SureAnswer[] = [
      { id: 'a', isRight: true, confidence: 4 },
      { id: 'b', isRight: false, confidence: 4 },
      { id: 'c', isRight: true, confidence: 2 },
      { id: 'd', isRight: false, confidence: null },
    ];
    const { bins, brier, sureButWrong } = confidenceCalibrate(answers);
    expect(bins).toEqual([
      { confidence: 1, answers: 0, right: null },
      { confidence: 2, answers: 1, right: 1 },
      { confidence: 3, answers: 0, right: null },
      { confidence: 4, answers: 2, right: 0.5 },
    ]);
    // (0.05^2 + 0.95^2 + 0.5^2) / 3.
    expect(brier).toBeCloseTo((0.0025 + 0.9025 + 0.25) / 3, 12);
    expect(sureButWrong).toEqual(['b']);
  });

  test('says nothing of nothing', () => {
    expect(confidenceCalibrate([])).toMatchObject({ brier: null, sureButWrong: [] });
  });

  test('every stated answer is in one bin, and the figure lies from 0 to 1', () => {
    const answer = fc.record({
      id: fc.string(),
      isRight: fc.boolean(),
      confidence: fc.constantFrom(1, 2, 3, 4, null),
    }) as fc.Arbitrary<SureAnswer>;
    fc.assert(
      fc.property(fc.array(answer), (answers) => {
        const { bins, brier } = confidenceCalibrate(answers);
        const stated = answers.filter(({ confidence }) => confidence !== null).length;
        expect(bins.reduce((sum, bin) => sum + bin.answers, 0)).toBe(stated);
        expect(brier === null).toBe(stated === 0);
        if (brier !== null) expect(brier >= 0 && brier <= 1).toBe(true);
      }),
    );
  });
});
