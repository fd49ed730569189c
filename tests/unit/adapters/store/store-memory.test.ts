import { beforeEach, describe, expect, test, vi } from 'vitest';
import { storeOpen } from '../../../../src/adapters/store/store.ts';
import { storeContract } from '../../../fixtures/store/contract.ts';
import { idsCounted } from '../../../fixtures/store/records.ts';

// Another file of the same process may have brought one.
beforeEach(() => vi.stubGlobal('indexedDB', undefined));

describe('a store where there is no IndexedDB', () => {
  storeContract(() => storeOpen({ now: () => 42, newId: idsCounted() }));

  test('says that it is only memory', async () => {
    const store = await storeOpen();
    expect(store.durability).toBe('memory');
    expect(store.memoryReason).toEqual({ code: 'storeForgotten' });
  });
});
