import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../../src/domain/scenario/scenario.ts';
import { scenarioIsDrawn } from '../../../../src/domain/scenario/scenario-seeded.ts';
import { SCENARIO, settled } from '../fakes.ts';
import { context, Memory, playThrough, scenarioOf, start, stored, tabsFake, toMark } from './session-run.ts';

const DRAWN: Scenario = {
  ...SCENARIO,
  images: SCENARIO.images.map((image) => ({ ...image, draw: { item: null, shows: ['rib'], lacks: [] } })),
};

const seedsOf = (scenario: Scenario): readonly unknown[] =>
  scenario.images.map(({ source }) => (source.kind === 'phantom' ? source.request.seed : null));

function run(store = new Memory()) {
  return start(store, tabsFake(), DRAWN);
}

describe('images of a play', () => {
  test('are as written the first time, and others each time after it', async () => {
    expect(scenarioIsDrawn(DRAWN)).toBe(true);
    expect(scenarioIsDrawn(SCENARIO)).toBe(false);
    const first = run();
    await playThrough(first, 2);
    await settled(first.actor, 'result.saved');
    expect(first.store.attempts[0]).toMatchObject({ scenarioId: 'trial', seed: null });
    first.actor.send({ type: 'scenario.again' });
    await settled(first.actor, 'playing');
    const again = scenarioOf(first).getSnapshot().context.scenario;
    expect(again.seed).toBe(101);
    expect(seedsOf(again)).not.toEqual([1, 2]);
    expect(again.images[0]!.source).toMatchObject({ draw: { shows: ['rib'] } });
  });

  test('are those of a play of before where its seed is given', async () => {
    const one = run();
    await settled(one.actor, 'menu');
    one.actor.send({ type: 'scenario.pick', scenarioId: 'trial', seed: 77 });
    await settled(one.actor, 'playing');
    const two = run();
    await settled(two.actor, 'menu');
    two.actor.send({ type: 'scenario.pick', scenarioId: 'trial', seed: 77 });
    await settled(two.actor, 'playing');
    const given = seedsOf(scenarioOf(one).getSnapshot().context.scenario);
    expect(given).toEqual(seedsOf(scenarioOf(two).getSnapshot().context.scenario));
    expect(new Set(given).size).toBe(2);
  });

  test('are the same where it is gone on with', async () => {
    const store = new Memory();
    const first = run(store);
    await settled(first.actor, 'menu');
    first.actor.send({ type: 'scenario.pick', scenarioId: 'trial', seed: 77 });
    await settled(first.actor, 'playing');
    scenarioOf(first).send({ type: 'step.next' });
    await stored(first, (text) => text?.includes('"seed":77') ?? false);
    const before = seedsOf(scenarioOf(first).getSnapshot().context.scenario);
    const second = run(store);
    await settled(second.actor, 'menu');
    second.actor.send({ type: 'scenario.resume', scenarioId: 'trial' });
    await settled(second.actor, 'playing');
    expect(seedsOf(scenarioOf(second).getSnapshot().context.scenario)).toEqual(before);
    expect(context(second).notice).toBeNull();
  });
});

describe('answers', () => {
  test('are each kept once, with the skills that they are evidence of', async () => {
    const played = run();
    await playThrough(played, 2);
    await settled(played.actor, 'result.saved');
    const kept = played.store.items.map(({ source, evidence }) => [
      source.kind === 'phantom' ? source.seed : null,
      evidence.map(({ skill }) => skill),
    ]);
    // The faked grade is of the rib alone.
    expect(kept).toEqual([
      [1, ['rib.find']],
      [1, ['b_line.count']],
      [2, ['rib.find']],
      [2, ['b_line.count']],
    ]);
    expect(played.store.items[0]).toMatchObject({ policy: 'course', confidence: null, hints: 0 });
  });

  test('that could not be kept are told, and kept with the next one', async () => {
    const store = new Memory();
    store.itemFault = 'The storage is full.';
    const played = run(store);
    await playThrough(played, 2);
    await settled(played.actor, 'result.saved');
    expect(store.items).toHaveLength(4);
  });

  test('hold how sure the learner was', async () => {
    const played = run();
    await toMark(played);
    const scenario = scenarioOf(played);
    scenario.send({ type: 'marks.submit', confidence: 2 });
    await settled(scenario, 'question');
    scenario.send({ type: 'question.answer', reply: 1, confidence: 4 });
    const { results } = scenario.getSnapshot().context;
    expect(results['one/mark']?.first.confidence).toBe(2);
    expect(results['one/question']?.first).toMatchObject({ confidence: 4 });
    await expect.poll(() => played.store.items.map(({ confidence }) => confidence)).toEqual([2, 4]);
  });
});
