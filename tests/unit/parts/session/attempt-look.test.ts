import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../../../src/domain/learning/attempt.ts';
import { historyMarks } from '../../../../src/domain/marks/history.ts';
import { scenarioParse } from '../../../../src/domain/scenario/parse.ts';
import type { Scenario } from '../../../../src/domain/scenario/scenario.ts';
import { attemptLook, type LookAt } from '../../../../src/parts/session/attempt-look.ts';
import { attemptOf } from '../../../../src/parts/session/machine/session-effects.ts';
import { SCENARIO, settled, stateName, worldCreate } from '../fakes.ts';
import { context, draw, type Run, seconds, start, toFeedback, toMark } from './scenario-run.ts';

/** The attempt that a run becomes when the rest of it is done without marks. */
async function attemptOfRun(run: Run): Promise<Attempt> {
  for (;;) {
    const snapshot = run.actor.getSnapshot();
    if (snapshot.status === 'done') return attemptOf(snapshot.output!, 'a', 1)!;
    switch (stateName(snapshot).split('.')[0]) {
      case 'live':
        seconds(run, 2);
        run.actor.send({ type: 'step.next' });
        run.actor.send({ type: 'image.freeze' });
        break;
      case 'mark':
        run.actor.send({ type: 'marks.submit' });
        break;
      case 'question':
        run.actor.send({ type: 'question.answer', reply: 1 });
        run.actor.send({ type: 'step.next' });
        break;
      default:
        run.actor.send({ type: 'step.next' });
    }
    await new Promise((done) => setTimeout(done));
  }
}

function told(attempt: Attempt, look: Partial<LookAt>, scenario: Scenario = SCENARIO) {
  const seen = attemptLook(scenario, attempt, { at: 0, tryAt: 0, zoneId: null, ...look });
  if (seen?.kind !== 'told') throw new Error(`It is ${seen?.kind}.`);
  return seen;
}

/** Two tries on the first image: one mark, then two. */
async function played(): Promise<Attempt> {
  const run = start();
  await toFeedback(run, 1, 1);
  run.actor.send({ type: 'step.retry' });
  await settled(run.actor, 'mark');
  draw(run, 1);
  run.actor.send({ type: 'marks.submit' });
  await settled(run.actor, 'question.asking');
  return attemptOfRun(run);
}

describe('an answer that is looked at again', () => {
  test('marks: the same image, key and grade as when they were drawn', async () => {
    const attempt = await played();
    const seen = told(attempt, { at: 0 });
    expect(seen.step.id).toBe('one/mark');
    expect(seen.isImageKnown).toBe(true);
    const run = start(seen.resume, worldCreate(), seen.scenario);
    await settled(run.actor, 'feedback');
    expect(run.world.log).toEqual(['open one', 'freeze one 7', 'key 7 rib+b_line', 'grade 1 on 7']);
    expect(context(run).grade?.score).toBe(50);
    expect(historyMarks(context(run).history)).toHaveLength(1);
    // The words of the scenario's own feedback, which comes after the question.
    const step = seen.scenario.steps.find(({ id }) => id === context(run).stepId);
    expect(step).toMatchObject({ kind: 'feedback', text: 'So it was.' });
    run.actor.stop();
    expect(run.world.log.at(-1)).toBe('close');
  });

  test('marks of practice are a try of their own', async () => {
    const attempt = await played();
    const seen = told(attempt, { at: 0, tryAt: 1 });
    expect(seen.result).toMatchObject({ score: 100, attempts: 1, practice: [] });
    const run = start(seen.resume, worldCreate(), seen.scenario);
    await settled(run.actor, 'feedback');
    expect(context(run).grade?.score).toBe(100);
    expect(attemptLook(SCENARIO, attempt, { at: 0, tryAt: 2, zoneId: null })).toBeNull();
    expect(attemptLook(SCENARIO, attempt, { at: 9, tryAt: 0, zoneId: null })).toBeNull();
  });

  test('a question: answered, on the image that it was asked about', async () => {
    const attempt = await played();
    const run = start();
    run.world.shownIndex = 3;
    const seen = told(attempt, { at: 1 });
    const again = start(seen.resume, run.world, seen.scenario);
    await settled(again.actor, 'question.answered');
    expect(again.world.log).toEqual(['open one', 'freeze one 7', 'key 7 rib+b_line']);
    expect(context(again).results['one/question']).toMatchObject({ first: { reply: 1, expected: 1 } });
  });

  test('of a play with a seed it has the images of that seed', async () => {
    const drawn = {
      ...SCENARIO,
      images: SCENARIO.images.map((image) => ({ ...image, draw: { item: null, shows: [], lacks: [] } })),
    };
    const attempt = { ...(await played()), seed: 5 };
    const seen = told(attempt, { at: 0 }, drawn);
    expect(seen.scenario.images[0]!.source).not.toEqual(SCENARIO.images[0]!.source);
    expect(seen.resume).toMatchObject({ seed: 5, source: seen.scenario.images[0]!.source });
  });

  test('of an older version: the index of the marks beside it, else one that need not be it', async () => {
    const attempt = await played();
    const bare = attempt.steps.map((step) => {
      if (!('first' in step)) return step;
      const { image: _, ...first } = step.first;
      return { ...step, first };
    }) as unknown as Attempt['steps'];
    expect(told({ ...attempt, steps: bare }, { at: 1 })).toMatchObject({
      isImageKnown: true,
      resume: { frozenIndex: 7 },
    });
    expect(told({ ...attempt, steps: [bare[1]!] }, { at: 0 })).toMatchObject({
      isImageKnown: false,
      resume: { frozenIndex: 0 },
    });
  });

  test('of a step that the scenario has no longer, or as another kind, nothing is made again', async () => {
    const attempt = await played();
    const steps = SCENARIO.steps.filter(({ id }) => id !== 'one/mark');
    const gone = attemptLook({ ...SCENARIO, steps }, attempt, { at: 0, tryAt: 0, zoneId: null });
    expect(gone).toMatchObject({ kind: 'gone', result: { stepId: 'one/mark' } });
  });
});

