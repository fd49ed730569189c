import { describe, expect, test } from 'vitest';
import { markingActorOf } from '../../../../src/parts/session/machine/session.ts';
import { settled, stateName } from '../fakes.ts';
import {
  context,
  draw,
  Memory,
  onToMark,
  type Run,
  scenarioOf,
  start,
  stored,
  tabsFake,
  toMark,
} from './session-run.ts';

/** Two pages over one store. */
function pagesOpen() {
  const store = new Memory();
  const tabs = tabsFake();
  return { first: start(store, tabs), open: () => start(store, tabs) };
}

describe('two pages of the game', () => {
  test('a scenario that is played in one is not begun in the other, until it is taken over there', async () => {
    const { first, open } = pagesOpen();
    await toMark(first);
    draw(first, 2);
    const second = open();
    await settled(second.actor, 'menu');
    second.actor.send({ type: 'scenario.resume', scenarioId: 'trial' });
    await settled(second.actor, 'elsewhere');
    expect(stateName(first.actor.getSnapshot())).toBe('playing');

    draw(first, 1);
    second.actor.send({ type: 'scenario.take' });
    await settled(second.actor, 'playing');
    expect(stateName(first.actor.getSnapshot())).toBe('elsewhere');
    const scenario = scenarioOf(second);
    await settled(scenario, 'mark');
    expect(markingActorOf(scenario.getSnapshot())!.getSnapshot().context.history.done).toBe(3);
    draw(second, 1);

    // And back: nothing of either is lost.
    first.actor.send({ type: 'scenario.take' });
    await settled(first.actor, 'playing');
    expect(stateName(second.actor.getSnapshot())).toBe('elsewhere');
    await settled(scenarioOf(first), 'mark');
    const marking = markingActorOf(scenarioOf(first).getSnapshot())!;
    expect(marking.getSnapshot().context.history.done).toBe(4);
  });

  test('what the other page has left is gone on with, although this one read its list before', async () => {
    const { first, open } = pagesOpen();
    const second = open();
    await settled(second.actor, 'menu');
    await toMark(first);
    draw(first, 2);
    await stored(first, (text) => text !== null);
    first.actor.send({ type: 'menu.open' });
    await settled(first.actor, 'menu');
    second.actor.send({ type: 'scenario.pick', scenarioId: 'trial' });
    await settled(second.actor, 'playing');
    await settled(scenarioOf(second), 'mark');
  });

  test('what another page kept while this one played is in the menu that it comes back to', async () => {
    const { first, open } = pagesOpen();
    await toMark(first);
    const second = open();
    await toMark(second, 'second');
    draw(second, 1);
    await expect.poll(() => second.store.text('second')).not.toBeNull();
    first.actor.send({ type: 'data.changed' });
    expect(stateName(first.actor.getSnapshot())).toBe('playing');
    first.actor.send({ type: 'menu.open' });
    await expect
      .poll(() => context(first).places.map(({ scenarioId }) => scenarioId))
      .toEqual(expect.arrayContaining(['trial', 'second']));
    await settled(first.actor, 'menu.read');
  });

  test('other scenarios are played beside each other', async () => {
    const { first, open } = pagesOpen();
    await toMark(first);
    const second = open();
    await toMark(second, 'second');
    expect(stateName(first.actor.getSnapshot())).toBe('playing');
    second.actor.send({ type: 'menu.open' });
    await settled(second.actor, 'menu');
    // What is not played here is not taken from here.
    second.actor.send({ type: 'scenario.taken', scenarioId: 'second' });
    first.actor.send({ type: 'scenario.taken', scenarioId: 'second' });
    expect(stateName(first.actor.getSnapshot())).toBe('playing');
    expect(stateName(second.actor.getSnapshot())).toBe('menu.read');
  });

  test('a scenario is handed over when all of it is written, and let go of when it is left', async () => {
    const { first, open } = pagesOpen();
    await toMark(first);
    let write = (): void => {};
    first.store.gate = new Promise<void>((done) => {
      write = done;
    });
    draw(first, 2);
    const second = open();
    await settled(second.actor, 'menu');
    second.actor.send({ type: 'scenario.pick', scenarioId: 'trial' });
    await settled(second.actor, 'elsewhere');
    second.actor.send({ type: 'scenario.take' });
    await settled(first.actor, 'elsewhere');
    expect(stateName(second.actor.getSnapshot())).toBe('taking');
    write();
    await settled(second.actor, 'playing');
    await settled(scenarioOf(second), 'mark');
    expect(context(first).scenarioId).toBe('trial');

    second.actor.send({ type: 'menu.open' });
    await settled(second.actor, 'menu');
    first.actor.send({ type: 'menu.open' });
    await settled(first.actor, 'menu');
    await expect.poll(() => first.store.writes).toBeGreaterThan(0);
    first.actor.send({ type: 'scenario.resume', scenarioId: 'trial' });
    await settled(first.actor, 'playing');
  });

  test('a page that is left while it waits for the other keeps nothing from it', async () => {
    const { first, open } = pagesOpen();
    const second = open();
    await settled(first.actor, 'menu');
    await settled(second.actor, 'menu');
    first.actor.send({ type: 'scenario.pick', scenarioId: 'trial' });
    first.actor.send({ type: 'menu.open' });
    await settled(first.actor, 'menu');
    await expect
      .poll(async () => {
        second.actor.send({ type: 'scenario.pick', scenarioId: 'trial' });
        await settled(second.actor, 'playing').catch(() => undefined);
        return stateName(second.actor.getSnapshot());
      })
      .toBe('playing');
    await onToMark(second);
  });

  test('a page that hung is told when it writes, and what it did since then is not lost', async () => {
    const { first } = pagesOpen();
    await toMark(first);
    draw(first, 2);
    await stored(first, (text) => text?.includes('"beam"') ?? false);
    const kept = first.store.text();
    first.store.claimedBeyond.add('trial');
    draw(first, 1);
    await settled(first.actor, 'elsewhere');
    expect(first.store.text()).toBe(kept);
    expect(context(first).unkept?.scenarioId).toBe('trial');

    first.actor.send({ type: 'scenario.restore' });
    await settled(first.actor, 'playing');
    await settled(scenarioOf(first), 'mark');
    expect(marksDone(first)).toBe(3);
    expect(context(first).unkept).toBeNull();
    await stored(first, (text) => text !== kept);

    first.store.claimedBeyond.add('trial');
    draw(first, 1);
    await settled(first.actor, 'elsewhere');
    first.actor.send({ type: 'scenario.take' });
    await settled(first.actor, 'playing');
    await settled(scenarioOf(first), 'mark');
    expect(marksDone(first)).toBe(3);
    first.actor.send({ type: 'menu.open' });
    await settled(first.actor, 'menu');
    first.actor.send({ type: 'scenario.restore' });
    expect(stateName(first.actor.getSnapshot())).toBe('menu.read');
  });
});

function marksDone(run: Run): number {
  return markingActorOf(scenarioOf(run).getSnapshot())!.getSnapshot().context.history.done;
}
