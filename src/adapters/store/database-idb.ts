import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import {
  type Database,
  type DatabaseFilling,
  type DatabaseRecord,
  type ItemName,
  recordCount,
  recordOrder,
} from './database.ts';
import { StoreError } from './store-error.ts';

/**
 * Of the database's stores, not of what lies in them: records are checked one by one when read. Version 3 has those of
 * version 2; it keeps out pages of before, which would write names of files. Version 4 also keeps out those that would
 * write places which another page has claimed. Version 5 has answers to items.
 */
const DATABASE_VERSION = 5;

/** So many claims are remembered, of as many scenarios; a page that hangs for longer than that is forgotten. */
const CLAIMS_KEPT = 256;

interface BatsignSchema extends DBSchema {
  attempts: { key: string; value: unknown };
  /** Each carries the number by which it is counted. */
  learnerItems: { key: string; value: unknown; indexes: { order: number } };
  places: { key: string; value: unknown };
  items: { key: ItemName; value: unknown };
  /** By number, the scenario that it was given for last. The browser counts them, and never gives one twice. */
  owners: { key: number; value: { readonly scenarioId: string }; indexes: { scenarioId: string } };
  /** Numbers in whose stead another one was given. */
  lost: { key: number; value: true };
}

/**
 * Rejects with an AbortError where there is no database and none `isMade`. `onLost` is told when it has to be opened again,
 * `onErased` when that is because another page deletes it.
 */
