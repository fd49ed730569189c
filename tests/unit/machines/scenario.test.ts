import { describe, expect, test } from 'vitest';
import { createActor, initialTransition, transition } from 'xstate';
import { scenarioMachineCreate } from '../../../src/machines/scenario.ts';
import {
  hintNext,
  hintsShown,
  observeWaitS,
  scenarioResumeOf,
  timeLeftS,
} from '../../../src/machines/scenario-context.ts';
import { type ScenarioResume, scenarioResumeRead } from '../../../src/machines/scenario-resume.ts';
import { markingActorOf } from '../../../src/machines/session.ts';
import { SCENARIO, SimulatedClock, settled, stateName, type World, worldCreate } from './fakes.ts';

interface Run {
  readonly world: World;
  readonly clock: SimulatedClock;
  readonly actor: ReturnType<typeof actorCreate>;
}

function actorCreate(world: World, clock: SimulatedClock, resume: ScenarioResume | null) {
  return createActor(scenarioMachineCreate(world.effects), { input: { scenario: SCENARIO, resume }, clock });
}

function start(resume: ScenarioResume | null = null, world = worldCreate()): Run {
  const clock = new SimulatedClock();
  const actor = actorCreate(world, clock, resume);
  actor.start();
  return { world, clock, actor };
}

function seconds({ clock }: Run, count: number): void {
  for (let i = 0; i < count; i++) clock.increment(1000);
}

/** Draws lines as the pointer would. */
function draw({ actor }: Run, count: number): void {
  const marking = markingActorOf(actor.getSnapshot())!;
  for (let i = 0; i < count; i++) {
    marking.send({ type: 'tool.pick', tool: 'line' });
    marking.send({ type: 'pointer.down', point: { x: -10, y: 10 * i } });
    marking.send({ type: 'pointer.move', point: { x: 10, y: 10 * i } });
    marking.send({ type: 'pointer.up', point: { x: 10, y: 10 * i } });
  }
}

async function toObserve(run: Run): Promise<void> {
  run.actor.send({ type: 'step.next' });
  await settled(run.actor, 'live.observe');
}

async function toMark(run: Run): Promise<void> {
  if (stateName(run.actor.getSnapshot()).startsWith('briefing')) await toObserve(run);
  seconds(run, 2);
  run.actor.send({ type: 'step.next' });
  run.actor.send({ type: 'image.freeze' });
  await settled(run.actor, 'mark');
}

async function toQuestion(run: Run, marks: number): Promise<void> {
  await toMark(run);
  draw(run, marks);
  run.actor.send({ type: 'marks.submit' });
  await settled(run.actor, 'question.asking');
}

async function toFeedback(run: Run, marks: number, reply: number): Promise<void> {
  await toQuestion(run, marks);
  run.actor.send({ type: 'question.answer', reply });
  run.actor.send({ type: 'step.next' });
  await settled(run.actor, 'feedback');
}

const context = ({ actor }: Run) => actor.getSnapshot().context;

