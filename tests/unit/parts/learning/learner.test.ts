import { describe, expect, test } from 'vitest';
import type { ItemDraft } from '../../../../src/domain/learning/item-draft.ts';
import type { ItemRecord } from '../../../../src/domain/learning/item-record.ts';
import { learnerCreate } from '../../../../src/parts/learning/learner.ts';
import { RECORD } from '../../domain/learning/record.ts';

const { version: _, id: __, isFirst: ___, atMs: ____, ...DRAFT } = RECORD;

function start({ kept = [RECORD], fault = null as string | null, nowMs = 99 } = {}) {
  const stored: ItemRecord[] = [...kept];
  const state = { fault, readFault: null as string | null, reads: 0 };
  let ids = 0;
  const clocksBack: number[] = [];
  const learner = learnerCreate({
    store: Promise.resolve({
      async itemAdd(record: ItemRecord) {
        if (state.fault !== null) throw new Error(state.fault);
        stored.push(record);
      },
      async itemsList() {
        state.reads += 1;
        if (state.readFault !== null) throw new Error(state.readFault);
        return { items: [...stored], ignored: [] };
      },
    }),
    now: () => nowMs,
    newId: () => `id-${++ids}`,
    onClockBack: () => clocksBack.push(stored.length),
  });
  return { learner, stored, state, clocksBack };
}

const other: ItemDraft = { ...DRAFT, source: { kind: 'phantom', seed: 8 } };

describe('the answers of a learner', () => {
  test('are read once, and followed from then on', async () => {
    const { learner, stored, state } = start();
    expect(learner.items.value).toBeNull();
    expect(await learner.read()).toEqual([RECORD]);
    await learner.keep(other);
    expect(stored[1]).toMatchObject({ id: 'id-1', atMs: 99, isFirst: true });
    expect(learner.items.value).toEqual(stored);
    expect(await learner.read()).toEqual(stored);
    expect(state.reads).toBe(1);
  });

  test('to an image that was answered before are no first ones, whether or not they were read yet', async () => {
    const { learner, stored } = start();
    await learner.keep(DRAFT);
    expect(stored[1]).toMatchObject({ isFirst: false });
  });

  test('that come more than a day before the one before are kept after it, and the clock is told of', async () => {
    const ahead = { ...RECORD, id: 'ahead', atMs: 99 + 86_400_001 };
    const { learner, stored, clocksBack } = start({ kept: [ahead] });
    await learner.keep(other);
    expect(stored.map(({ atMs }) => atMs)).toEqual([ahead.atMs, 99]);
    expect(clocksBack).toEqual([1]);
    const fine = start({ kept: [{ ...ahead, atMs: 99 + 86_400_000 }] });
    await fine.learner.keep(other);
    expect(fine.clocksBack).toEqual([]);
  });

  test('that the browser does not write are known all the same: the store holds them', async () => {
    const { learner, stored } = start({ fault: 'full' });
    await learner.read();
    await learner.keep(other);
    expect(stored).toHaveLength(1);
    expect(learner.items.value).toHaveLength(2);
  });

  test('are not added to where those before cannot be read, and are read anew then', async () => {
    const { learner, stored, state } = start();
    state.readFault = 'shut';
    await expect(learner.keep(other)).rejects.toThrow('shut');
    state.readFault = null;
    await learner.keep(other);
    expect(stored).toHaveLength(2);
  });

  test('are forgotten where the store has changed', async () => {
    const { learner, stored } = start();
    await learner.read();
    learner.forget();
    expect(learner.items.value).toBeNull();
    stored.push({ ...RECORD, id: 'else' });
    expect(await learner.read()).toHaveLength(2);
  });

  test('are none once all is erased, without a look at the store', async () => {
    const { learner, state } = start();
    await learner.read();
    learner.erased();
    expect(learner.items.value).toEqual([]);
    expect(await learner.read()).toEqual([]);
    expect(state.reads).toBe(1);
  });
});