describe('an image that cannot be made again', () => {
  const own = scenarioParse(
    `id: own
title: Own
summary: Own.
course: tests
lesson: 1
duration_min: 1
teaches: [rib]
steps:
  - step: rounds
    images: [{ id: own, source: { camera: { any: true } } }]
    steps:
      - { step: freeze, text: Stop. }
      - { step: question, ask: How many?, number: { answer: b_line_count }, explain: So many. }
`,
    'own.yaml',
  );
  const first = { score: 0, hints: [], hintCost: 0, isSkipped: false, elapsedS: 3, reply: 1, expected: 2 };
  const attempt: Attempt = {
    ...{ id: 'a', scenarioId: 'own', atMs: 1, score: 0 },
    steps: [{ kind: 'question', stepId: 'own/question', first, practice: [] }],
  };
  const look = { at: 0, tryAt: 0, zoneId: null };

  test('is one of a machine of the learner’s own', () => {
    expect(attemptLook(own, attempt, look)).toMatchObject({ kind: 'unkept', source: 'camera' });
  });

  test('is one of a patient of whom nobody kept where the probe stood', () => {
    const source = { kind: 'patient', request: { seed: 1, condition: 'normal' } } as const;
    const images = own.images.map((image) => ({ ...image, source }));
    expect(attemptLook({ ...own, images }, attempt, look)).toMatchObject({
      kind: 'unkept',
      source: 'patient',
    });
    const view = { pose: {}, controls: {} } as never;
    const kept = {
      ...attempt.steps[0],
      first: { ...first, image: { index: 4, view } },
    } as Attempt['steps'][0];
    expect(attemptLook({ ...own, images }, { ...attempt, steps: [kept] }, look)).toMatchObject({
      kind: 'told',
      resume: { frozenIndex: 4, view },
    });
  });
});

test('marks whose grade failed are shown without one', async () => {
  const run = start();
  await toMark(run);
  run.world.faults.set('marksGrade', 'No.');
  draw(run, 1);
  run.actor.send({ type: 'marks.submit' });
  await settled(run.actor, 'failed');
  run.actor.send({ type: 'step.skip' });
  const seen = told(await attemptOfRun(run), { at: 0 });
  const again = start(seen.resume, worldCreate(), seen.scenario);
  await settled(again.actor, 'feedback');
  expect(context(again).grade).toBeNull();
});
