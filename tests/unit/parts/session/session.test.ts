import { describe, expect, test } from 'vitest';
import { waitFor } from 'xstate';
import { CodedError } from '../../../../src/domain/errors/coded-error.ts';
import { PLACE_VERSION } from '../../../../src/parts/session/machine/scenario-resume.ts';
import { markingActorOf } from '../../../../src/parts/session/machine/session.ts';
import type { Attempt, Place } from '../../../../src/ports/store.ts';
import { english } from '../../../support/facts.ts';
import { settled, stateName } from '../fakes.ts';
import {
  context,
  draw,
  Memory,
  playThrough,
  resumed,
  scenarioOf,
  start,
  stored,
  toMark,
} from './session-run.ts';

describe('a session', () => {
  test('goes from the menu through a scenario to its result and what comes next', async () => {
    const run = start();
    await playThrough(run, 2);
    await settled(run.actor, 'result.saved');
    expect(context(run)).toMatchObject({
      outcome: { score: 100, isPassed: true },
      best: { trial: 100 },
      suggestion: { scenarioId: 'second', reason: 'next' },
      places: [],
      notice: null,
    });
    expect(run.store.attempts).toHaveLength(1);
    expect(run.store.attempts[0]).toMatchObject({
      id: 'id-1',
      scenarioId: 'trial',
      score: 100,
      steps: [
        {
          kind: 'mark',
          stepId: 'one/mark',
          first: { frozenIndex: 7, marks: [{ kind: 'beam' }, {}], grade: { score: 100 }, score: 100 },
          practice: [],
        },
        { kind: 'question', stepId: 'one/question', first: { reply: 1, expected: 1, score: 100, hints: [] } },
        { stepId: 'two/mark' },
        { stepId: 'two/question', first: { reply: 3 } },
      ],
    });
    await stored(run, (text) => text === null);
  });

  test('suggests the same again when it was not passed, and can begin it anew', async () => {
    const run = start();
    await playThrough(run, 1);
    expect(context(run).outcome?.score).toBeCloseTo(66.7, 1);
    run.actor.send({ type: 'scenario.again' });
    await settled(run.actor, 'playing');
    expect(scenarioOf(run).getSnapshot().context.results).toEqual({});
    expect(stateName(scenarioOf(run).getSnapshot())).toBe('briefing.running');
  });

  test('knows nothing any longer of what was erased, and writes none of it', async () => {
    const store = new Memory();
    await playThrough(start(store), 2);
    await expect.poll(() => store.attempts.length).toBe(1);
    const run = start(store);
    await toMark(run, 'second');
    const written: string[] = [];
    let open = (): void => {};
    const gate = new Promise<void>((done) => {
      open = done;
    });
    store.placeSave = async ({ scenarioId }) => {
      written.push(scenarioId);
      await gate;
    };
    draw(run, 6);
    run.actor.send({ type: 'menu.open' });
    await settled(run.actor, 'menu');
    expect(context(run)).toMatchObject({ best: { trial: 100 }, places: [{ scenarioId: 'second' }] });
    run.actor.send({ type: 'data.erased' });
    expect(context(run)).toMatchObject({ best: {}, places: [] });
    open();
    run.actor.send({ type: 'scenario.resume', scenarioId: 'second' });
    expect(stateName(run.actor.getSnapshot())).toBe('menu.read');
    await toMark(run, 'trial');
    // Those under way, none of those that waited, and what was begun since.
    await expect.poll(() => written.includes('trial')).toBe(true);
    expect(written.filter((id) => id === 'second')).toHaveLength(4);
  });

  test('reads anew what was changed by another hand', async () => {
    const run = start();
    await settled(run.actor, 'menu');
    const other = start();
    await playThrough(other, 2);
    await expect.poll(() => other.store.attempts.length).toBe(1);
    run.store.attempts = other.store.attempts;
    run.actor.send({ type: 'data.changed' });
    await settled(run.actor, 'menu.read');
    await waitFor(run.actor, (snapshot) => !snapshot.matches({ menu: 'reading' }));
    expect(context(run).best).toEqual({ trial: 100 });
  });

  test('an attempt that cannot be stored is kept until it can', async () => {
    const run = start();
    const refused: Attempt[] = [];
    run.store.attemptAdd = async (attempt) => {
      refused.push(attempt);
      throw new CodedError('storage_full', english('The disk is full.'));
    };
    await playThrough(run, 2);
    await settled(run.actor, 'result.unsaved');
    expect(context(run).notice).toEqual(english('The disk is full.'));
    const kept: Attempt[] = [];
    run.store.attemptAdd = async (attempt) => void kept.push(attempt);
    run.actor.send({ type: 'attempt.retry' });
    await settled(run.actor, 'result.saved');
    expect(kept.map(({ score }) => score)).toEqual([100]);
    // The same one: a store that holds what was refused does not take it for another.
    expect(kept).toEqual(refused);
  });

  test('a scenario that cannot be loaded leads back to the menu with a sentence', async () => {
    const run = start();
    await settled(run.actor, 'menu');
    run.actor.send({ type: 'scenario.pick', scenarioId: 'nowhere' });
    await waitFor(run.actor, ({ context }) => context.notice !== null);
    expect(stateName(run.actor.getSnapshot())).toBe('menu.read');
    expect(context(run).notice).toEqual(english('There is no scenario nowhere.'));
  });
});