describe('a scenario played through', () => {
  test('goes step by step through every image and tells how it went', async () => {
    const run = start();
    await toFeedback(run, 2, 1);
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'live.observe');
    expect(context(run).stepId).toBe('two/observe');
    await toFeedback(run, 1, 2);
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'debrief');
    run.actor.send({ type: 'step.next' });
    const { output } = await settled(run.actor, 'over');

    expect(run.world.log).toEqual([
      'open one',
      'play one',
      'stop one',
      'freeze one null',
      'key 7 rib+b_line',
      'grade 2 on 7',
      'open two',
      'play two',
      'stop two',
      'freeze two null',
      'key 7 rib+b_line',
      'grade 1 on 7',
      'close',
    ]);
    // Marks weigh 2, the question 1: (2 x 100 + 100 + 2 x 50 + 50) / 6, where 2 B-lines for 3 earn half.
    expect(output).toMatchObject({ scenarioId: 'trial', isFinished: true, score: 75, isPassed: true });
    expect(output?.results.map(({ stepId, score }) => [stepId, score])).toEqual([
      ['one/mark', 100],
      ['one/question', 100],
      ['two/mark', 50],
      ['two/question', 50],
    ]);
    expect(output?.results[2]).toMatchObject({ kind: 'mark', frozenIndex: 7, marks: [{ kind: 'line' }] });
    expect(output?.results[3]).toMatchObject({ reply: 2, expected: 3, attempts: 1 });
  });

  test('no masks are kept in the results', async () => {
    const run = start();
    await toFeedback(run, 1, 1);
    expect(JSON.stringify(context(run).results)).not.toContain('"hit"');
    expect(context(run).grade?.hit.width).toBe(32);
  });

  test('leaving ends it unfinished, whatever it is doing', async () => {
    const run = start();
    run.actor.send({ type: 'step.next' });
    run.actor.send({ type: 'scenario.leave' });
    const { output } = await settled(run.actor, 'over');
    expect(output).toEqual({
      scenarioId: 'trial',
      isFinished: false,
      score: null,
      isPassed: false,
      results: [],
    });
    expect(run.world.log).toEqual(['open one', 'close']);
  });
});

describe('observe and freeze', () => {
  test('the image cannot be left before its time, and runs on into the freeze step', async () => {
    const run = start();
    await toObserve(run);
    expect(observeWaitS(context(run))).toBe(2);
    run.actor.send({ type: 'step.next' });
    expect(stateName(run.actor.getSnapshot())).toBe('live.observe.running');
    seconds(run, 1);
    run.actor.send({ type: 'step.next' });
    expect(observeWaitS(context(run))).toBe(1);
    seconds(run, 1);
    run.actor.send({ type: 'step.next' });
    expect(stateName(run.actor.getSnapshot())).toBe('live.freeze.running');
    expect(run.world.log).toEqual(['open one', 'play one']);
    expect(run.actor.getSnapshot().hasTag('live')).toBe(true);
  });

  test('observing can be skipped at once; without freezing there is nothing to mark', async () => {
    const run = start();
    await toObserve(run);
    run.actor.send({ type: 'step.skip' });
    await settled(run.actor, 'live.freeze');
    run.actor.send({ type: 'step.skip' });
    await settled(run.actor, 'live.observe');
    expect(context(run).stepId).toBe('two/observe');
  });
});

