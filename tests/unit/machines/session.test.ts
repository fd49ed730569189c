import { describe, expect, test } from 'vitest';
import { createActor, waitFor } from 'xstate';
import type { ScenarioCard } from '../../../src/domain/scenario/scenario.ts';
import { markingActorOf, scenarioActorOf, sessionMachineCreate } from '../../../src/machines/session.ts';
import { SESSION_VERSION, type SessionStore } from '../../../src/machines/session-effects.ts';
import type { Attempt, SessionFound, SessionSnapshot } from '../../../src/ports/store.ts';
import { SCENARIO, SimulatedClock, settled, stateName, worldCreate } from './fakes.ts';

const CATALOGUE: readonly ScenarioCard[] = [SCENARIO, { ...SCENARIO, id: 'second', lesson: 2 }];

/** A store that outlives sessions, as the browser's does: everything in it has been through text. */
class Memory implements SessionStore {
  session: string | null = null;
  writes = 0;
  attempts: Attempt[] = [];
  fault: string | null = null;
  /** Set to hold writes back until it resolves. */
  gate: Promise<void> = Promise.resolve();

  async sessionLoad(version: number): Promise<SessionFound> {
    if (this.session === null) return { kind: 'none' };
    const snapshot = JSON.parse(this.session) as SessionSnapshot;
    return snapshot.version === version
      ? { kind: 'found', snapshot }
      : { kind: 'ignored', reason: 'It was stored by another version.' };
  }

  async sessionSave(snapshot: SessionSnapshot): Promise<void> {
    await this.gate;
    this.trip();
    this.writes += 1;
    this.session = JSON.stringify(snapshot);
  }

  async sessionClear(): Promise<void> {
    await this.gate;
    this.session = null;
  }

  async bestScores(): Promise<ReadonlyMap<string, number>> {
    return new Map(this.attempts.map(({ scenarioId, score }) => [scenarioId, score]));
  }

  async attemptAdd(attempt: Attempt): Promise<void> {
    this.trip();
    this.attempts.push(JSON.parse(JSON.stringify(attempt)) as Attempt);
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
  const machine = sessionMachineCreate({
    ...world.effects,
    scenarioLoad: async ({ scenarioId }) => {
      world.log.push(`load ${scenarioId}`);
      if (scenarioId !== SCENARIO.id) throw new Error(`There is no scenario ${scenarioId}.`);
      return SCENARIO;
    },
    store,
    now: () => 1234,
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

async function toMark(run: Run): Promise<void> {
  await settled(run.actor, 'menu');
  run.actor.send({ type: 'scenario.pick', scenarioId: 'trial' });
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
  await expect.poll(() => holds(run.store.session)).toBe(true);
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
      resumable: null,
      notice: null,
    });
    expect(run.store.attempts).toHaveLength(1);
    expect(run.store.attempts[0]).toMatchObject({
      id: 'id-1',
      scenarioId: 'trial',
      atMs: 1234,
      score: 100,
      steps: [
        { stepId: 'one/mark', frameIndex: 7, marks: [{ kind: 'beam' }, {}], grade: { score: 100 } },
        { stepId: 'two/mark' },
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

    const again = start(run.store);
    await settled(again.actor, 'playing');
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

  test('a stored session is plain data, with its version and time', async () => {
    const run = start();
    await toMark(run);
    await stored(run, (text) => text?.includes('"stepId":"one/mark"') === true);
    const snapshot = JSON.parse(run.store.session!) as SessionSnapshot;
    expect(snapshot).toMatchObject({
      version: SESSION_VERSION,
      savedAtMs: 1234,
      state: { scenarioId: 'trial' },
    });
    expect(run.store.session).not.toContain('grey');
  });

  test.each([
    ['of another version', { version: SESSION_VERSION + 1 }, 'It was stored by another version.'],
    [
      'of another shape',
      { state: { scenarioId: 7 } },
      'What was stored of your last exercise is damaged, so it was dropped.',
    ],
  ])('a session %s is dropped with a reason', async (_, change, notice) => {
    const run = start();
    await toMark(run);
    await stored(run, (text) => text?.includes('"stepId":"one/mark"') === true);
    run.actor.stop();
    run.store.session = JSON.stringify({ ...(JSON.parse(run.store.session!) as object), ...change });
    const again = start(run.store);
    await settled(again.actor, 'menu');
    expect(context(again)).toMatchObject({ notice, resumable: null });
  });

  test('a session that no longer fits its scenario begins it anew and says so', async () => {
    const run = start();
    await toMark(run);
    await stored(run, (text) => text?.includes('"stepId":"one/mark"') === true);
    run.actor.stop();
    run.store.session = run.store.session!.replaceAll('one/mark', 'one/gone');
    const again = start(run.store);
    await settled(again.actor, 'playing');
    expect(stateName(scenarioOf(again).getSnapshot())).toBe('briefing.running');
    expect(context(again).notice).toBe('"Trial" has changed since you left it, so it begins anew.');
  });

  test('a session whose scenario is gone is dropped for good', async () => {
    const run = start();
    await toMark(run);
    await stored(run, (text) => text?.includes('"stepId":"one/mark"') === true);
    run.actor.stop();
    run.store.session = run.store.session!.replace('"scenarioId":"trial"', '"scenarioId":"gone"');
    const again = start(run.store);
    await settled(again.actor, 'menu');
    expect(context(again).notice).toBe('There is no scenario gone.');
    await stored(again, (text) => text === null);
  });
});

describe('leaving', () => {
  test('what was left is offered in the menu, also after a reload, and goes on from there', async () => {
    const run = start();
    await toMark(run);
    draw(run, 2);
    run.actor.send({ type: 'menu.open' });
    await settled(run.actor, 'menu');
    expect(context(run).resumable).toMatchObject({ scenarioId: 'trial', isOpen: false });
    await stored(run, (text) => text?.includes('"isOpen":false') === true);
    run.actor.stop();

    const again = start(run.store);
    await settled(again.actor, 'menu');
    again.actor.send({ type: 'scenario.resume' });
    await settled(again.actor, 'playing');
    await settled(scenarioOf(again), 'mark');
    expect(markingActorOf(scenarioOf(again).getSnapshot())!.getSnapshot().context.marks).toHaveLength(2);
  });

  test('there is nothing to go on with before the first scenario', async () => {
    const run = start();
    await settled(run.actor, 'menu');
    run.actor.send({ type: 'scenario.resume' });
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
