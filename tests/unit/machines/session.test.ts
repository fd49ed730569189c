import { describe, expect, test } from 'vitest';
import { createActor, waitFor } from 'xstate';
import type { ScenarioCard } from '../../../src/domain/scenario/scenario.ts';
import { markingActorOf, scenarioActorOf, sessionMachineCreate } from '../../../src/machines/session.ts';
import type { SessionStore } from '../../../src/machines/session-effects.ts';
import { PLACE_VERSION } from '../../../src/machines/session-places.ts';
import type { Attempt, IgnoredRecord, Place } from '../../../src/ports/store.ts';
import { SCENARIO, SimulatedClock, settled, stateName, worldCreate } from './fakes.ts';

const CATALOGUE: readonly ScenarioCard[] = [SCENARIO, { ...SCENARIO, id: 'second', lesson: 2 }];

/** A store that outlives sessions, as the browser's does: everything in it has been through text. */
class Memory implements SessionStore {
  kept = new Map<string, string>();
  ignored: readonly IgnoredRecord[] = [];
  writes = 0;
  attempts: Attempt[] = [];
  fault: string | null = null;
  /** Set to hold writes back until it resolves. */
  gate: Promise<void> = Promise.resolve();

  async placesList() {
    const places = [...this.kept.values()].map((text) => JSON.parse(text) as Place);
    return { places: places.sort((a, b) => b.savedAtMs - a.savedAtMs), ignored: this.ignored };
  }

  async placeSave(place: Place): Promise<void> {
    await this.gate;
    this.trip();
    this.writes += 1;
    this.kept.set(place.scenarioId, JSON.stringify(place));
  }

  async placeDrop(scenarioId: string): Promise<void> {
    await this.gate;
    this.kept.delete(scenarioId);
    this.ignored = this.ignored.filter(({ key }) => key !== scenarioId);
  }

  async bestScores(): Promise<ReadonlyMap<string, number>> {
    return new Map(this.attempts.map(({ scenarioId, score }) => [scenarioId, score ?? 0]));
  }

  async attemptAdd(attempt: Attempt): Promise<void> {
    this.trip();
    this.attempts.push(JSON.parse(JSON.stringify(attempt)) as Attempt);
  }

  /** What is kept of a scenario, as text; null for nothing. */
  text(scenarioId = 'trial'): string | null {
    return this.kept.get(scenarioId) ?? null;
  }

  private trip(): void {
    const { fault } = this;
    this.fault = null;
    if (fault !== null) throw new Error(fault);
  }
}

function start(store = new Memory()) {
  const world = worldCreate();
  let ids = 0;
  let nowMs = 1234;
  const machine = sessionMachineCreate({
    ...world.effects,
    scenarioLoad: async ({ scenarioId }) => {
      world.log.push(`load ${scenarioId}`);
      if (scenarioId === 'gone' || scenarioId === 'nowhere') {
        throw new Error(`There is no scenario ${scenarioId}.`);
      }
      return { ...SCENARIO, id: scenarioId };
    },
    store,
    now: () => ++nowMs,
    newId: () => `id-${++ids}`,
  });
  const clock = new SimulatedClock();
  const actor = createActor(machine, { input: { catalogue: CATALOGUE }, clock });
  actor.start();
  return { world, store, clock, actor };
}

type Run = ReturnType<typeof start>;

const scenarioOf = ({ actor }: Run) => scenarioActorOf(actor.getSnapshot())!;
const context = ({ actor }: Run) => actor.getSnapshot().context;

async function toMark(run: Run, scenarioId = 'trial'): Promise<void> {
  await settled(run.actor, 'menu');
  run.actor.send({ type: 'scenario.pick', scenarioId });
  await settled(run.actor, 'playing');
  await onToMark(run);
}

async function onToMark(run: Run): Promise<void> {
  const scenario = scenarioOf(run);
  if (stateName(scenario.getSnapshot()).startsWith('briefing')) scenario.send({ type: 'step.next' });
  await settled(scenario, 'live.observe');
  scenario.send({ type: 'step.skip' });
  scenario.send({ type: 'image.freeze' });
  await settled(scenario, 'mark');
}

function draw(run: Run, count: number): void {
  const marking = markingActorOf(scenarioOf(run).getSnapshot())!;
  for (let i = 0; i < count; i++) {
    marking.send({ type: 'tool.pick', tool: 'beam' });
    marking.send({ type: 'pointer.down', point: { x: 5 * i, y: 10 } });
    marking.send({ type: 'pointer.up', point: { x: 5 * i, y: 10 } });
  }
}

async function stored(run: Run, holds: (text: string | null) => boolean): Promise<void> {
  await expect.poll(() => holds(run.store.text())).toBe(true);
}

