import { expect } from 'vitest';
import { createActor } from 'xstate';
import { CodedError } from '../../../../src/domain/errors/coded-error.ts';
import type { BestScores } from '../../../../src/domain/learning/best-scores.ts';
import type { ItemDraft } from '../../../../src/domain/learning/item-draft.ts';
import type { Scenario, ScenarioCard } from '../../../../src/domain/scenario/scenario.ts';
import {
  markingActorOf,
  scenarioActorOf,
  sessionMachineCreate,
} from '../../../../src/parts/session/machine/session.ts';
import type { SessionStore } from '../../../../src/parts/session/machine/session-effects.ts';
import type { Attempt, IgnoredRecord, Place } from '../../../../src/ports/store.ts';
import { english } from '../../../support/facts.ts';
import { SCENARIO, settled, stateName, worldCreate } from '../fakes.ts';

const CATALOGUE: readonly ScenarioCard[] = [SCENARIO, { ...SCENARIO, id: 'second', lesson: 2 }];

/** A store that outlives sessions, as the browser's does: everything in it has been through text. */
export class Memory implements SessionStore {
  kept = new Map<string, string>();
  ignored: readonly IgnoredRecord[] = [];
  writes = 0;
  /** Writes asked for, done or not. */
  asked = 0;
  attempts: Attempt[] = [];
  items: ItemDraft[] = [];
  /** Tells why the next answer cannot be kept. */
  itemFault: string | null = null;
  fault: string | null = null;
  /** Scenarios that a page which is not here has claimed. */
  readonly claimedBeyond = new Set<string>();
  /** Set to hold writes back until it resolves. */
  gate: Promise<void> = Promise.resolve();

  async placesList() {
    const places = [...this.kept.values()].map((text) => JSON.parse(text) as Place);
    return { places: places.sort((a, b) => b.savedAtMs - a.savedAtMs), ignored: this.ignored };
  }

  async placeClaim(scenarioId: string): Promise<void> {
    this.claimedBeyond.delete(scenarioId);
  }

  placeRelease(): void {}

  async placeSave(place: Place): Promise<void> {
    this.asked += 1;
    await this.gate;
    this.trip();
    if (this.claimedBeyond.has(place.scenarioId)) {
      throw new CodedError('place_taken', english('Another tab went on with this.'));
    }
    this.writes += 1;
    this.kept.set(place.scenarioId, JSON.stringify(place));
  }

  async placeDrop(scenarioId: string): Promise<void> {
    await this.gate;
    this.kept.delete(scenarioId);
    this.ignored = this.ignored.filter(({ key }) => key !== scenarioId);
  }

  async bestScores(): Promise<BestScores> {
    return Object.fromEntries(this.attempts.map(({ scenarioId, score }) => [scenarioId, score ?? 0]));
  }

  async attemptAdd(attempt: Attempt): Promise<void> {
    this.trip();
    this.attempts.push(JSON.parse(JSON.stringify(attempt)) as Attempt);
  }

  async itemKeep(draft: ItemDraft): Promise<void> {
    const { itemFault } = this;
    this.itemFault = null;
    if (itemFault !== null) throw new CodedError('write_failed', english(itemFault));
    this.items.push(structuredClone(draft));
  }

  /** What is kept of a scenario, as text; null for nothing. */
  text(scenarioId = 'trial'): string | null {
    return this.kept.get(scenarioId) ?? null;
  }

  private trip(): void {
    const { fault } = this;
    this.fault = null;
    if (fault !== null) throw new CodedError('write_failed', english(fault));
  }
}

/** Pages of one browser, of which each may play what no other plays. */
export function tabsFake() {
  const players = new Map<string, { readonly page: number; readonly taken: () => void }>();
  let pages = 0;
  return (taken: (scenarioId: string) => void) => {
    const page = pages++;
    const hold = (id: string) => players.set(id, { page, taken: () => taken(id) });
    return {
      async claim(id: string) {
        const player = players.get(id);
        if (player !== undefined) return player.page === page ? ('kept' as const) : ('elsewhere' as const);
        hold(id);
        return 'new' as const;
      },
      async takeOver(id: string) {
        players.get(id)?.taken();
        await expect.poll(() => players.has(id)).toBe(false);
        hold(id);
      },
      release(id: string) {
        if (players.get(id)?.page === page) players.delete(id);
        return true;
      },
    };
  };
}

export function start(store = new Memory(), tabs = tabsFake(), scenario: Scenario = SCENARIO) {
  const world = worldCreate();
  let ids = 0;
  let seeds = 0;
  let nowMs = 1234;
  const machine = sessionMachineCreate({
    ...world.effects,
    scenarioLoad: async ({ scenarioId }) => {
      world.log.push(`load ${scenarioId}`);
      if (scenarioId === 'gone' || scenarioId === 'nowhere') {
        throw new CodedError('scenario_missing', english(`There is no scenario ${scenarioId}.`));
      }
      return { ...scenario, id: scenarioId };
    },
    store,
    tabs: tabs((scenarioId) => actor.send({ type: 'scenario.taken', scenarioId })),
    now: () => ++nowMs,
    newId: () => `id-${++ids}`,
    newSeed: () => 100 + ++seeds,
    itemKeep: (draft) => store.itemKeep(draft),
  });
  const { clock } = world;
  const actor = createActor(machine, { input: { catalogue: CATALOGUE }, clock });
  actor.start();
  return { world, store, clock, actor };
}

export type Run = ReturnType<typeof start>;

export const scenarioOf = ({ actor }: Run) => scenarioActorOf(actor.getSnapshot())!;
export const context = ({ actor }: Run) => actor.getSnapshot().context;

export async function toMark(run: Run, scenarioId = 'trial'): Promise<void> {
  await settled(run.actor, 'menu');
  run.actor.send({ type: 'scenario.pick', scenarioId });
  await settled(run.actor, 'playing');
  await onToMark(run);
}

export async function onToMark(run: Run): Promise<void> {
  const scenario = scenarioOf(run);
  if (stateName(scenario.getSnapshot()).startsWith('briefing')) scenario.send({ type: 'step.next' });
  await settled(scenario, 'live.observe');
  scenario.send({ type: 'step.skip' });
  scenario.send({ type: 'image.freeze' });
  await settled(scenario, 'mark');
}

export function draw(run: Run, count: number): void {
  const marking = markingActorOf(scenarioOf(run).getSnapshot())!;
  for (let i = 0; i < count; i++) {
    marking.send({ type: 'tool.pick', tool: 'beam' });
    marking.send({ type: 'pointer.down', point: { x: 5 * i, y: 10 } });
    marking.send({ type: 'pointer.up', point: { x: 5 * i, y: 10 } });
  }
}

export async function stored(run: Run, holds: (text: string | null) => boolean): Promise<void> {
  await expect.poll(() => holds(run.store.text())).toBe(true);
}

/** As the address asks for it after a reload. */
export async function resumed(store: Memory, scenarioId = 'trial'): Promise<Run> {
  const run = start(store);
  await settled(run.actor, 'menu');
  run.actor.send({ type: 'scenario.resume', scenarioId });
  await settled(run.actor, 'playing');
  return run;
}

/** Plays both images with so many marks each, and right answers. */
export async function playThrough(run: Run, marks: number): Promise<void> {
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
