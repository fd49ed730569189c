import { describe, expect, test } from 'vitest';
import { MARKABLE_FINDINGS } from '../../../../src/domain/findings/finding.ts';
import { difficultyLevel } from '../../../../src/domain/learning/difficulty-levels.ts';
import {
  DIFFICULTY_LEVELS,
  type MeasuredDifficulty,
} from '../../../../src/domain/learning/measured-difficulty.ts';

const MEASURED: MeasuredDifficulty = {
  contrastDb: 10,
  sizeMm: 4,
  distractors: 0,
  gainDb: 30,
  depthMm: 150,
  look: 'clean',
};

const levelAt = (finding: (typeof MARKABLE_FINDINGS)[number], isNormal: boolean, some: object): number =>
  DIFFICULTY_LEVELS.indexOf(difficultyLevel(finding, isNormal, { ...MEASURED, ...some }));

describe.each(MARKABLE_FINDINGS)('the level of %s', (finding) => {
  test('is easy where it is loud and large with nothing like it, hard where it is faint and small', () => {
    expect(difficultyLevel(finding, false, { ...MEASURED, contrastDb: 60, sizeMm: 90 })).toBe('easy');
    const faint = { ...MEASURED, contrastDb: 0, sizeMm: 0, distractors: 99 };
    expect(difficultyLevel(finding, false, faint)).toBe('hard');
  });

  test('never falls where contrast or size falls, or look-alikes rise', () => {
    const falling = Array.from({ length: 61 }, (_, i) => 60 - i);
    const rising = falling.toReversed();
    for (const levels of [
      falling.map((contrastDb) => levelAt(finding, false, { contrastDb })),
      falling.map((sizeMm) => levelAt(finding, false, { sizeMm })),
      rising.map((distractors) => levelAt(finding, false, { distractors })),
      rising.map((distractors) => levelAt(finding, true, { distractors })),
    ]) {
      expect(levels).toEqual(levels.toSorted((a, b) => a - b));
    }
  });

  test('of an image without it hangs on look-alikes and the look', () => {
    expect(difficultyLevel(finding, true, MEASURED)).toBe('easy');
    expect(difficultyLevel(finding, true, { ...MEASURED, look: 'clinical' })).toBe('standard');
    expect(difficultyLevel(finding, true, { ...MEASURED, distractors: 99 })).toBe('standard');
    expect(difficultyLevel(finding, true, { ...MEASURED, distractors: 99, look: 'clinical' })).toBe('hard');
  });
});