/** As the address asks for it after a reload. */
async function resumed(store: Memory, scenarioId = 'trial'): Promise<Run> {
  const run = start(store);
  await settled(run.actor, 'menu');
  run.actor.send({ type: 'scenario.resume', scenarioId });
  await settled(run.actor, 'playing');
  return run;
}

/** Plays both images with so many marks each, and right answers. */
async function playThrough(run: Run, marks: number): Promise<void> {
  await toMark(run);
  for (const [image, reply] of [
    ['one', 1],
    ['two', 3],
  ] as const) {
    const scenario = scenarioOf(run);
    if (image === 'two') await onToMark(run);
    draw(run, marks);
    scenario.send({ type: 'marks.submit' });
    await settled(scenario, 'question.asking');
    scenario.send({ type: 'question.answer', reply });
    scenario.send({ type: 'step.next' });
    await settled(scenario, 'feedback');
    scenario.send({ type: 'step.next' });
  }
  await settled(scenarioOf(run), 'debrief');
  scenarioOf(run).send({ type: 'step.next' });
  await settled(run.actor, 'result');
}

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
    draw(run, 2);
    run.actor.send({ type: 'menu.open' });
    await settled(run.actor, 'menu');
    expect(context(run)).toMatchObject({ best: { trial: 100 }, places: [{ scenarioId: 'second' }] });
    run.actor.send({ type: 'data.erased' });
    expect(context(run)).toMatchObject({ best: {}, places: [] });
    open();
    run.actor.send({ type: 'scenario.resume', scenarioId: 'second' });
    expect(stateName(run.actor.getSnapshot())).toBe('menu');
    await toMark(run, 'trial');
    // The one that was under way, none of those that waited, and what was begun since.
    await expect.poll(() => written.includes('trial')).toBe(true);
    expect(written.filter((id) => id === 'second')).toHaveLength(1);
  });

  test('reads anew what was changed by another hand', async () => {
    const run = start();
    await settled(run.actor, 'menu');
    const other = start();
    await playThrough(other, 2);
    await expect.poll(() => other.store.attempts.length).toBe(1);
    run.store.attempts = other.store.attempts;
    run.actor.send({ type: 'data.changed' });
    await settled(run.actor, 'menu');
    expect(context(run).best).toEqual({ trial: 100 });
  });

  test('an attempt that cannot be stored is kept until it can', async () => {
    const run = start();
    run.store.attemptAdd = async () => {
      throw new Error('The disk is full.');
    };
    await playThrough(run, 2);
    await settled(run.actor, 'result.unsaved');
    expect(context(run).notice).toBe('The disk is full.');
    const kept: Attempt[] = [];
    run.store.attemptAdd = async (attempt) => void kept.push(attempt);
    run.actor.send({ type: 'attempt.retry' });
    await settled(run.actor, 'result.saved');
    expect(kept.map(({ score }) => score)).toEqual([100]);
  });

  test('a scenario that cannot be loaded leads back to the menu with a sentence', async () => {
    const run = start();
    await settled(run.actor, 'menu');
    run.actor.send({ type: 'scenario.pick', scenarioId: 'nowhere' });
    await waitFor(run.actor, ({ context }) => context.notice !== null);
    expect(stateName(run.actor.getSnapshot())).toBe('menu');
    expect(context(run).notice).toBe('There is no scenario nowhere.');
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
      notice: 'What was stored of a half-played exercise is damaged, so it was dropped.',
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
    expect(context(again).notice).toBe('"Trial" has changed since you left it, so it begins anew.');
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
    expect(context(again).notice).toBe('There is no scenario gone.');
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
    expect(stateName(run.actor.getSnapshot())).toBe('menu');
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
    expect(stateName(run.actor.getSnapshot())).toBe('menu');
  });
});

describe('storing', () => {
  test('one write at a time, the newest last, those overtaken left out', async () => {
    const run = start();
    await toMark(run);
    await stored(run, (text) => text?.includes('"stepId":"one/mark"') === true);
    let open: () => void = () => {};
    run.store.gate = new Promise((resolve) => {
      open = resolve;
    });
    const before = run.store.writes;
    draw(run, 20);
    open();
    await stored(run, (text) => (text?.match(/"beam"/g) ?? []).length === 20);
    expect(run.store.writes - before).toBe(2);
  });

  test('a write that fails is told, and playing goes on', async () => {
    const run = start();
    await toMark(run);
    run.store.fault = 'There is no room left to store your session.';
    draw(run, 1);
    await waitFor(run.actor, ({ context }) => context.notice !== null);
    expect(context(run).notice).toBe('There is no room left to store your session.');
    draw(run, 1);
    await stored(run, (text) => (text?.match(/"beam"/g) ?? []).length === 2);
  });
});
