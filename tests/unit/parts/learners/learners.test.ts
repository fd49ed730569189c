import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { learnerListKept } from '../../../../src/adapters/learners/learner-list-kept.ts';
import { storeOpen } from '../../../../src/adapters/store/store.ts';
import { FIRST_LEARNER, learnerDatabase } from '../../../../src/domain/learners/learner-list.ts';
import { copyMake } from '../../../../src/parts/copy/copy-make.ts';
import { copyOpen } from '../../../../src/parts/copy/copy-open.ts';
import { learnersCreate } from '../../../../src/parts/learners/learners.ts';
import { attemptMake, itemMake } from '../../../fixtures/store/records.ts';
import { StorageFake } from '../../../support/storage-fake.ts';

const TAKING = { onShare: () => {}, signal: new AbortController().signal };
const keyOf = (number: number) => `0b0e9f6e-3c0c-4c53-8a5e-6d1f3a0c9b${10 + number}`;

let keys = 0;

beforeEach(() => {
  keys = 0;
  vi.stubGlobal('localStorage', new StorageFake());
  vi.stubGlobal('sessionStorage', new StorageFake());
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('addEventListener', () => {});
});
afterEach(() => vi.unstubAllGlobals());

/** A page of the game, as it is after it was loaded. */
function pageLoad() {
  const kept = learnerListKept();
  const { here } = kept.read();
  const effects = { forget: vi.fn(), extrasErase: vi.fn(), reload: vi.fn() };
  const store = storeOpen({ name: learnerDatabase(here) });
  const learners = learnersCreate({
    kept,
    pins: {
      isPossible: true,
      hash: async (pin) => ({ salt: 'ab'.repeat(16), hash: pin.padStart(64, '0'), rounds: 1 }),
      check: async () => true,
    },
    store,
    storeOpen: (name) => storeOpen({ name }),
    records: () => Promise.reject(new Error('No clips here.')),
    newKey: () => keyOf(++keys),
    ...effects,
  });
  return { learners, store, kept, ...effects };
}

const names = ({ learners }: ReturnType<typeof pageLoad>) =>
  learners.list.value.learners.map(({ name }) => name);

async function databaseNames(): Promise<readonly (string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name).toSorted();
}

test('each learner has what is theirs, and nothing of another', async () => {
  const first = pageLoad();
  await (await first.store).attemptAdd(attemptMake('first'));
  await first.learners.add('Ana');
  first.learners.switchTo(keyOf(1));
  expect(first.reload).toHaveBeenCalledOnce();
  // The page that is not loaded anew goes on for whom it was.
  expect(first.learners.here).toBe(FIRST_LEARNER);

  const ana = pageLoad();
  expect(ana.learners.here).toBe(keyOf(1));
  expect(names(ana)).toEqual(['', 'Ana']);
  const store = await ana.store;
  expect((await store.attemptsList()).attempts).toEqual([]);
  await store.itemAdd(itemMake('answer'));
  expect((await (await first.store).itemsList()).items).toEqual([]);
  await ana.learners.rename(FIRST_LEARNER, 'Cy');
  expect(await (await first.store).learnerLoad()).toMatchObject({ name: 'Cy' });
  expect(names(pageLoad())).toEqual(['Cy', 'Ana']);
});

test('a list that is damaged or lost loses nobody: databases are found again, with their names', async () => {
  const page = pageLoad();
  await page.learners.add('Ana');
  await page.learners.add('Bo');
  localStorage.setItem('batsign.learners', '{"version":1,"learners":[{"key"');
  const again = pageLoad();
  expect(names(again)).toEqual(['']);
  await again.learners.find();
  expect(names(again).toSorted()).toEqual(['', 'Ana', 'Bo']);
  expect(names(pageLoad()).toSorted()).toEqual(['', 'Ana', 'Bo']);
});

test('one is erased as one, and another page goes on for somebody who is left', async () => {
  const page = pageLoad();
  await page.learners.add('Ana');
  await page.learners.add('Bo');
  await page.learners.erase(keyOf(1));
  expect(page.forget).not.toHaveBeenCalled();
  expect(page.extrasErase).toHaveBeenCalledWith(keyOf(1));
  expect(await databaseNames()).toEqual(['batsign', `batsign-${keyOf(2)}`]);
  await page.learners.erase(FIRST_LEARNER);
  expect(page.forget).toHaveBeenCalledOnce();
  expect(page.reload).toHaveBeenCalledOnce();
  expect(await databaseNames()).toEqual([`batsign-${keyOf(2)}`]);
  const bo = pageLoad();
  expect(bo.learners.here).toBe(keyOf(2));
  await bo.learners.erase(keyOf(2));
  expect(await databaseNames()).toEqual([]);
  expect(localStorage.length).toBe(0);
});

test('all others are erased, also those that are not in the list', async () => {
  const page = pageLoad();
  await page.store;
  await page.learners.add('Ana');
  await page.learners.add('Bo');
  localStorage.clear();
  page.learners.listTake();
  expect(names(page)).toEqual(['']);
  await page.learners.eraseOthers();
  expect(await databaseNames()).toEqual(['batsign']);
});

test('a learner is handed over as one file, and comes in as a new one or into their own', async () => {
  const page = pageLoad();
  await page.learners.add('Ana');
  await page.learners.storeUse(keyOf(1), (store) => store.itemAdd(itemMake('answer')));
  const { content } = await page.learners.storeUse(keyOf(1), copyMake);
  const file = new File([content], 'batsign-Ana.json');
  const opened = await copyOpen(file, await page.store);
  expect(opened.copy.learner?.name).toBe('Ana');
  expect((await page.learners.ofId(opened.copy.learner!.id))?.key).toBe(keyOf(1));

  expect(await page.learners.take(opened, 'Ana 2', TAKING)).toBe(0);
  expect(names(page)).toEqual(['', 'Ana', 'Ana 2']);
  const [items, learner] = await page.learners.storeUse(keyOf(2), async (store) => [
    (await store.itemsList()).items,
    await store.learnerLoad(),
  ]);
  expect(items).toEqual([itemMake('answer')]);
  expect(learner).toEqual({ id: opened.copy.learner!.id, name: 'Ana 2' });

  await page.learners.storeUse(keyOf(1), (store) => store.itemAdd(itemMake('later')));
  expect(await page.learners.merge(keyOf(1), opened, TAKING)).toBe(0);
  const merged = await page.learners.storeUse(keyOf(1), (store) => store.itemsList());
  expect(merged.items.map(({ id }) => id).toSorted()).toEqual(['answer', 'later']);
});

test('a file that cannot be brought in leaves no learner', async () => {
  const page = pageLoad();
  await page.store;
  const text = JSON.stringify(await (await page.store).exportAll());
  const opened = await copyOpen(new File([text], 'copy.json'), await page.store);
  const broken = { ...opened, clips: { ids: ['one'], parts: async () => [] } };
  await expect(page.learners.take(broken, 'Ana', TAKING)).rejects.toThrow('No clips here.');
  expect(names(page)).toEqual(['']);
  expect(await databaseNames()).toEqual(['batsign']);
});

test('a learner whose PIN was just set is not asked for it in this page', async () => {
  const page = pageLoad();
  await page.learners.pinSet(FIRST_LEARNER, '1234');
  expect(page.learners.list.value.learners[0]?.pin).not.toBeNull();
  expect(page.kept.isLetIn(FIRST_LEARNER)).toBe(true);
  await page.learners.pinSet(FIRST_LEARNER, null);
  expect(localStorage.length).toBe(0);
});
