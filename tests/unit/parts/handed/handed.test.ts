import { beforeAll, expect, test } from 'vitest';
import { attemptHand } from '../../../../src/domain/class-results/handed-attempt.ts';
import { madeItemKey, madeItemRead } from '../../../../src/domain/class-results/made-item.ts';
import type { Attempt } from '../../../../src/domain/learning/attempt.ts';
import type { ItemRecord } from '../../../../src/domain/learning/item-record.ts';
import { stepIsGraded } from '../../../../src/domain/scenario/scenario.ts';
import { exerciseSet } from '../../../../src/parts/handed/exercise-set.ts';
import { stepName } from '../../../../src/parts/handed/step-name.ts';
import {
  assessmentForm,
  assessmentId,
  assessmentScenario,
} from '../../../../src/parts/session/assessment.ts';
import { drillId } from '../../../../src/parts/session/drill.ts';

import '../../../support/words-setup.ts';

/** An exam in which every item was answered by 80 points. */
function examOf(seed: number) {
  const sitting = { seed, extra: 0 } as const;
  const scenario = assessmentScenario(sitting);
  const first = { score: 80, hints: [], hintCost: 0, isSkipped: false, elapsedS: 9, seenS: 8 };
  const steps = scenario.steps.filter(stepIsGraded).map(({ id }) => ({
    kind: 'question' as const,
    stepId: id,
    first: { ...first, reply: 1, expected: 1 },
    practice: [],
  }));
  const attempt: Attempt = {
    id: `exam-${seed}`,
    scenarioId: assessmentId(sitting),
    atMs: 1,
    score: 80,
    steps,
  };
  return { sitting, scenario, attempt };
}

let names: readonly string[] = [];
beforeAll(() => {
  const { scenario } = examOf(1);
  names = scenario.steps.filter(stepIsGraded).map((step) => stepName(scenario, step));
});

test('exams of different forms have the same items but for which are normal, and each item once', () => {
  const items = [1, 2].map((seed) => {
    const { scenario, attempt } = examOf(seed);
    const known = { attempt, scenario, title: 'Exam', ...exerciseSet(attempt.scenarioId) };
    const handed = attemptHand(known, [], stepName);
    expect(handed).toMatchObject({ set: 'exam-1', form: seed.toString(36), scenarioId: attempt.scenarioId });
    return handed.answers.map(({ item }) => item);
  });
  for (const own of items) expect(new Set(own).size).toBe(own.length);
  const skills = items.map((own) => own.map((item) => madeItemRead(item)!.skill).sort());
  expect(skills[0]).toEqual(skills[1]);
  expect(skills[0]).toHaveLength(16);
});

test('the level is that which was measured on the learner’s own image', () => {
  const { sitting, scenario, attempt } = examOf(3);
  const [first] = assessmentForm(sitting);
  const record = {
    source: { kind: 'phantom', seed: first!.seed },
    difficulty: { level: 'easy', isNormal: false, measured: { contrastDb: 1 } },
  } as unknown as ItemRecord;
  const known = { attempt, scenario, title: 'Exam', ...exerciseSet(attempt.scenarioId) };
  const levels = attemptHand(known, [record], stepName).answers.map(({ level }) => level);
  expect(levels.filter((level) => level !== null)).toEqual(['easy']);
  expect(levels[0]).toBe('easy');
});

test('a step is named by its image and what is asked', () => {
  expect(names).toHaveLength(16);
  for (const name of names) expect(name).toMatch(/^\d+ of 16: \S/);
});

test('what is made for everybody anew is one exercise of many forms; a written one is its own', () => {
  expect(exerciseSet(drillId('count-them', 35))).toEqual({ set: 'drill-count-them', form: 'z' });
  expect(exerciseSet('find-the-ribs')).toEqual({ set: 'find-the-ribs', form: null });
  expect(exerciseSet('round-b_line.find_-s1_-1_-h').set).toBe('round');
});

test('an attempt at a scenario that is gone is handed in with what is known', () => {
  const { attempt } = examOf(1);
  const known = { attempt, scenario: null, title: 'x', set: 'x', form: null };
  const [answer] = attemptHand(known, [], stepName).answers;
  expect(answer).toMatchObject({ item: attempt.steps[0]!.stepId, level: null, source: null, seconds: 8 });
});

test('the key of an item says what it is, and nothing else is taken for one', () => {
  const item = { skill: 'b_line.count', level: null, isNormal: true } as const;
  expect(madeItemRead(madeItemKey(item, 2))).toEqual({ ...item, place: 2 });
  for (const key of ['one/mark', 'a/b/c/d', 'b_line.count/any/with/0', 'B/any/with/1', 'x/any/with/1/2']) {
    expect(madeItemRead(key)).toBeNull();
  }
});