describe('marking', () => {
  test('time runs out: what was drawn is graded', async () => {
    const run = start();
    await toMark(run);
    draw(run, 1);
    seconds(run, 29);
    expect(timeLeftS(context(run))).toBe(1);
    expect(run.actor.getSnapshot().matches('mark')).toBe(true);
    seconds(run, 1);
    await settled(run.actor, 'question.asking');
    expect(context(run).results['one/mark']).toMatchObject({ score: 50, elapsedS: 30, isSkipped: false });
  });

  test('a stroke that is whole when time runs out counts', async () => {
    const run = start();
    await toMark(run);
    const marking = markingActorOf(run.actor.getSnapshot())!;
    marking.send({ type: 'finding.pick', finding: 'b_line' });
    marking.send({ type: 'pointer.down', point: { x: 0, y: 20 } });
    seconds(run, 30);
    await settled(run.actor, 'question.asking');
    expect(context(run).results['one/mark']).toMatchObject({ marks: [{ kind: 'beam' }] });
  });

  test('hints go up the ladder, cost their price, and end', async () => {
    const run = start();
    await toMark(run);
    expect(hintNext(context(run))?.kind).toBe('word');
    run.actor.send({ type: 'hint.take' });
    expect(hintsShown(context(run)).map(({ kind }) => kind)).toEqual(['word']);
    run.actor.send({ type: 'hint.take' });
    run.actor.send({ type: 'hint.take' });
    expect(hintsShown(context(run))).toHaveLength(2);
    expect(hintNext(context(run))).toBeNull();
    draw(run, 2);
    run.actor.send({ type: 'marks.submit' });
    await settled(run.actor, 'question.asking');
    expect(context(run).results['one/mark']).toMatchObject({ score: 40, hintCost: 60 });
  });

  test('hints never take a score below 0', async () => {
    const run = start();
    await toMark(run);
    run.actor.send({ type: 'hint.take' });
    run.actor.send({ type: 'hint.take' });
    draw(run, 1);
    run.actor.send({ type: 'marks.submit' });
    await settled(run.actor, 'question.asking');
    expect(context(run).results['one/mark']?.score).toBe(0);
  });

  test('skipped marks are graded for the feedback, and score 0', async () => {
    const run = start();
    await toMark(run);
    draw(run, 2);
    run.actor.send({ type: 'step.skip' });
    await settled(run.actor, 'question.asking');
    expect(context(run).results['one/mark']).toMatchObject({
      score: 0,
      isSkipped: true,
      grade: { score: 100 },
    });
  });

  test('after feedback the same marks can be practised on; the score stays that of the first attempt', async () => {
    const run = start();
    await toFeedback(run, 1, 1);
    run.actor.send({ type: 'step.retry' });
    await settled(run.actor, 'mark');
    expect(markingActorOf(run.actor.getSnapshot())?.getSnapshot().context.marks).toHaveLength(1);
    draw(run, 1);
    run.actor.send({ type: 'marks.submit' });
    await settled(run.actor, 'question.asking');
    expect(context(run).results['one/mark']).toMatchObject({ score: 50, latestScore: 100, attempts: 2 });
    expect(run.world.log.filter((line) => line.startsWith('freeze'))).toHaveLength(1);
  });
});

describe('questions', () => {
  test('a reply out of bounds is not taken', async () => {
    const run = start();
    await toQuestion(run, 1);
    run.actor.send({ type: 'question.answer', reply: 21 });
    run.actor.send({ type: 'question.answer', reply: 'many' });
    expect(run.actor.getSnapshot().matches({ question: 'asking' })).toBe(true);
    run.actor.send({ type: 'question.answer', reply: 1 });
    expect(run.actor.getSnapshot().matches({ question: 'answered' })).toBe(true);
  });

  test('a skipped question shows its answer and scores 0', async () => {
    const run = start();
    await toQuestion(run, 1);
    run.actor.send({ type: 'step.skip' });
    expect(context(run).results['one/question']).toMatchObject({
      score: 0,
      reply: null,
      expected: 1,
      isSkipped: true,
    });
  });

  test('hints cost here too', async () => {
    const run = start();
    await toQuestion(run, 1);
    run.actor.send({ type: 'hint.take' });
    run.actor.send({ type: 'question.answer', reply: 1 });
    expect(context(run).results['one/question']?.score).toBe(80);
  });
});

describe('branches', () => {
  test('a low score leads back once, to a new image with no marks', async () => {
    const run = start();
    await toFeedback(run, 0, 9);
    run.world.shownIndex = 11;
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'live.observe');
    expect(context(run)).toMatchObject({ stepId: 'one/observe', frozen: null, grade: null });
    await toFeedback(run, 0, 9);
    expect(context(run).frozenIndex).toBe(11);
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'live.observe');
    expect(context(run).stepId).toBe('two/observe');
  });
});

