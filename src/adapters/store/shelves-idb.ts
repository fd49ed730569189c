import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import { attemptCount, type Filling, type ItemName, type ShelvedRecord, type Shelves } from './shelves.ts';
import { StoreError } from './store-error.ts';

/**
 * Of the database's stores, not of what lies in them: records are checked one by one when read. Version 3 has those of
 * version 2; it keeps out pages of before, which would write names of files.
 */
const DATABASE_VERSION = 3;

interface BatsignSchema extends DBSchema {
  attempts: { key: string; value: unknown };
  places: { key: string; value: unknown };
  items: { key: ItemName; value: unknown };
}

/** `onLost` is told when it has to be opened again, `onErased` when that is because another page deletes it. */
function databaseOpen(
  name: string,
  onLost: () => void,
  onErased: () => void,
): Promise<IDBPDatabase<BatsignSchema>> {
  return new Promise((done, fail) => {
    openDB<BatsignSchema>(name, DATABASE_VERSION, {
      upgrade: (database, from) => {
        if (from < 1) {
          database.createObjectStore('attempts', { keyPath: 'id' });
          database.createObjectStore('items');
        }
        if (from < 2) database.createObjectStore('places', { keyPath: 'scenarioId' });
      },
      blocked: () => fail(new Error('Another tab holds an older version open.')),
      // A newer Batsign in another tab waits for this one to let go, or one that erases everything.
      blocking: (_current, wanted, event) => {
        (event.target as IDBDatabase).close();
        onLost();
        if (wanted === null) onErased();
      },
      terminated: onLost,
    }).then(done, fail);
  });
}

function timeLimit<T>(work: Promise<T>, limitMs: number): Promise<T> {
  return new Promise((done, fail) => {
    const late = new DOMException(`No answer within ${limitMs} ms.`, 'TimeoutError');
    const timer = setTimeout(() => fail(late), limitMs);
    work.then(done, fail).finally(() => clearTimeout(timer));
  });
}

function timedOut(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

/** In one transaction: all of it is done, or none. */
async function databaseFill(
  database: IDBPDatabase<BatsignSchema>,
  { attempts, places, items }: Filling,
  isEmptied: boolean,
): Promise<void> {
  const transaction = database.transaction(['attempts', 'places', 'items'], 'readwrite');
  const store = transaction.objectStore.bind(transaction);
  await Promise.all([
    ...(isEmptied ? [store('attempts').clear(), store('places').clear(), store('items').clear()] : []),
    ...attempts.map((record) => store('attempts').put(record)),
    ...places.map((record) => store('places').put(record)),
    ...Object.entries(items).map(([name, value]) => store('items').put(value, name as ItemName)),
    transaction.done,
  ]);
}

const NOTHING: Filling = { attempts: [], places: [], items: {} };

/** Of an emptied database. It goes when the last page lets go of it, however long that takes. */
async function databaseDelete(name: string, limitMs: number): Promise<void> {
  await timeLimit(deleteDB(name), limitMs).catch((cause: unknown) => {
    if (!timedOut(cause)) throw cause;
    throw new StoreError(
      'erase_blocked',
      'All that was kept is erased, but another tab holds its empty place open: close all other tabs of this game, and that goes too.',
      { cause },
    );
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

/** Counted in the transaction that writes it, so that no other page counts the same. */
async function attemptWrite(
  database: IDBPDatabase<BatsignSchema>,
  record: { readonly id: string },
): Promise<void> {
  const transaction = database.transaction('attempts', 'readwrite');
  const working = transaction.store.put(attemptCount(record, await transaction.store.getAll()));
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
export async function shelvesIdb(name: string, limitMs: number, onErased: () => void): Promise<Shelves> {
  let opened: Promise<IDBPDatabase<BatsignSchema>> | null = null;
  const forget = () => {
    opened = null;
  };
  const database = () => {
    if (opened === null) {
      opened = databaseOpen(name, forget, onErased);
      opened.catch(forget);
    }
    // Opening waits for as long as another page keeps it from being deleted.
    return timeLimit(opened, limitMs);
  };
  await database();
  return {
    attemptPut: async (record) => attemptWrite(await database(), record),
    attemptsAll: async () => recordsAll(await database(), 'attempts'),
    placePut: async (record) => write(await database(), 'places', (store) => store.put(record)),
    placesAll: async () => recordsAll(await database(), 'places'),
    placeDelete: async (scenarioId) => write(await database(), 'places', (store) => store.delete(scenarioId)),
    itemPut: async (name, value) => write(await database(), 'items', (store) => store.put(value, name)),
    itemGet: async (name) => (await database()).get('items', name),
    itemDelete: async (name) => write(await database(), 'items', (store) => store.delete(name)),
    erase: async () => {
      try {
        const open = await database();
        await databaseFill(open, NOTHING, true);
        open.close();
        forget();
      } catch (error) {
        // It was emptied before, and another page still keeps it from being deleted.
        if (!timedOut(error)) throw error;
      }
      await databaseDelete(name, limitMs);
    },
    fill: async (filling, isEmptied) => databaseFill(await database(), filling, isEmptied),
    close: () => {
      opened?.then((open) => open.close(), forget);
      forget();
    },
  };
}
