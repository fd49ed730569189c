import { describe, expect, test } from 'vitest';
import { assessmentOf } from '../../../../src/domain/assessment/assessment.ts';
import { formIsSeen } from '../../../../src/domain/assessment/form-seen.ts';
import { PASS_RIGHT } from '../../../../src/domain/assessment/standard.ts';
import type { GradeSummary } from '../../../../src/domain/grading/grade.ts';
import type { AttemptStep } from '../../../../src/domain/learning/attempt.ts';
import type { ItemRecord } from '../../../../src/domain/learning/item-record.ts';
import { overlaySpoils } from '../../../../src/domain/scenario/overlay-rule.ts';
import { type Scenario, stepIsGraded } from '../../../../src/domain/scenario/scenario.ts';
import {
  assessmentForm,
  assessmentId,
  assessmentRead,
  assessmentScenario,
} from '../../../../src/parts/session/assessment.ts';
import {
  scenarioResumeOf,
  timeLeftS,
  totalLeftS,
} from '../../../../src/parts/session/machine/scenario-context.ts';
import { PLACE_VERSION, scenarioResumeRead } from '../../../../src/parts/session/machine/scenario-resume.ts';
import { scenarioBuiltIn } from '../../../../src/parts/session/practice.ts';
import { SCENARIO, settled, stateName } from '../fakes.ts';
import { context, draw, seconds, start } from './scenario-run.ts';

const SITTING = { seed: 2 ** 32 - 1, extra: 25 } as const;

describe('the id of an exam', () => {
  test('holds its form and its time', () => {
    expect(assessmentRead(assessmentId(SITTING))).toEqual(SITTING);
    expect(assessmentRead(assessmentId({ seed: 0, extra: 0 }))).toEqual({ seed: 0, extra: 0 });
    expect(scenarioBuiltIn(assessmentId(SITTING))).toEqual(assessmentScenario(SITTING));
  });

  test.each(['exam-1-', 'exam-1-abc', 'exam-1-abc-10', 'exam-1-abc-0-0', 'exam-1-zzzzzzz-0', 'exam-2-abc-0'])(
    '%s is none',
    (id) => expect(assessmentRead(id)).toBeNull(),
  );
});

describe('an exam as a scenario', () => {
  const scenario = assessmentScenario(SITTING);

  test('has one graded step for each image, no hints, no feedback, and the overlay never', () => {
    expect(scenario.policy).toBe('exam');
    expect(scenario.images).toHaveLength(16);
    for (const image of scenario.images) {
      const steps = scenario.steps.filter(({ imageId }) => imageId === image.id);
      expect(steps.filter(stepIsGraded)).toHaveLength(1);
      expect(image.aid).toBeUndefined();
      for (const step of steps) {
        expect(step.kind).not.toBe('feedback');
        if (stepIsGraded(step)) expect(step.hints).toEqual([]);
        expect(overlaySpoils(scenario, step, {})).toBe('exam');
      }
    }
  });

  test('has a limit for each step, and one for the whole', () => {
    expect(Object.keys(scenario.limits!.stepS)).toEqual(scenario.steps.map(({ id }) => id));
    expect(scenario.limits!.totalS).toBe(1125);
  });
});

/** Two images, each marked and asked about, under time limits. */
const TIMED: Scenario = {
  ...SCENARIO,
  policy: 'exam',
  steps: SCENARIO.steps.filter(({ kind }) => kind === 'mark' || kind === 'question'),
  limits: {
    totalS: 100,
    stepS: { 'one/mark': 40, 'one/question': 20, 'two/mark': 40, 'two/question': 20 },
  },
};