describe('when something fails', () => {
  test.each([
    ['imageOpen', 'opening', 'live.observe'],
    ['imagePlay', 'playing', 'live.observe'],
  ] as const)('%s: it is told, and can be tried again', async (effect, during, state) => {
    const run = start();
    run.world.faults.set(effect, 'The file is gone: choose another.');
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'failed');
    expect(context(run).failure).toEqual({ during, message: 'The file is gone: choose another.' });
    run.actor.send({ type: 'effect.retry' });
    await settled(run.actor, state);
    expect(context(run).failure).toBeNull();
  });

  test.each([
    ['imageFreeze', 'freezing'],
    ['keyMake', 'keying'],
  ] as const)('%s: it is told, and can be tried again', async (effect, during) => {
    const run = start();
    await toObserve(run);
    seconds(run, 2);
    run.world.faults.set(effect, 'Not now.');
    run.actor.send({ type: 'step.next' });
    run.actor.send({ type: 'image.freeze' });
    await settled(run.actor, 'failed');
    expect(context(run).failure).toEqual({ during, message: 'Not now.' });
    run.actor.send({ type: 'effect.retry' });
    await settled(run.actor, 'mark');
    expect(context(run).frozenIndex).toBe(7);
  });

  test('an image that cannot be shown can be skipped with its whole round', async () => {
    const run = start();
    run.world.faults.set('imageOpen', 'Gone.');
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'failed');
    run.actor.send({ type: 'step.skip' });
    await settled(run.actor, 'live.observe');
    expect(context(run).stepId).toBe('two/observe');
  });

  test('grading that fails loses no marks: try again, go back, or go on without', async () => {
    const fail = async () => {
      const run = start();
      await toMark(run);
      draw(run, 2);
      run.world.faults.set('marksGrade', 'The grader stumbled.');
      run.actor.send({ type: 'marks.submit' });
      await settled(run.actor, 'failed');
      return run;
    };
    const again = await fail();
    again.actor.send({ type: 'effect.retry' });
    await settled(again.actor, 'question.asking');
    expect(context(again).results['one/mark']?.score).toBe(100);

    const back = await fail();
    back.actor.send({ type: 'marks.back' });
    await settled(back.actor, 'mark');
    expect(markingActorOf(back.actor.getSnapshot())?.getSnapshot().context.marks).toHaveLength(2);

    const without = await fail();
    without.actor.send({ type: 'step.skip' });
    await settled(without.actor, 'question.asking');
    expect(context(without).results['one/mark']).toMatchObject({ score: null, grade: null, marks: [{}, {}] });
    without.actor.send({ type: 'question.answer', reply: 1 });
    without.actor.send({ type: 'step.next' });
    await settled(without.actor, 'feedback');
    expect(context(without).grade).toBeNull();
  });
});

