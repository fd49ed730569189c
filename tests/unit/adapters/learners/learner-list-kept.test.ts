import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { learnerListKept } from '../../../../src/adapters/learners/learner-list-kept.ts';
import { FIRST_LEARNER, learnerListAdd } from '../../../../src/domain/learners/learner-list.ts';
import { StorageFake } from '../../../support/storage-fake.ts';

const ANA = '0b0e9f6e-3c0c-4c53-8a5e-6d1f3a0c9b11';

let local: StorageFake;

beforeEach(() => {
  local = new StorageFake();
  vi.stubGlobal('localStorage', local);
  vi.stubGlobal('sessionStorage', new StorageFake());
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => vi.unstubAllGlobals());

test('nothing is written before somebody is added, and nothing is left when nobody is', () => {
  const kept = learnerListKept();
  expect(kept.isKept).toBe(true);
  expect(kept.read().here).toBe(FIRST_LEARNER);
  expect(local.length).toBe(0);
  kept.change((list) => learnerListAdd(list, { key: ANA, name: 'Ana' }));
  expect(
    learnerListKept()
      .read()
      .learners.map(({ name }) => name),
  ).toEqual(['', 'Ana']);
  kept.change((list) => ({ ...list, learners: list.learners.slice(0, 1) }));
  expect(local.length).toBe(0);
});

test('a list of a newer version is read as far as it goes, and never written over', () => {
  const text = JSON.stringify({ version: 2, here: ANA, learners: [{ key: ANA, name: 'Ana', face: 3 }] });
  local.setItem('batsign.learners', text);
  const kept = learnerListKept();
  expect(kept.read()).toEqual({ here: ANA, learners: [{ key: ANA, name: 'Ana', pin: null }] });
  expect(() => kept.change((list) => list)).toThrow(
    expect.objectContaining({ code: 'newer_version', fact: { code: 'storeNewer' } }),
  );
  expect(local.getItem('batsign.learners')).toBe(text);
});

test('a storage that is full is told with a sentence', () => {
  vi.spyOn(local, 'setItem').mockImplementation(() => {
    throw new DOMException('No more room.', 'QuotaExceededError');
  });
  const change = () => learnerListKept().change((list) => learnerListAdd(list, { key: ANA, name: 'Ana' }));
  expect(change).toThrow(expect.objectContaining({ fact: { code: 'learnersNotKept' } }));
});

test('where the browser denies storage there is one learner', () => {
  vi.stubGlobal('localStorage', {
    getItem() {
      throw new DOMException('Denied.', 'SecurityError');
    },
  });
  const kept = learnerListKept();
  expect(kept.isKept).toBe(false);
  expect(kept.read().learners).toHaveLength(1);
});

test('databases of learners are found, and no others', async () => {
  for (const name of ['batsign', `batsign-${ANA}`, 'batsign-other', 'else']) (await openDB(name)).close();
  const found = await learnerListKept().databasesFind();
  expect(found.toSorted()).toEqual([ANA, FIRST_LEARNER]);
  vi.stubGlobal('indexedDB', {});
  expect(await learnerListKept().databasesFind()).toEqual([]);
});

test('who was let in stays so in this page', () => {
  const kept = learnerListKept();
  expect(kept.isLetIn(ANA)).toBe(false);
  kept.letIn(ANA);
  expect(learnerListKept().isLetIn(ANA)).toBe(true);
  expect(kept.isLetIn(FIRST_LEARNER)).toBe(false);
});
