import { expect, test } from 'vitest';
import { classAnswers, classSets } from '../../../../src/domain/class-results/class-answers.ts';
import { classItems } from '../../../../src/domain/class-results/class-items.ts';
import { classJoin } from '../../../../src/domain/class-results/class-join.ts';
import { learnerFigures } from '../../../../src/domain/class-results/class-learners.ts';
import { formsEqual } from '../../../../src/domain/class-results/forms-equal.ts';
import { answerMake, attemptMakeHanded, fileMake } from '../../../support/class-make.ts';

/** A class by the scores of its learners, one string of digits each: 1 is right, 0 wrong, - not asked. */
function classOf(rows: readonly string[]) {
  const files = rows.map((row, learner) => {
    const answers = [...row].flatMap((digit, item) =>
      digit === '-' ? [] : [answerMake({ stepId: `i${item}`, score: digit === '1' ? 100 : 0 })],
    );
    return fileMake(String(learner).padStart(2, '0'), [attemptMakeHanded({ id: `a${learner}`, answers })]);
  });
  return classJoin(files).learners;
}

const itemsOf = (rows: readonly string[]) => classItems(classAnswers(classOf(rows), null));

test('difficulty is the share of right answers, and the item-total correlation that of a four-fold table', () => {
  // Of two items one is all that is left of the other's total: phi = (ad - bc) / sqrt of the product of the margins.
  // Both right 4, only the first 2, only the second 1, none 3: (12 - 2) / sqrt(6 * 4 * 5 * 5).
  const rows = ['11', '11', '11', '11', '10', '10', '01', '00', '00', '00'];
  const [first, second] = itemsOf(rows);
  expect([first!.ease, second!.ease]).toEqual([0.6, 0.5]);
  expect([first!.right, first!.scored]).toEqual([6, 10]);
  expect(first!.discrimination).toBeCloseTo(10 / Math.sqrt(600), 10);
  expect(second!.discrimination).toBeCloseTo(10 / Math.sqrt(600), 10);
  expect(first!.flag).toBeNull();
});

test('an item at which the weak do better is flagged as that, and one that all or none have right too', () => {
  // Three items go with the strong half, one against it: left out of its own total, each correlates with it wholly.
  const rows = [...Array.from({ length: 5 }, () => '111010'), ...Array.from({ length: 5 }, () => '000110')];
  const [a, b, c, against, all, none] = itemsOf(rows);
  for (const item of [a, b, c]) expect(item!.discrimination).toBeCloseTo(1, 10);
  expect(against!.discrimination).toBeCloseTo(-1, 10);
  expect([a!.flag, against!.flag, all!.flag, none!.flag]).toEqual([
    null,
    'reversed',
    'all_right',
    'none_right',
  ]);
  expect([all!.discrimination, none!.discrimination]).toEqual([null, null]);
});

test('fewer than ten learners say nothing of who is strong', () => {
  const [item] = itemsOf(['10', '01', '11']);
  expect(item).toMatchObject({ discrimination: null, flag: 'few' });
});

test('learners who were asked other items are compared with the class on these', () => {
  // The third item is the harder one; who was asked it is not weaker for that.
  const rows = ['11-', '11-', '11-', '10-', '10-', '1-1', '1-0', '0-0', '0-0', '0-0', '0-0'];
  const [first] = itemsOf(rows);
  const others = [0.4, 0.4, 0.4, -0.6, -0.6, 5 / 6, -1 / 6, -1 / 6, -1 / 6, -1 / 6, -1 / 6];
  const own = [1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0];
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const [mx, my] = [mean(own), mean(others)];
  const sum = (f: (i: number) => number) => own.reduce((total, _, i) => total + f(i), 0);
  const expected =
    sum((i) => (own[i]! - mx) * (others[i]! - my)) /
    Math.sqrt(sum((i) => (own[i]! - mx) ** 2) * sum((i) => (others[i]! - my) ** 2));
  expect(first!.discrimination).toBeCloseTo(expected, 10);
});

