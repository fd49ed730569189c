import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import type { ItemName, ShelvedRecord, Shelves } from './shelves.ts';

/** Of the database's stores, not of what lies in them: records are checked one by one when read. */
const DATABASE_VERSION = 2;

interface BatsignSchema extends DBSchema {
  attempts: { key: string; value: unknown };
  places: { key: string; value: unknown };
  items: { key: ItemName; value: unknown };
}

function databaseOpen(name: string, onLost: () => void): Promise<IDBPDatabase<BatsignSchema>> {
  return new Promise((done, fail) => {
    openDB<BatsignSchema>(name, DATABASE_VERSION, {
      upgrade: (database, from) => {
        if (from < 1) {
          database.createObjectStore('attempts', { keyPath: 'id' });
          database.createObjectStore('items');
        }
        database.createObjectStore('places', { keyPath: 'scenarioId' });
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

type StoreName = 'attempts' | 'places' | 'items';
type Writable<Name extends StoreName> = IDBPObjectStore<BatsignSchema, [Name], Name, 'readwrite'>;

/**
 * One write, asked to be committed at once: a page that goes away does not wait for a transaction to end by itself,
 * and what was written last would be lost with it.
 */
async function write<Name extends StoreName>(
  database: IDBPDatabase<BatsignSchema>,
  name: Name,
  work: (store: Writable<Name>) => Promise<unknown>,
): Promise<void> {
  const transaction = database.transaction(name, 'readwrite');
  const working = work(transaction.store);
  transaction.commit();
  await Promise.all([working, transaction.done]);
}

async function recordsAll(
  database: IDBPDatabase<BatsignSchema>,
  name: 'attempts' | 'places',
): Promise<readonly ShelvedRecord[]> {
  const { store } = database.transaction(name);
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return keys.map((key, index) => ({ key: String(key), value: values[index] }));
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
    attemptPut: async (record) => write(await database(), 'attempts', (store) => store.put(record)),
    attemptsAll: async () => recordsAll(await database(), 'attempts'),
    placePut: async (record) => write(await database(), 'places', (store) => store.put(record)),
    placesAll: async () => recordsAll(await database(), 'places'),
    placeDelete: async (scenarioId) => write(await database(), 'places', (store) => store.delete(scenarioId)),
    itemPut: async (name, value) => write(await database(), 'items', (store) => store.put(value, name)),
    itemGet: async (name) => (await database()).get('items', name),
    itemDelete: async (name) => write(await database(), 'items', (store) => store.delete(name)),
    clear: async () => {
      const transaction = (await database()).transaction(['attempts', 'places', 'items'], 'readwrite');
      await Promise.all([
        transaction.objectStore('attempts').clear(),
        transaction.objectStore('places').clear(),
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