function databaseOpen(
  name: string,
  isMade: boolean,
  onLost: () => void,
  onErased: () => void,
): Promise<IDBPDatabase<BatsignSchema>> {
  return new Promise((done, fail) => {
    openDB<BatsignSchema>(name, DATABASE_VERSION, {
      upgrade: (database, from, _to, transaction) => {
        if (from < 1 && !isMade) {
          // Without this the browser would leave an empty one.
          transaction.done.catch(() => {});
          transaction.abort();
          return;
        }
        if (from < 1) {
          database.createObjectStore('attempts', { keyPath: 'id' });
          database.createObjectStore('items');
        }
        if (from < 2) database.createObjectStore('places', { keyPath: 'scenarioId' });
        if (from < 4) {
          database
            .createObjectStore('owners', { autoIncrement: true })
            .createIndex('scenarioId', 'scenarioId');
          database.createObjectStore('lost');
        }
        if (from < 5) {
          database.createObjectStore('learnerItems', { keyPath: 'id' }).createIndex('order', 'order');
        }
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

/** The owners of places are no records of a learner, and are kept where these are replaced. */
const FILLED = ['attempts', 'learnerItems', 'places', 'items'] as const;

/** In one transaction: all of it is done, or none. */
async function databaseFill(
  database: IDBPDatabase<BatsignSchema>,
  { attempts, learnerItems, places, items }: DatabaseFilling,
  isEmptied: boolean,
): Promise<void> {
  const transaction = database.transaction(FILLED, 'readwrite');
  const store = transaction.objectStore.bind(transaction);
  await Promise.all([
    ...(isEmptied ? FILLED.map((name) => store(name).clear()) : []),
    ...attempts.map((record) => store('attempts').put(record)),
    ...learnerItems.map((record) => store('learnerItems').put(record)),
    ...places.map((record) => store('places').put(record)),
    ...Object.entries(items).map(([name, value]) => store('items').put(value, name as ItemName)),
    transaction.done,
  ]);
}

async function databaseEmpty(database: IDBPDatabase<BatsignSchema>): Promise<void> {
  const names = [...FILLED, 'owners', 'lost'] as const;
  const transaction = database.transaction(names, 'readwrite');
  await Promise.all([...names.map((name) => transaction.objectStore(name).clear()), transaction.done]);
}

/** Of an emptied database. It goes when the last page lets go of it, however long that takes. */
async function databaseDelete(name: string, limitMs: number): Promise<void> {
  await timeLimit(deleteDB(name), limitMs).catch((cause: unknown) => {
    if (!timedOut(cause)) throw cause;
    throw new StoreError('erase_blocked', { code: 'eraseBlocked' }, { cause });
  });
}

type Names = ('places' | 'items' | 'lost')[];
type Writable<Name extends Names[number]> = IDBPObjectStore<BatsignSchema, Names, Name, 'readwrite'>;

/**
 * One write, asked to be committed at once: a page that goes away does not wait for a transaction to end by itself,
 * and what was written last would be lost with it.
 */
async function itemWrite(
  database: IDBPDatabase<BatsignSchema>,
  work: (store: Writable<'items'>) => Promise<unknown>,
): Promise<void> {
  const transaction = database.transaction<Names, 'readwrite'>(['items'], 'readwrite');
  const working = work(transaction.objectStore('items'));
  transaction.commit();
  await Promise.all([working, transaction.done]);
}

/** The same of a place; gives whether it was written, as `Database` says. */
async function placeWrite(
  database: IDBPDatabase<BatsignSchema>,
  owner: number | null,
  work: (store: Writable<'places'>) => Promise<unknown>,
): Promise<boolean> {
  const transaction = database.transaction<Names, 'readwrite'>(['places', 'lost'], 'readwrite');
  const lost = transaction.objectStore('lost');
  // Adding fails where the number is lost, and all of the transaction with it: so nothing has to be read first, and it
  // can be committed at once.
  const owning = owner === null ? [] : [lost.add(true, owner), lost.delete(owner)];
  const working = work(transaction.objectStore('places'));
  transaction.commit();
  try {
    await Promise.all([...owning, working, transaction.done]);
    return true;
  } catch (error) {
    if (owner !== null && error instanceof DOMException && error.name === 'ConstraintError') return false;
    throw error;
  }
}

/** Numbers are counted by the browser in one transaction with the loss of the one before, so that no two pages have both. */
async function placeClaim(database: IDBPDatabase<BatsignSchema>, scenarioId: string): Promise<number> {
  const transaction = database.transaction(['owners', 'lost'], 'readwrite');
  const [owners, lost] = [transaction.objectStore('owners'), transaction.objectStore('lost')];
  const before = await owners.index('scenarioId').getAllKeys(scenarioId);
  const owner = await owners.add({ scenarioId });
  const forgotten = IDBKeyRange.upperBound(owner - CLAIMS_KEPT);
  await Promise.all([
    ...before.flatMap((number) => [owners.delete(number), lost.put(true, number)]),
    owners.delete(forgotten),
    lost.delete(forgotten),
    transaction.done,
  ]);
  return owner;
}

/** Counted in the transaction that writes it, so that no other page counts the same. */
async function attemptWrite(
  database: IDBPDatabase<BatsignSchema>,
  record: { readonly id: string },
): Promise<void> {
  const transaction = database.transaction('attempts', 'readwrite');
  const working = transaction.store.put(recordCount(record, await transaction.store.getAll()));
  transaction.commit();
  await Promise.all([working, transaction.done]);
}

/** The same of an answer to an item, for which the greatest number is looked up and no record but one of the same id. */
async function learnerItemWrite(
  database: IDBPDatabase<BatsignSchema>,
  record: { readonly id: string },
): Promise<void> {
  const transaction = database.transaction('learnerItems', 'readwrite');
  const { store } = transaction;
  // Numbers alone: a record that something else left may carry anything.
  const numbers = IDBKeyRange.bound(0, Number.MAX_SAFE_INTEGER);
  const [same, last] = await Promise.all([
    store.get(record.id),
    store.index('order').openKeyCursor(numbers, 'prev'),
  ]);
  const order = same === undefined ? 1 + Math.floor(last?.key ?? 0) : recordOrder(same);
  const working = store.put({ ...record, order });
  transaction.commit();
  await Promise.all([working, transaction.done]);
}

async function recordsAll(
  database: IDBPDatabase<BatsignSchema>,
  name: 'attempts' | 'learnerItems' | 'places',
): Promise<readonly DatabaseRecord[]> {
  const { store } = database.transaction(name);
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return keys.map((key, index) => ({ key: String(key), value: values[index] }));
}

/**
 * The database in the browser's IndexedDB. Rejects where the browser forbids it or does not answer in time. A
 * database that is lost meanwhile (the browser cleared it) is opened again for the next request.
 */
export async function databaseIdb(name: string, limitMs: number, onErased: () => void): Promise<Database> {
  let opened: Promise<IDBPDatabase<BatsignSchema>> | null = null;
  /** Whether everything was erased, and nothing was written since: then reading must not make it anew. */
  let isErased = false;
  const forget = () => {
    opened = null;
  };
  const erased = () => {
    isErased = true;
    onErased();
  };
  const database = () => {
    if (opened === null) {
      opened = databaseOpen(name, true, forget, erased);
      opened.catch(forget);
    }
    isErased = false;
    // Opening waits for as long as another page keeps it from being deleted.
    return timeLimit(opened, limitMs);
  };
  /** The database to read in, or to delete from; null where there is none since everything was erased. */
  const databaseThere = async () => {
    if (opened !== null || !isErased) return database();
    const found = databaseOpen(name, false, forget, erased);
    try {
      const open = await timeLimit(found, limitMs);
      if (opened === null) opened = found;
      else open.close();
      return database();
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return null;
      throw error;
    }
  };
  const recordsThere = async (kind: 'attempts' | 'learnerItems' | 'places') => {
    const there = await databaseThere();
    return there === null ? [] : recordsAll(there, kind);
  };
  await database();
  return {
    attemptPut: async (record) => attemptWrite(await database(), record),
    attemptsAll: () => recordsThere('attempts'),
    learnerItemPut: async (record) => learnerItemWrite(await database(), record),
    learnerItemsAll: () => recordsThere('learnerItems'),
    placeClaim: async (scenarioId) => placeClaim(await database(), scenarioId),
    placePut: async (record, owner) => placeWrite(await database(), owner, (store) => store.put(record)),
    placesAll: () => recordsThere('places'),
    placeDelete: async (scenarioId, owner) => {
      const there = await databaseThere();
      return there === null || placeWrite(there, owner, (store) => store.delete(scenarioId));
    },
    itemPut: async (name, value) => itemWrite(await database(), (store) => store.put(value, name)),
    itemGet: async (name) => (await databaseThere())?.get('items', name),
    itemDelete: async (name) => {
      const there = await databaseThere();
      if (there !== null) await itemWrite(there, (store) => store.delete(name));
    },
    erase: async () => {
      try {
        const open = await database();
        await databaseEmpty(open);
        open.close();
        forget();
      } catch (error) {
        // It was emptied before, and another page still keeps it from being deleted.
        if (!timedOut(error)) throw error;
      }
      isErased = true;
      await databaseDelete(name, limitMs);
    },
    fill: async (filling, isEmptied) => databaseFill(await database(), filling, isEmptied),
    close: () => {
      opened?.then((open) => open.close(), forget);
      forget();
    },
  };
}