describe('a reload', () => {
  test('in the middle of marking gives the same step, image and marks', async () => {
    const run = start();
    await toMark(run);
    draw(run, 3);
    await stored(run, (text) => (text?.match(/"beam"/g) ?? []).length === 3);
    run.actor.stop();

    const again = await resumed(run.store);
    await settled(scenarioOf(again), 'mark');
    expect(again.world.log).toEqual(['load trial', 'open one', 'freeze one 7', 'key 7 rib+b_line']);
    const marks = markingActorOf(scenarioOf(again).getSnapshot())!.getSnapshot().context.marks;
    expect(marks).toEqual(
      [0, 5, 10].map((x, i) => ({
        id: `mark-${i + 1}`,
        kind: 'beam',
        finding: 'rib',
        origin: { x, y: 10 },
        widthMm: 3,
        endDepthMm: 64,
      })),
    );
  });

  test('a stored place is plain data, with its version and time', async () => {
    const run = start();
    await toMark(run);
    await stored(run, (text) => text?.includes('"stepId":"one/mark"') === true);
    const place = JSON.parse(run.store.text()!) as Place;
    expect(place).toMatchObject({ version: PLACE_VERSION, scenarioId: 'trial' });
    expect(place.savedAtMs).toBeGreaterThan(1234);
    expect(run.store.text()).not.toContain('grey');
  });

  test('of what cannot be read there is a word, once', async () => {
    const store = new Memory();
    store.ignored = [{ key: 'trial', reason: 'The place.state is not an object.' }];
    const run = start(store);
    await settled(run.actor, 'menu');
    expect(context(run)).toMatchObject({
      notice: { code: 'placeDropped' },
      places: [],
    });
    const again = start(store);
    await settled(again.actor, 'menu');
    expect(context(again).notice).toBeNull();
  });

  test('a place that no longer fits its scenario begins it anew and says so', async () => {
    const run = start();
    await toMark(run);
    await stored(run, (text) => text?.includes('"stepId":"one/mark"') === true);
    run.actor.stop();
    run.store.kept.set('trial', run.store.text()!.replaceAll('one/mark', 'one/gone'));
    const again = await resumed(run.store);
    expect(stateName(scenarioOf(again).getSnapshot())).toBe('briefing.running');
    expect(context(again).notice).toEqual({ code: 'placeOutdated', title: 'Trial' });
  });

  test('a place that a newer version left is told as such', async () => {
    const store = new Memory();
    const run = start(store);
    await toMark(run);
    draw(run, 1);
    await stored(run, (text) => text?.includes('"version":5') ?? false);
    store.kept.set('trial', store.text()!.replace('"version":5', '"version":6'));
    const again = await resumed(store);
    expect(context(again).notice).toEqual({ code: 'placeOfNewer', title: 'Trial' });
  });

  test('a place whose scenario is gone is dropped for good', async () => {
    const run = start();
    await toMark(run);
    await stored(run, (text) => text?.includes('"stepId":"one/mark"') === true);
    run.actor.stop();
    run.store.kept.set('gone', run.store.text()!.replace('"scenarioId":"trial"', '"scenarioId":"gone"'));
    const again = start(run.store);
    await settled(again.actor, 'menu');
    again.actor.send({ type: 'scenario.resume', scenarioId: 'gone' });
    await waitFor(again.actor, ({ context }) => context.notice !== null);
    expect(context(again).notice).toEqual(english('There is no scenario gone.'));
    expect(context(again).places.map(({ scenarioId }) => scenarioId)).toEqual(['trial']);
    await expect.poll(() => run.store.text('gone')).toBeNull();
  });
});