describe('an exam that is played', () => {
  test('goes from answer to answer and tells nothing in between', async () => {
    const run = start(null, undefined, TIMED);
    await settled(run.actor, 'mark');
    draw(run, 2);
    const names: string[] = [];
    run.actor.subscribe((snapshot) => names.push(stateName(snapshot)));
    run.actor.send({ type: 'marks.submit' });
    await settled(run.actor, 'question.asking');
    run.actor.send({ type: 'question.answer', reply: 1 });
    await settled(run.actor, 'mark');
    expect(context(run).stepId).toBe('two/mark');
    run.actor.send({ type: 'step.skip' });
    await settled(run.actor, 'question.asking');
    run.actor.send({ type: 'step.skip' });
    const { output } = await settled(run.actor, 'over');
    expect(names.filter((name) => name.startsWith('feedback') || name === 'question.answered')).toEqual([]);
    expect(output?.isFinished).toBe(true);
    expect(output?.results.map(({ score, attempts }) => [score, attempts])).toEqual([
      [100, 1],
      [100, 1],
      [0, 1],
      [0, 1],
    ]);
  });

  test('an answer is taken as it is when its time is up', async () => {
    const run = start(null, undefined, TIMED);
    await settled(run.actor, 'mark');
    draw(run, 1);
    expect(timeLeftS(context(run))).toBe(40);
    seconds(run, 40);
    await settled(run.actor, 'question.asking');
    expect(context(run).results['one/mark']).toMatchObject({ score: 50, first: { elapsedS: 40 } });
    seconds(run, 20);
    await settled(run.actor, 'mark');
    expect(context(run).results['one/question']).toMatchObject({ score: 0, isSkipped: true });
    expect(totalLeftS(context(run))).toBe(40);
  });

  test('all is over when the time for the whole is', async () => {
    const run = start(null, undefined, TIMED);
    await settled(run.actor, 'mark');
    seconds(run, 40);
    await settled(run.actor, 'question.asking');
    seconds(run, 20);
    await settled(run.actor, 'mark');
    seconds(run, 30);
    expect(timeLeftS(context(run))).toBe(10);
    run.actor.send({ type: 'marks.submit' });
    await settled(run.actor, 'question.asking');
    expect(timeLeftS(context(run))).toBe(10);
    seconds(run, 10);
    const { output } = await settled(run.actor, 'over');
    expect(output).toMatchObject({ isFinished: true });
    expect(output?.results).toHaveLength(4);
  });

  test('who comes back finds the same time, whatever the clock on the wall says', async () => {
    const run = start(null, undefined, TIMED);
    await settled(run.actor, 'mark');
    seconds(run, 35);
    const stored = JSON.parse(JSON.stringify(scenarioResumeOf(context(run)))) as unknown;
    const read = scenarioResumeRead(stored, PLACE_VERSION, TIMED);
    if (!('resume' in read)) throw new Error('The place was not read.');
    const again = start(read.resume, undefined, TIMED);
    await settled(again.actor, 'mark');
    expect(timeLeftS(context(again))).toBe(5);
    expect(totalLeftS(context(again))).toBe(65);
    seconds(again, 5);
    await settled(again.actor, 'question.asking');
    expect(context(again).results['one/mark']).toMatchObject({ first: { elapsedS: 40 } });
  });

  test('an image that cannot be shown is told from one that was not reached', async () => {
    const run = start(null, undefined, TIMED);
    await settled(run.actor, 'mark');
    run.world.faults.set('imageFreeze', 'No.');
    run.actor.send({ type: 'marks.submit' });
    await settled(run.actor, 'question.asking');
    run.actor.send({ type: 'question.answer', reply: 1 });
    await settled(run.actor, 'failed');
    run.actor.send({ type: 'step.skip' });
    await settled(run.actor, 'over');
    expect(context(run).results['two/mark']).toMatchObject({ score: null, isSkipped: true });
  });
});

describe('an exam that is judged', () => {
  const form = assessmentForm(SITTING);
  const scenario = assessmentScenario(SITTING);

  /** The answer to an item, right or wrong. */
  function answer(index: number, isRight: boolean, change: object = {}): AttemptStep {
    const step = scenario.steps
      .filter(stepIsGraded)
      .find(({ imageId }) => imageId === scenario.images[index]!.id)!;
    const score = isRight ? 100 : 0;
    const first = {
      ...{ score, hints: [], hintCost: 0, isSkipped: false, elapsedS: 9, seenS: 9 },
      ...change,
    };
    if (step.kind !== 'mark') {
      const made = { ...first, reply: 'yes', expected: isRight ? 'yes' : 'no' };
      return { kind: 'question', stepId: step.id, first: made, practice: [] };
    }
    const { finding, toleranceMm } = step.findings[0]!;
    const grade: GradeSummary = {
      score,
      blas: null,
      classes: [
        {
          ...{ finding, score, toleranceMm, status: 'scored', count: null, provenance: 'phantom_truth' },
          ...{ precision: score / 100, recall: score / 100, overlap: score / 100, dice: 0, iou: 0 },
        },
      ],
    };
    const made = { ...first, frozenIndex: 0, marks: [], grade };
    return { kind: 'mark', stepId: step.id, first: made, practice: [] };
  }

  const answers = (right: number): readonly AttemptStep[] => form.map((_, i) => answer(i, i < right));

  test('passes at the standard and not one below', () => {
    const passed = assessmentOf(form, scenario, answers(PASS_RIGHT));
    expect(passed).toMatchObject({ right: PASS_RIGHT, percent: 87.5, isWhole: true, isPassed: true });
    const failed = assessmentOf(form, scenario, answers(PASS_RIGHT - 1));
    expect(failed).toMatchObject({ right: PASS_RIGHT - 1, isPassed: false });
    expect(failed.items.map(({ item }) => item)).toEqual(form);
  });

  test('what was left out or not reached is not right; what could not be shown makes it void', () => {
    const steps = [...answers(16).slice(0, 14), answer(14, false, { isSkipped: true })];
    const left = assessmentOf(form, scenario, steps);
    expect(left).toMatchObject({ right: 14, isWhole: true, isPassed: true });
    expect(left.items.slice(14).map(({ standing }) => standing)).toEqual(['left_out', 'unreached']);
    const unshown = assessmentOf(form, scenario, [
      ...answers(16).slice(0, 15),
      answer(15, false, { score: null, isSkipped: true }),
    ]);
    expect(unshown).toMatchObject({ right: 15, isWhole: false, isPassed: false });
  });

  test('is practice where its images were answered before', () => {
    const record = {
      policy: 'exam',
      isFirst: true,
      source: { kind: 'phantom', seed: form[3]!.seed },
      atMs: 5,
    } as unknown as ItemRecord;
    expect(formIsSeen(form, [record], 9)).toBe(false);
    expect(formIsSeen(form, [{ ...record, isFirst: false }], 9)).toBe(true);
    // Whoever looks again afterwards takes nothing from what was done before.
    expect(formIsSeen(form, [{ ...record, isFirst: false }], 4)).toBe(false);
    expect(formIsSeen(form, [{ ...record, isFirst: false, source: { kind: 'phantom', seed: 1 } }], 9)).toBe(
      false,
    );
  });
});
