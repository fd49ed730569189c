import { describe, expect, test } from 'vitest';
import {
  DIFFICULTY_LEVELS,
  type MeasuredDifficulty,
} from '../../../../src/domain/learning/measured-difficulty.ts';
import type { SkillId } from '../../../../src/domain/learning/skill.ts';
import { skillLevel } from '../../../../src/domain/learning/skill-level.ts';

const MEASURED: MeasuredDifficulty = {
  contrastDb: 17.5,
  sizeMm: 24,
  distractors: 0,
  gainDb: 35,
  depthMm: 130,
  look: 'clinical',
};
/** Between the terciles of every measure. */
const MOTION = { slideMm: 8, pulseMm: 0.1, contrastDb: 11 };
const EDGE = { movesMm: 13, share: 0.4 };

function levels(
  skill: SkillId,
  isNormal: boolean,
  values: readonly number[],
  make: (value: number) => Partial<MeasuredDifficulty>,
): readonly number[] {
  return values.map((value) =>
    DIFFICULTY_LEVELS.indexOf(skillLevel(skill, isNormal, { ...MEASURED, ...make(value) })),
  );
}

const STEPS = Array.from({ length: 41 }, (_, i) => i);

/** Harder and harder, from easy to hard. */
function expectRising(found: readonly number[]): void {
  expect(found).toEqual(found.toSorted((a, b) => a - b));
  expect(found[0]).toBe(0);
  expect(found.at(-1)).toBe(2);
}

describe('the level of a patient', () => {
  test('who slides rises as sliding, change and the pleural line fade', () => {
    const motion = (change: Partial<typeof MOTION>) => ({ motion: { ...MOTION, ...change } });
    expectRising(levels('lung_sliding', true, STEPS, (i) => motion({ slideMm: 20 - i / 2 })));
    expectRising(levels('lung_sliding', true, STEPS, (i) => motion({ contrastDb: 20 - i })));
    expectRising(levels('lung_sliding', true, STEPS, (i) => ({ ...motion({}), contrastDb: 30 - i })));
  });

  test('who does not slide rises with the lung pulse and with change', () => {
    const motion = (change: Partial<typeof MOTION>) => ({
      motion: { ...MOTION, slideMm: 0, contrastDb: 5, ...change },
    });
    expectRising(levels('lung_sliding', false, STEPS, (i) => motion({ contrastDb: i / 2 - 5 })));
    expect(levels('lung_sliding', false, [0.1, 0.5], (pulseMm) => motion({ pulseMm }))).toEqual([1, 2]);
  });

  test('with a lung point rises as its edge moves less and one side is shorter', () => {
    const edge = (change: Partial<typeof EDGE>) => ({ motion: MOTION, edge: { ...EDGE, ...change } });
    expectRising(levels('lung_point', false, STEPS, (i) => edge({ movesMm: 30 - i / 2 })));
    expectRising(levels('lung_point', false, STEPS, (i) => ({ ...edge({}), sizeMm: 40 - i })));
  });

  test('in M-mode rises as sand, or lines, take less of the breath', () => {
    const share = (value: number) => ({
      motion: { ...MOTION, contrastDb: 10 },
      edge: { ...EDGE, share: value },
    });
    expectRising(levels('m_mode_pattern', false, [0.5, 0.4, 0.2], share));
    expectRising(levels('m_mode_pattern', false, [0.5, 0.6, 0.8], share));
  });

  test('rises with the way and the turn to a view', () => {
    const way = (mm: number, turnDeg: number) => ({ way: { mm, turnDeg } });
    expect(levels('probe_handling', false, [10, 70, 150], (mm) => way(mm, 60))).toEqual([0, 1, 2]);
    expect(levels('probe_handling', false, [10, 60, 90], (turn) => way(70, turn))).toEqual([0, 1, 2]);
  });

  test('as a whole rises as sliding fades and B-lines come near their number', () => {
    const whole = (slideMm: number, countMargin: number) => ({
      motion: { ...MOTION, slideMm },
      countMargin,
    });
    expect(levels('whole_patient', false, [9, 7, 5], (mm) => whole(mm, 2))).toEqual([0, 1, 2]);
    expect(levels('whole_patient', false, [3, 2, 1], (margin) => whole(7, margin))).toEqual([0, 1, 2]);
  });
});

describe('the level of a pattern', () => {
  test('hangs on how near B-lines are to the number that counts, and on the look', () => {
    const at = (look: 'clean' | 'clinical') => (countMargin: number) => ({
      finding: 'b_line' as const,
      countMargin,
      look,
    });
    expect(levels('zone_pattern', false, [3, 2, 1], at('clean'))).toEqual([0, 0, 1]);
    expect(levels('zone_pattern', false, [3, 2, 1], at('clinical'))).toEqual([1, 2, 2]);
  });

  test('is that of the finding that tells it, and of proposals too', () => {
    const effusion = (contrastDb: number) => ({
      finding: 'pleural_effusion' as const,
      contrastDb,
      sizeMm: 20,
    });
    for (const skill of ['zone_pattern', 'catching_ai'] as const) {
      expect(levels(skill, false, [9, 6, 4], effusion)).toEqual([0, 1, 2]);
    }
  });
});
