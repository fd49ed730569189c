import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { networkStore } from '../../../../src/adapters/networks/network-store.ts';
import type { CodedError } from '../../../../src/domain/errors/coded-error.ts';
import { adaptedMake } from '../../../support/adapted-make.ts';

const FILES = { manifest: { sha256: 'x' }, weights: Uint8Array.of(1, 2, 3) };
const CLIPS = { kind: 'clips' } as const;
const DEVICE = { kind: 'device', key: 'k' } as const;

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Puts something into a store as nobody else would. */
async function put(name: string, value: unknown, key?: string): Promise<void> {
  await new Promise<void>((done, fail) => {
    const opening = indexedDB.open('batsign-networks');
    opening.onsuccess = () => {
      const change = opening.result.transaction(name, 'readwrite');
      change.objectStore(name).put(value, key);
      change.oncomplete = () => {
        opening.result.close();
        done();
      };
      change.onerror = () => fail(change.error);
    };
  });
}

test('labels are kept, a frame in the place of what it was before', async () => {
  const store = networkStore();
  await store.clipsSave([
    { clipId: 'a', exam: 1 },
    { clipId: 'b', exam: 2 },
  ]);
  await store.clipsSave([{ clipId: 'b', exam: 3 }]);
  expect(await store.clipsList()).toEqual([{ clipId: 'b', exam: 3 }]);
  const frame = { clipId: 'b', index: 4, marks: [], isLeftOut: false };
  await store.frameSave(frame);
  await store.frameSave({ ...frame, isLeftOut: true });
  await store.frameSave({ ...frame, index: 5 });
  expect(await store.framesList()).toEqual([
    { ...frame, isLeftOut: true },
    { ...frame, index: 5 },
  ]);
});

test('networks are kept with their weights, newest first, and label what they are bound to', async () => {
  const store = networkStore();
  const [old, young] = [adaptedMake(), adaptedMake({ id: 'n2', name: 'Ward 4', keptAtMs: 2000 })];
  await store.networkSave(old, FILES);
  await store.networkSave(young, { ...FILES, weights: Uint8Array.of(9) });
  expect(await store.networksList()).toEqual([young, old]);
  expect(await store.networkFiles('n1')).toEqual(FILES);

  expect(await store.networkFor(CLIPS)).toBeNull();
  await store.useSet(CLIPS, 'n1');
  await store.useSet(DEVICE, 'n2');
  expect(await store.networkFor(CLIPS)).toEqual(old);
  expect(await store.networkFor({ kind: 'device', key: 'other' })).toBeNull();
  expect(await store.usesList()).toEqual(
    new Map([
      ['clips', 'n1'],
      ['device k', 'n2'],
    ]),
  );
  await store.useSet(DEVICE, null);
  expect(await store.networkFor(DEVICE)).toBeNull();
});

test('with a network its weights go, and what it labelled is labelled by that of the game', async () => {
  const store = networkStore();
  await store.networkSave(adaptedMake(), FILES);
  await store.useSet(CLIPS, 'n1');
  await store.useSet(DEVICE, 'n1');
  await store.networkRemove('n1');
  expect(await store.networksList()).toEqual([]);
  expect(await store.usesList()).toEqual(new Map());
  await expect(store.networkFiles('n1')).rejects.toMatchObject({ fact: { code: 'adaptedGone' } });
});

test('what cannot be read is left out, and labels nothing', async () => {
  const store = networkStore();
  await store.networkSave(adaptedMake(), FILES);
  await store.useSet(CLIPS, 'n1');
  await put('networks', { id: 'n1', name: 7 });
  await put('frames', { clipId: 'b', index: 4, marks: 'none' });
  await put('clips', { clipId: 'b' });
  await put('files', { manifest: {} }, 'n1');
  expect(await store.networksList()).toEqual([]);
  expect(await store.framesList()).toEqual([]);
  expect(await store.clipsList()).toEqual([]);
  expect(await store.networkFor(CLIPS)).toBeNull();
  await expect(store.networkFiles('n1')).rejects.toMatchObject({ fact: { code: 'adaptedGone' } });
});

test('a browser that gives no more storage is told in one sentence', async () => {
  const store = networkStore();
  await store.clipsList();
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const errorOf = (work: Promise<void>) =>
    work.then(() => null).catch((error: CodedError) => error.fact.code);
  expect(await errorOf(store.networkSave(adaptedMake(), FILES))).toBe('adaptedNotKept');
  expect(await errorOf(store.frameSave({ clipId: 'a', index: 0, marks: [], isLeftOut: false }))).toBe(
    'labelsNotKept',
  );
  expect(await errorOf(store.clipsSave([{ clipId: 'a', exam: 1 }]))).toBe('labelsNotKept');
});

test('asking what labels clips makes no database', async () => {
  expect(await networkStore().networkFor(CLIPS)).toBeNull();
  expect(await indexedDB.databases()).toEqual([]);
});

test('erasing leaves nothing', async () => {
  const store = networkStore();
  await store.networkSave(adaptedMake(), FILES);
  await store.eraseAll();
  expect(await indexedDB.databases()).toEqual([]);
});
