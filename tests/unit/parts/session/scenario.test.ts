import { describe, expect, test } from 'vitest';
import { initialTransition, transition } from 'xstate';
import { observeWaitS } from '../../../../src/parts/session/machine/scenario-context.ts';
import { scenarioMachineCreate } from '../../../../src/parts/session/machine/scenario-machine.ts';
import { SCENARIO, settled, stateName, worldCreate } from '../fakes.ts';
import { context, seconds, start, toFeedback, toObserve } from './scenario-run.ts';

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
    expect(output?.results[2]).toMatchObject({
      kind: 'mark',
      first: { frozenIndex: 7, marks: [{ kind: 'line' }] },
      practice: [],
    });
    expect(output?.results[3]).toMatchObject({ first: { reply: 2, expected: 3 }, attempts: 1 });
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
      seed: null,
      isFinished: false,
      isBegun: true,
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