describe('leaving', () => {
  test('what was left is offered in the menu, also after a reload, and goes on from there', async () => {
    const run = start();
    await toMark(run);
    draw(run, 2);
    run.actor.send({ type: 'menu.open' });
    await settled(run.actor, 'menu');
    expect(context(run).places).toMatchObject([{ scenarioId: 'trial' }]);
    await stored(run, (text) => (text?.match(/"beam"/g) ?? []).length === 2);
    run.actor.stop();

    const again = await resumed(run.store);
    await settled(scenarioOf(again), 'mark');
    expect(markingActorOf(scenarioOf(again).getSnapshot())!.getSnapshot().context.marks).toHaveLength(2);
  });

  test('another scenario leaves the place of the first alone, and each is gone on with from its own', async () => {
    const run = start();
    await toMark(run);
    draw(run, 2);
    run.actor.send({ type: 'menu.open' });
    await toMark(run, 'second');
    draw(run, 1);
    run.actor.send({ type: 'menu.open' });
    await settled(run.actor, 'menu');
    expect(context(run).places.map(({ scenarioId }) => scenarioId)).toEqual(['second', 'trial']);
    await expect.poll(() => (run.store.text('second')?.match(/"beam"/g) ?? []).length).toBe(1);
    run.actor.stop();
    for (const [scenarioId, count] of [
      ['trial', 2],
      ['second', 1],
    ] as const) {
      const again = await resumed(run.store, scenarioId);
      await settled(scenarioOf(again), 'mark');
      const marking = markingActorOf(scenarioOf(again).getSnapshot())!;
      expect(marking.getSnapshot().context.marks).toHaveLength(count);
      again.actor.stop();
    }
  });

  test('finishing one forgets that one alone', async () => {
    const run = start();
    await toMark(run, 'second');
    run.actor.send({ type: 'menu.open' });
    await playThrough(run, 2);
    expect(context(run).places.map(({ scenarioId }) => scenarioId)).toEqual(['second']);
    await stored(run, (text) => text === null);
    expect(run.store.text('second')).not.toBeNull();
  });

  test('a scenario that was only looked at leaves no place', async () => {
    const run = start();
    await settled(run.actor, 'menu');
    run.actor.send({ type: 'scenario.pick', scenarioId: 'trial' });
    await settled(run.actor, 'playing');
    run.actor.send({ type: 'menu.open' });
    await settled(run.actor, 'menu');
    expect(context(run).places).toEqual([]);
    await stored(run, (text) => text === null);
  });

  test('a place can be dropped, and picking a scenario begins it anew', async () => {
    const run = start();
    await toMark(run);
    draw(run, 2);
    run.actor.send({ type: 'menu.open' });
    await settled(run.actor, 'menu');
    run.actor.send({ type: 'place.drop', scenarioId: 'trial' });
    expect(context(run).places).toEqual([]);
    await stored(run, (text) => text === null);
    run.actor.send({ type: 'scenario.resume', scenarioId: 'trial' });
    expect(stateName(run.actor.getSnapshot())).toBe('menu.read');
  });

  test('of scenarios in no list the eight newest are kept, of listed ones all', async () => {
    const run = start();
    for (const id of ['trial', ...Array.from({ length: 9 }, (_, i) => `practice-${i}`)]) {
      await toMark(run, id);
      run.actor.send({ type: 'menu.open' });
      await settled(run.actor, 'menu');
    }
    const ids = context(run).places.map(({ scenarioId }) => scenarioId);
    expect(ids).toHaveLength(9);
    expect(ids).toContain('trial');
    expect(ids).not.toContain('practice-0');
    await expect.poll(() => run.store.text('practice-0')).toBeNull();
  });

  test('there is nothing to go on with before the first scenario', async () => {
    const run = start();
    await settled(run.actor, 'menu');
    run.actor.send({ type: 'scenario.resume', scenarioId: 'trial' });
    expect(stateName(run.actor.getSnapshot())).toBe('menu.read');
  });
});

describe('storing', () => {
  test('what was done waits for no earlier write; of much, the newest alone', async () => {
    const run = start();
    await toMark(run);
    await stored(run, (text) => text?.includes('"stepId":"one/mark"') === true);
    let open: () => void = () => {};
    run.store.gate = new Promise((resolve) => {
      open = resolve;
    });
    const [before, asked] = [run.store.writes, run.store.asked];
    draw(run, 3);
    expect(run.store.asked - asked).toBe(3);
    draw(run, 17);
    expect(run.store.asked - asked).toBe(4);
    open();
    await stored(run, (text) => (text?.match(/"beam"/g) ?? []).length === 20);
    expect(run.store.writes - before).toBe(5);
  });

  test('a write that fails is told, and playing goes on', async () => {
    const run = start();
    await toMark(run);
    run.store.fault = 'There is no room left to store your session.';
    draw(run, 1);
    await waitFor(run.actor, ({ context }) => context.notice !== null);
    expect(context(run).notice).toEqual(english('There is no room left to store your session.'));
    draw(run, 1);
    await stored(run, (text) => (text?.match(/"beam"/g) ?? []).length === 2);
  });
});