test('the first attempt at an exercise counts, whichever file it lies in', () => {
  const early = attemptMakeHanded({ id: 'early', atMs: 1000, answers: [answerMake({ score: 40 })] });
  const late = attemptMakeHanded({ id: 'late', atMs: 2000, answers: [answerMake({ score: 90 })] });
  const { learners, notes } = classJoin([
    fileMake('Ana', [late], { savedAtMs: 1 }),
    fileMake('Ana B.', [early, late], { id: 'learner-Ana', savedAtMs: 2 }),
  ]);
  expect(learners).toHaveLength(1);
  expect(learners[0]).toMatchObject({ name: 'Ana B.', attempts: [{ id: 'early' }, { id: 'late' }] });
  expect(notes).toEqual([{ code: 'same_learner', name: 'Ana B.', files: 2 }]);
  expect(classAnswers(learners, null).map(({ answer }) => answer.score)).toEqual([40]);
});

test('of one attempt by file and by code, that with marks counts', () => {
  const whole = attemptMakeHanded({ answers: [answerMake({ kind: 'mark', marks: [] })] });
  const bare = attemptMakeHanded({ answers: [answerMake({ kind: 'mark' })] });
  const { learners } = classJoin([
    fileMake('Ana', [whole], { savedAtMs: 1 }),
    fileMake('Ana', [bare], { savedAtMs: 2 }),
  ]);
  expect(learners[0]!.attempts[0]!.answers[0]!.marks).toEqual([]);
});

test('learners of one name are told apart, and several classes told', () => {
  const { learners, notes } = classJoin([
    fileMake('Ana', [], { id: 'x', className: '3A' }),
    fileMake('Ana', [], { id: 'y' }),
    fileMake('Bea', []),
  ]);
  expect(learners.map(({ name }) => name)).toEqual(['Ana (1)', 'Ana (2)', 'Bea']);
  expect(notes).toEqual([
    { code: 'same_name', name: 'Ana', learners: 2 },
    { code: 'several_classes', classes: ['3A', '3B'] },
  ]);
});

/** Each of a learner's answers is to another drawn image: level and score. */
function drawn(all: readonly (readonly ['easy' | 'hard', number])[]) {
  const files = all.map(([level, score], i) => {
    const answers = [answerMake({ level, score })];
    return fileMake(`${i}`, [attemptMakeHanded({ id: `a${i}`, form: `f${i}`, seed: i, answers })]);
  });
  return classJoin(files).learners;
}

test('forms are made equal by what the class had on images as hard', () => {
  // Easy images had 80 on average, hard ones 60, and all together 70.
  const learners = drawn([
    ...[70, 80, 90, 80, 80].map((score) => ['easy', score] as const),
    ...[50, 60, 70, 60, 60].map((score) => ['hard', score] as const),
  ]);
  const equal = formsEqual(classAnswers(learners, null));
  expect([...equal.values()].map(({ score }) => score)).toEqual([60, 70, 80, 70, 70, 60, 70, 80, 70, 70]);
  expect(equal.get('learner-0')!.easier).toBeCloseTo(10, 10);
  const figures = learnerFigures(learners, classAnswers(learners, null), true);
  expect(figures[0]).toMatchObject({ score: 70, equalScore: 60 });
  expect(learnerFigures(learners, classAnswers(learners, null), false)[0]!.equalScore).toBeNull();
  expect(classSets(learners)).toMatchObject([{ learners: 10, forms: 10 }]);
});

test('nothing is made up for where few had images of a difficulty, or all had the same', () => {
  const few = drawn([
    ['easy', 90],
    ['easy', 80],
    ['hard', 50],
    ['hard', 40],
  ]);
  expect(formsEqual(classAnswers(few, null)).size).toBe(0);
  expect(formsEqual(classAnswers(classOf(['10', '11']), null)).size).toBe(0);
});

test('sure but wrong, hints and times of a learner', () => {
  const answers = [
    answerMake({ stepId: 'a', score: 20, confidence: 4, seconds: 10, hints: 2 }),
    answerMake({ stepId: 'b', score: 50, confidence: 4, seconds: 30 }),
    answerMake({ stepId: 'c', score: null, confidence: null, seconds: 50 }),
  ];
  const { learners } = classJoin([fileMake('Ana', [attemptMakeHanded({ answers })])]);
  expect(learnerFigures(learners, classAnswers(learners, null), true)[0]).toMatchObject({
    ...{ scored: 2, right: 1, score: 35, seconds: 30, confidence: 4, sureButWrong: 1, hints: 2 },
  });
});
