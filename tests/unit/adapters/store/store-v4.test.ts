import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { storeOpen } from '../../../../src/adapters/store/store.ts';
import { historyMarks } from '../../../../src/domain/marks/history.ts';
import { scenarioResumeRead } from '../../../../src/parts/session/machine/scenario-resume.ts';
import { scenarioBuiltIn } from '../../../../src/parts/session/practice.ts';
import { itemMake } from '../../../fixtures/store/records.ts';
import V4 from '../../../fixtures/store-v4.json';

/**
 * As a browser had it after a scenario was played to its end (a hint, right, wrong and no marks, questions), three were
 * left half-way (marks of which one is undone, a probe, a file of one's own) and settings were changed.
 */
async function databaseLay(): Promise<void> {
  const database = await openDB('batsign', 4, {
    upgrade: (empty) => {
      empty.createObjectStore('attempts', { keyPath: 'id' });
      empty.createObjectStore('items');
      empty.createObjectStore('places', { keyPath: 'scenarioId' });
      empty.createObjectStore('owners', { autoIncrement: true }).createIndex('scenarioId', 'scenarioId');
      empty.createObjectStore('lost');
    },
  });
  for (const attempt of Object.values(V4.attempts)) await database.put('attempts', attempt);
  for (const place of Object.values(V4.places)) await database.put('places', place);
  await database.put('items', V4.items.settings, 'settings');
  database.close();
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('a store that version 4 left, as it lay in a browser', () => {
  test('opens with every attempt, place and setting as it was', async () => {
    await databaseLay();
    const store = await storeOpen();
    expect(store.durability).toBe('device');
    const [{ order, ...attempt }] = Object.values(V4.attempts) as [
      (typeof V4.attempts)[keyof typeof V4.attempts],
    ];
    expect(order).toBe(1);
    expect(await store.attemptsList()).toEqual({ attempts: [attempt], ignored: [] });
    expect(await store.bestScores()).toEqual({ 'count-the-b-lines': attempt.score });
    expect(await store.settingsLoad()).toEqual(V4.items.settings);
    const { places, ignored } = await store.placesList();
    expect(ignored).toEqual([]);
    expect(Object.fromEntries(places.map((place) => [place.scenarioId, place]))).toEqual(V4.places);
    expect(await store.itemsList()).toEqual({ items: [], ignored: [] });
    await store.itemAdd(itemMake('one'));
    expect((await store.itemsList()).items).toEqual([itemMake('one')]);
  });

  test('a page of version 4 makes way, and is kept out from then on', async () => {
    await databaseLay();
    let isAsked = false;
    const page = await openDB('batsign', 4, {
      blocking: () => {
        isAsked = true;
        page.close();
      },
    });
    const store = await storeOpen();
    expect(store.durability).toBe('device');
    expect(isAsked).toBe(true);
    await expect(openDB('batsign', 4)).rejects.toMatchObject({ name: 'VersionError' });
    expect((await store.attemptsList()).attempts).toHaveLength(1);
  });

  test('goes on with the marks on a file of the learner, and with an undone mark to be redone', async () => {
    await databaseLay();
    const { places } = await (await storeOpen()).placesList();
    const own = places.find(({ scenarioId }) => scenarioId === 'own-clip')!;
    const read = scenarioResumeRead(own.state, own.version, scenarioBuiltIn('own-clip')!);
    if (!('resume' in read)) throw new Error(JSON.stringify(read));
    expect(read.resume.stepId).toBe('clip/mark');
    expect(read.resume.clip).toEqual(V4.places['own-clip'].state.clip);
    expect(historyMarks(read.resume.history)).toHaveLength(3);
    const half = V4.places['a-lines'].state.history;
    expect([half.edits.length, half.done]).toEqual([6, 5]);
  });
});