describe('taken up again', () => {
  /** As a reload would: through text, with a new world. */
  function reload(run: Run): Run {
    const data: unknown = JSON.parse(JSON.stringify(scenarioResumeOf(context(run))));
    run.actor.stop();
    const read = scenarioResumeRead(data, SCENARIO);
    if (!('resume' in read)) throw new Error(read.reason);
    const world = worldCreate();
    world.shownIndex = 99;
    return start(read.resume, world);
  }

  test('in the middle of marking: same step, same image, same marks, same undo, same hints and time', async () => {
    const run = start();
    await toMark(run);
    draw(run, 3);
    markingActorOf(run.actor.getSnapshot())?.send({ type: 'undo' });
    run.actor.send({ type: 'hint.take' });
    seconds(run, 5);
    const again = reload(run);
    await settled(again.actor, 'mark');
    expect(again.world.log).toEqual(['open one', 'freeze one 7', 'key 7 rib+b_line']);
    expect(context(again)).toMatchObject({ stepId: 'one/mark', frozenIndex: 7, elapsedS: 5 });
    expect(hintsShown(context(again))).toHaveLength(1);
    const marking = markingActorOf(again.actor.getSnapshot())!;
    expect(marking.getSnapshot().context.marks).toHaveLength(2);
    marking.send({ type: 'redo' });
    expect(marking.getSnapshot().context.marks).toHaveLength(3);
    expect(timeLeftS(context(again))).toBe(25);
  });

  test('in feedback: the marks are graded again, so that they can be shown, and scored once', async () => {
    const run = start();
    await toFeedback(run, 1, 1);
    const before = context(run).results;
    const again = reload(run);
    await settled(again.actor, 'feedback');
    expect(again.world.log).toEqual(['open one', 'freeze one 7', 'key 7 rib+b_line', 'grade 1 on 7']);
    expect(context(again).grade?.score).toBe(50);
    expect(context(again).results).toEqual(before);
  });

  test('in feedback where grading fails: go on without', async () => {
    const run = start();
    await toFeedback(run, 2, 1);
    const again = reload(run);
    again.world.faults.set('marksGrade', 'No.');
    await settled(again.actor, 'failed');
    expect(context(again).failure?.during).toBe('regrading');
    again.actor.send({ type: 'step.skip' });
    await settled(again.actor, 'live.observe');
    expect(context(again).stepId).toBe('two/observe');
  });

  test('with a question answered: its answer is shown', async () => {
    const run = start();
    await toQuestion(run, 1);
    run.actor.send({ type: 'question.answer', reply: 1 });
    const again = reload(run);
    await settled(again.actor, 'question.answered');
    expect(context(again).results['one/question']).toMatchObject({ reply: 1, score: 100 });
  });

  test('while the image runs, and while the source is still awaited', async () => {
    const run = start();
    await toObserve(run);
    await settled(reload(run).actor, 'live.observe');
    const waiting = start();
    waiting.actor.send({ type: 'step.next' });
    expect(stateName(waiting.actor.getSnapshot())).toBe('opening');
    await settled(reload(waiting).actor, 'live.observe');
  });

  test('not where the scenario has changed, or the data is damaged', async () => {
    const run = start();
    await toMark(run);
    draw(run, 1);
    const data = JSON.parse(JSON.stringify(scenarioResumeOf(context(run)))) as ScenarioResume;
    const changed = '"Trial" has changed since you left it, so it begins anew.';
    const damaged = 'What was stored of your last exercise is damaged, so it begins anew.';
    const reason = (wrong: unknown) => {
      const read = scenarioResumeRead(wrong, SCENARIO);
      return 'reason' in read ? read.reason : null;
    };
    expect(reason(data)).toBeNull();
    expect(reason({ ...data, stepId: 'one/gone' })).toBe(changed);
    expect(reason({ ...data, source: { kind: 'phantom', request: { seed: 9 } } })).toBe(changed);
    expect(reason({ ...data, results: { 'one/gone': {} } })).toBe(changed);
    for (const wrong of [
      null,
      [],
      'text',
      { ...data, frozenIndex: 'x' },
      { ...data, history: { edits: [{}], done: 1 } },
      { ...data, history: { ...data.history, done: 2 } },
      {
        ...data,
        history: { edits: [{ kind: 'add', mark: { id: 'm', points: [{ x: 'a', y: 1 }] } }], done: 1 },
      },
      { ...data, hintsTaken: { a: 'b' } },
      { ...data, elapsedS: null },
    ]) {
      expect(reason(wrong)).toBe(damaged);
    }
  });
});

describe('pure transitions', () => {
  test('events that do not belong to a state leave it as it is', () => {
    const machine = scenarioMachineCreate(worldCreate().effects);
    const [briefing] = initialTransition(machine, { scenario: SCENARIO, resume: null });
    expect(stateName(briefing)).toBe('briefing.running');
    for (const type of [
      'image.freeze',
      'marks.submit',
      'hint.take',
      'step.retry',
      'effect.retry',
      'marks.back',
    ] as const) {
      const [next] = transition(machine, briefing, { type });
      expect(next.value).toEqual(briefing.value);
      expect(next.context).toEqual(briefing.context);
    }
    const [opening] = transition(machine, briefing, { type: 'step.next' });
    expect(opening.value).toBe('opening');
    expect(opening.hasTag('busy')).toBe(true);
    const [over] = transition(machine, opening, { type: 'scenario.leave' });
    expect(over.status).toBe('done');
  });
});
