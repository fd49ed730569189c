import type { Store } from '../ports/store.ts';
import type { Tabs } from '../ports/tabs.ts';

/** A store whose changes the other pages of the game are told of. */
export function storeShared(store: Store, tabs: Pick<Tabs, 'changeTell'>): Store {
  const told =
    <Given extends readonly unknown[], Result>(write: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      const result = await write(...given);
      tabs.changeTell();
      return result;
    };
  return {
    ...store,
    attemptAdd: told(store.attemptAdd),
    placeSave: told(store.placeSave),
    placeDrop: told(store.placeDrop),
    settingsSave: told(store.settingsSave),
    copyTake: told(store.copyTake),
  };
}
