import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { storeOpen } from '../../../src/adapters/store/store.ts';
import { attemptMake, storeContract } from '../../fixtures/store-contract.ts';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('a store in IndexedDB', () => {
  storeContract(() => storeOpen({ now: () => 42 }));

  test('is on the device and outlives its page', async () => {
    const store = await storeOpen();
    expect(store.durability).toBe('device');
    await store.attemptAdd(attemptMake('one'));
    store.close();
    expect((await (await storeOpen()).attemptsList()).attempts).toEqual([attemptMake('one')]);
  });
});
