import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { storeOpen } from '../../../../src/adapters/store/store.ts';
import type { Store } from '../../../../src/ports/store.ts';
import { storeContract } from '../../../fixtures/store/contract.ts';
import { attemptMake, idsCounted, placeMake } from '../../../fixtures/store/records.ts';

const opened: { store: Store; name: string }[] = [];
let count = 0;

async function storeNew(
  name = `batsign-test-${count++}`,
  limitMs = 3000,
): Promise<{ store: Store; name: string }> {
  const store = await storeOpen({ name, limitMs, now: () => 42, newId: idsCounted() });
  opened.push({ store, name });
  return { store, name };
}

async function databaseNames(): Promise<(string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name);
}

afterEach(async () => {
  vi.restoreAllMocks();
  for (const { store, name } of opened.splice(0)) {
    store.close();
    await new Promise<void>((done, fail) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = () => done();
      request.onerror = () => fail(request.error);
    });
  }
});

describe('a store in IndexedDB', () => {
  storeContract(async () => (await storeNew()).store);

  test('outlives its page', async () => {
    const { store, name } = await storeNew();
    expect(store.durability).toBe('device');
    expect(store.memoryReason).toBeNull();
    await store.attemptAdd(attemptMake('one'));
    await store.placeSave(placeMake('bat-sign'));
    store.close();
    const again = (await storeNew(name)).store;
    expect((await again.attemptsList()).attempts).toEqual([attemptMake('one')]);
    expect((await again.placesList()).places).toEqual([placeMake('bat-sign')]);
  });

  test('ignores records that something else left in its database', async () => {
    const { store, name } = await storeNew();
    await store.attemptAdd(attemptMake('good'));
    const raw = await openDB(name);
    await raw.put('attempts', { id: 'bad', scenarioId: 'bat-sign', atMs: 1, score: 99, steps: [{}] });
    await raw.put('places', { scenarioId: 'a-lines', version: 4 });
    await raw.put('items', 'garbage', 'settings');
    raw.close();
    expect(await store.attemptsList()).toEqual({
      attempts: [attemptMake('good')],
      ignored: [{ key: 'bad', reason: 'The attempt.steps[0].stepId is not a text.' }],
    });
    expect(await store.bestScores()).toEqual({ 'bat-sign': 80 });
    expect(await store.placesList()).toEqual({
      places: [],
      ignored: [
        { key: 'a-lines', reason: 'The place.savedAtMs is not a number from 0 to 9007199254740991.' },
      ],
    });
    expect(await store.settingsLoad()).toEqual({});
    expect((await store.exportAll()).ignored.map(({ key }) => key)).toEqual(['bad', 'a-lines']);
  });

  test('makes way for a newer version in another tab, and then says that it cannot save', async () => {
    const { store, name } = await storeNew();
    await store.attemptAdd(attemptMake('one'));
    const newer = await openDB(name, 99);
    const told = { code: 'newer_version', fact: { code: 'storeNewer' } };
    await expect(store.attemptAdd(attemptMake('two'))).rejects.toMatchObject(told);
    await expect(store.attemptsList()).rejects.toMatchObject(told);
    newer.close();
    const older = (await storeNew(name)).store;
    expect(older.durability).toBe('memory');
    expect(older.memoryReason).toEqual({ code: 'storeOfNewer' });
    const raw = await openDB(name, 99);
    expect(await raw.count('attempts')).toBe(1);
    raw.close();
  });

  test('a page that hung writes nothing of what another one has claimed meanwhile', async () => {
    const { store: hung, name } = await storeNew();
    const { store: other } = await storeNew(name);
    const placeNow = async () => (await other.placesList()).places;
    await hung.placeClaim('bat-sign');
    await hung.placeSave(placeMake('bat-sign', { savedAtMs: 1 }));
    await other.placeClaim('bat-sign');
    const taken = { code: 'place_taken', fact: { code: 'placeTaken' } };
    await expect(hung.placeSave(placeMake('bat-sign', { savedAtMs: 2 }))).rejects.toMatchObject(taken);
    await expect(hung.placeDrop('bat-sign')).rejects.toMatchObject(taken);
    expect(await placeNow()).toEqual([placeMake('bat-sign', { savedAtMs: 1 })]);
    await other.placeSave(placeMake('bat-sign', { savedAtMs: 3 }));
    // Of others nothing is refused.
    await hung.placeClaim('a-lines');
    await hung.placeSave(placeMake('a-lines', { savedAtMs: 4 }));
    await other.placeDrop('a-lines');

    // And back.
    await hung.placeClaim('bat-sign');
    await expect(other.placeSave(placeMake('bat-sign', { savedAtMs: 5 }))).rejects.toMatchObject(taken);
    await hung.placeSave(placeMake('bat-sign', { savedAtMs: 6 }));
    expect(await placeNow()).toEqual([placeMake('bat-sign', { savedAtMs: 6 })]);
    // From its list a page drops also what it does not play.
    other.placeRelease('bat-sign');
    await other.placeDrop('bat-sign');
    expect(await placeNow()).toEqual([]);
  });

  test('goes on after its database was deleted under it', async () => {
    const { store, name } = await storeNew();
    await store.attemptAdd(attemptMake('one'));
    await new Promise((done) => {
      indexedDB.deleteDatabase(name).onsuccess = done;
    });
    await store.attemptAdd(attemptMake('two'));
    expect((await store.attemptsList()).attempts.map(({ id }) => id)).toEqual(['two']);
  });

  test('everything is erased, the database too, and what is kept after that begins anew', async () => {
    const { store, name } = await storeNew();
    await store.attemptAdd(attemptMake('one'));
    await store.eraseAll();
    expect(await databaseNames()).not.toContain(name);
    await store.attemptAdd(attemptMake('two'));
    expect((await store.attemptsList()).attempts.map(({ id }) => id)).toEqual(['two']);
    expect(await databaseNames()).toContain(name);
  });

  test('another tab that has it open lets go of it, and is told', async () => {
    const { store, name } = await storeNew();
    await store.attemptAdd(attemptMake('one'));
    const onErased = vi.fn();
    const other = await storeOpen({ name, onErased });
    opened.push({ store: other, name });
    await store.eraseAll();
    expect(onErased).toHaveBeenCalledOnce();
    expect(await databaseNames()).not.toContain(name);
    expect((await other.attemptsList()).attempts).toEqual([]);
  });

  test('whoever reads after everything was erased, or while it is, makes no database anew', async () => {
    const { store, name } = await storeNew();
    await store.attemptAdd(attemptMake('one'));
    const read: Promise<unknown>[] = [];
    const other: Store = await storeOpen({
      name,
      onErased: () => read.push(other.attemptsList(), other.placesList(), other.bestScores()),
    });
    opened.push({ store: other, name });
    await store.eraseAll();
    expect(read).toHaveLength(3);
    await Promise.all(read);
    expect(await databaseNames()).not.toContain(name);
    expect((await other.attemptsList()).attempts).toEqual([]);
    expect((await store.placesList()).places).toEqual([]);
    expect(await databaseNames()).not.toContain(name);
    await other.attemptAdd(attemptMake('two'));
    expect((await store.attemptsList()).attempts).toEqual([attemptMake('two')]);
  });

  test('where another page does not let go, all is gone but the empty database, and that is said', async () => {
    const { store, name } = await storeNew(undefined, 200);
    await store.attemptAdd(attemptMake('one'));
    const holder = await openDB(name);
    const blocked = {
      code: 'erase_blocked',
      fact: { code: 'eraseBlocked' },
    };
    await expect(store.eraseAll()).rejects.toMatchObject(blocked);
    expect(await holder.getAll('attempts')).toEqual([]);
    // Nothing hangs meanwhile, and asking again says the same.
    await expect(store.attemptAdd(attemptMake('two'))).rejects.toMatchObject({ code: 'write_failed' });
    await expect(store.eraseAll()).rejects.toMatchObject(blocked);
    holder.close();
    await store.eraseAll();
    expect(await databaseNames()).not.toContain(name);
  });

  test('a full storage is told apart from other faults', async () => {
    const { store } = await storeNew();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(store.attemptAdd(attemptMake('one'))).rejects.toMatchObject({ code: 'storage_full' });
  });
});

describe('where the browser keeps nothing', () => {
  test.each([
    [
      'it forbids databases',
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
    ],
    ['it never answers', () => new EventTarget() as unknown as IDBOpenDBRequest],
  ])('%s: the store is one in memory and works', async (_what, open) => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(open);
    const store = await storeOpen({ limitMs: 50 });
    expect(store.durability).toBe('memory');
    expect(store.memoryReason).toEqual({ code: 'storeForgotten' });
    await store.attemptAdd(attemptMake('one'));
    expect(await store.bestScores()).toEqual({ 'bat-sign': 80 });
  });
});
