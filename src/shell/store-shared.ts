import { CodedError } from '../domain/errors/coded-error.ts';
import type { Store } from '../ports/store.ts';
import type { Tabs } from '../ports/tabs.ts';

export interface StoreSharedEvents {
  /** An attempt or an answer was kept. */
  readonly onKept: () => void;
  /** The browser took no attempt or answer; the store holds it as long as the page is open. */
  readonly onRefused: () => void;
}

/** A store whose changes the other pages of the game are told of. */
export function storeShared(
  store: Store,
  tabs: Pick<Tabs, 'changeTell'>,
  { onKept, onRefused }: StoreSharedEvents,
): Store {
  const told =
    <Given extends readonly unknown[], Result>(write: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      const result = await write(...given);
      tabs.changeTell();
      return result;
    };
  const kept =
    <Kept>(add: (record: Kept) => Promise<void>) =>
    async (record: Kept): Promise<void> => {
      try {
        await add(record);
      } catch (error) {
        if (!isUnsound(error)) onRefused();
        throw error;
      }
      onKept();
    };
  return {
    ...store,
    attemptAdd: told(kept(store.attemptAdd)),
    itemAdd: told(kept(store.itemAdd)),
    placeSave: told(store.placeSave),
    placeDrop: told(store.placeDrop),
    settingsSave: told(store.settingsSave),
    copyTake: told(store.copyTake),
  };
}

/** A fault of the game, of which nothing is held. */
function isUnsound(error: unknown): boolean {
  return error instanceof CodedError && error.code === 'record_unsound';
}
