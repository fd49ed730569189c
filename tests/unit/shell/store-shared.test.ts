import { expect, test, vi } from 'vitest';
import { StoreError } from '../../../src/adapters/store/store-error.ts';
import type { Store } from '../../../src/ports/store.ts';
import { storeShared } from '../../../src/shell/store-shared.ts';
import { itemMake } from '../../fixtures/store/records.ts';

function sharedOf(itemAdd: Store['itemAdd']) {
  const events = { onKept: vi.fn(), onRefused: vi.fn() };
  const changeTell = vi.fn();
  const store = storeShared({ itemAdd } as Store, { changeTell }, events);
  return { store, changeTell, ...events };
}

test('an answer that is kept is told to the other pages', async () => {
  const { store, changeTell, onKept, onRefused } = sharedOf(async () => {});
  await store.itemAdd(itemMake('one'));
  expect(changeTell).toHaveBeenCalledOnce();
  expect(onKept).toHaveBeenCalledOnce();
  expect(onRefused).not.toHaveBeenCalled();
});

test('an answer that the browser refuses is told once, to whoever offers a copy', async () => {
  const full = new StoreError('storage_full', { code: 'storeFull' });
  const { store, changeTell, onKept, onRefused } = sharedOf(() => Promise.reject(full));
  await expect(store.itemAdd(itemMake('one'))).rejects.toBe(full);
  expect(onRefused).toHaveBeenCalledOnce();
  expect(onKept).not.toHaveBeenCalled();
  expect(changeTell).not.toHaveBeenCalled();
});

test('of an answer that is none nothing is held', async () => {
  const unsound = new StoreError('record_unsound', { code: 'recordUnsound', fault: 'The item is none.' });
  const { store, onRefused } = sharedOf(() => Promise.reject(unsound));
  await expect(store.itemAdd(itemMake('one'))).rejects.toBe(unsound);
  expect(onRefused).not.toHaveBeenCalled();
});
