import { describe, expect, test } from 'vitest';
import { type AttemptStep, attemptResult } from '../../../../src/domain/learning/attempt.ts';
import { attemptErrorLast } from '../../../../src/domain/learning/attempt-error.ts';
import type { Scenario } from '../../../../src/domain/scenario/scenario.ts';
import { SCENARIO } from '../../parts/fakes.ts';

/** A reply to the question on an image. */
function reply(image: 'one' | 'two', score: number | null, change: object = {}): AttemptStep {
  const first = {
    ...{ score, hints: [], hintCost: 0, isSkipped: false, elapsedS: 3 },
    ...{ reply: 2, expected: 1 },
    ...change,
  };
  return { kind: 'question', stepId: `${image}/question`, first, practice: [] };
}

const last = (steps: readonly AttemptStep[], scenario: Scenario = SCENARIO) =>
  attemptErrorLast(scenario, { steps })?.at ?? null;

describe('the last error of an attempt', () => {
  test('is the newest wrong answer, by its first try', () => {
    expect(last([reply('one', 0), reply('two', 0)])).toBe(1);
    expect(last([reply('one', 0), reply('two', 100)])).toBe(0);
    const better = { ...reply('one', 0), practice: [reply('one', 100)] } as unknown as AttemptStep;
    expect(last([better])).toBe(0);
  });

  test('is none where all was right, half right within what experts say, skipped, helped or not scored', () => {
    expect(last([])).toBeNull();
    expect(last([reply('one', 100), reply('two', 50)])).toBeNull();
    expect(last([reply('one', 0, { isSkipped: true })])).toBeNull();
    expect(last([reply('one', 0, { hints: ['word'], hintCost: 20 })])).toBeNull();
    expect(last([reply('one', null)])).toBeNull();
  });

  test('is none on an image with an aid beside it, nor in a step that the scenario has no longer', () => {
    const images = SCENARIO.images.map((image) => ({ ...image, aid: 'overlay' as const }));
    expect(last([reply('one', 0)], { ...SCENARIO, images })).toBeNull();
    const gone = { ...reply('one', 0), stepId: 'one/other' };
    expect(last([gone])).toBeNull();
  });
});

test('marks of a version that kept no more than the newest are their only try', () => {
  const grade = { score: 40, classes: [], blas: null };
  const kept = { kind: 'latest_marks', stepId: 'a', frameIndex: null, marks: [], grade } as const;
  expect(attemptResult(kept)).toMatchObject({
    kind: 'mark',
    first: { score: 40, frozenIndex: 0, marks: [], grade },
    ...{ score: 40, latestScore: 40, attempts: 1, practice: [] },
  });
});
