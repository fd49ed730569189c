import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ItemName, Shelves } from './shelves.ts';

/** Of the database's stores, not of what lies in them: records are checked one by one when read. */
const DATABASE_VERSION = 1;

interface BatsignSchema extends DBSchema {
  attempts: { key: string; value: unknown };
  items: { key: ItemName; value: unknown };
}

function databaseOpen(name: string, onLost: () => void): Promise<IDBPDatabase<BatsignSchema>> {
  return new Promise((done, fail) => {
    openDB<BatsignSchema>(name, DATABASE_VERSION, {
      upgrade: (database) => {
        database.createObjectStore('attempts', { keyPath: 'id' });
        database.createObjectStore('items');
      },
      blocked: () => fail(new Error('Another tab holds an older version open.')),
      // A newer Batsign in another tab waits for this one to let go.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        onLost();
      },
      terminated: onLost,
    }).then(done, fail);
  });
}

function timeLimit<T>(work: Promise<T>, limitMs: number): Promise<T> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`No answer within ${limitMs} ms.`)), limitMs);
    work.then(done, fail).finally(() => clearTimeout(timer));
  });
}

/**
 * Shelves in the browser's IndexedDB. Rejects where the browser forbids it or does not answer in time. A
 * database that is lost meanwhile (the browser cleared it) is opened again for the next request.
 */
export async function shelvesIdb(name: string, limitMs: number): Promise<Shelves> {
  let opened: Promise<IDBPDatabase<BatsignSchema>> | null = null;
  const forget = () => {
    opened = null;
  };
  const database = () => {
    if (opened === null) {
      opened = databaseOpen(name, forget);
      opened.catch(forget);
    }
    return opened;
  };
  await timeLimit(database(), limitMs);
  return {
    attemptPut: async (record) => {
      await (await database()).put('attempts', record);
    },
    attemptsAll: async () => {
      const transaction = (await database()).transaction('attempts');
      const [keys, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
      return keys.map((key, index) => ({ key: String(key), value: values[index] }));
    },
    itemPut: async (name, value) => {
      await (await database()).put('items', value, name);
    },
    itemGet: async (name) => (await database()).get('items', name),
    itemDelete: async (name) => {
      await (await database()).delete('items', name);
    },
    clear: async () => {
      const transaction = (await database()).transaction(['attempts', 'items'], 'readwrite');
      await Promise.all([
        transaction.objectStore('attempts').clear(),
        transaction.objectStore('items').clear(),
        transaction.done,
      ]);
    },
    close: () => {
      opened?.then((open) => open.close(), forget);
      forget();
    },
  };
}
