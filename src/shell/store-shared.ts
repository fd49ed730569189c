import type { Store } from '../ports/store.ts';
import type { Tabs } from '../ports/tabs.ts';

/** A store whose changes the other pages of the game are told of; `onKept` when an attempt or an answer was kept. */
export function storeShared(store: Store, tabs: Pick<Tabs, 'changeTell'>, onKept: () => void): Store {
  const told =
    <Given extends readonly unknown[], Result>(write: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      const result = await write(...given);
      tabs.changeTell();
      return result;
    };
  return {
    ...store,
    attemptAdd: told(async (attempt) => {
      await store.attemptAdd(attempt);
      onKept();
    }),
    itemAdd: told(async (record) => {
      await store.itemAdd(record);
      onKept();
    }),
    placeSave: told(store.placeSave),
    placeDrop: told(store.placeDrop),
    settingsSave: told(store.settingsSave),
    copyTake: told(store.copyTake),
  };
}
