import { uuidOf } from '../../domain/digest/uuid.ts';
import { type Learner, learnerNameRead } from '../../domain/learners/learner.ts';
import { attemptSchema } from '../../domain/learning/attempt.ts';
import { type ItemRecord, itemRecordSchema } from '../../domain/learning/item-record.ts';
import { placeSchema } from '../../domain/learning/place.ts';
import type { Attempt, Store } from '../../ports/store.ts';
import { copyMerge } from './copy-merge.ts';
import { copyRead } from './copy-read.ts';
import type { Database } from './database.ts';
import { databaseIdb } from './database-idb.ts';
import { databaseMemory } from './database-memory.ts';
import {
  attemptsOn,
  bestScoresOf,
  calibrationsOn,
  exportOn,
  itemsOn,
  learnerOn,
  placesOn,
  settingsOn,
} from './database-read.ts';
import { databaseUpdate } from './database-update.ts';
import { recordRead } from './record-read.ts';
import { StoreError } from './store-error.ts';

export interface StoreOptions {
  /** Name of the database; another one keeps tests apart. */
  readonly name?: string;
  /** How long the browser may take to open it before memory is used instead, ms. */
  readonly limitMs?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Never the same twice, on any machine. */
  readonly newId?: () => string;
  /** Told when another page erases everything. */
  readonly onErased?: () => void;
}

/** The database belongs to a newer version of the game, or will in a moment. */
function newerIs(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'VersionError';
}

function newerError(cause: unknown): StoreError {
  return new StoreError('newer_version', { code: 'storeNewer' }, { cause });
}

async function writeTry(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    if (newerIs(cause)) throw newerError(cause);
    if (cause instanceof DOMException && cause.name === 'QuotaExceededError') {
      throw new StoreError('storage_full', { code: 'storeFull' }, { cause });
    }
    throw new StoreError('write_failed', { code: 'storeNotWritten' }, { cause });
  }
}

async function readTry<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (newerIs(cause)) throw newerError(cause);
    throw new StoreError('read_failed', { code: 'storeNotRead' }, { cause });
  }
}

function takenCheck(isWritten: boolean): void {
  if (isWritten) return;
  throw new StoreError('place_taken', { code: 'placeTaken' });
}

/** Records that the browser refused, which are lost with the page unless they are taken with the next one. */
function refusedHold<Item extends { readonly id: string }>(write: (record: Item) => Promise<void>) {
  const held = new Map<string, Item>();
  const others = (kept: readonly Item[]): readonly Item[] => kept.filter(({ id }) => !held.has(id));
  return {
    async put(record: Item): Promise<void> {
      held.set(record.id, record);
      for (const each of held.values()) {
        await write(each);
        held.delete(each.id);
      }
    },
    /** Those that are kept, with those that are held as the newest of a list that begins with its newest. */
    before: (kept: readonly Item[]): readonly Item[] => [...[...held.values()].reverse(), ...others(kept)],
    /** The same of a list that ends with its newest. */
    after: (kept: readonly Item[]): readonly Item[] => [...others(kept), ...held.values()],
    clear: (): void => held.clear(),
  };
}

function storeOver(
  database: Database,
  memoryReason: Store['memoryReason'],
  { now, newId }: Required<Pick<StoreOptions, 'now' | 'newId'>>,
): Store {
  /** By scenario, the number with which this page writes its place. */
  const owners = new Map<string, number>();
  const ownerOf = (scenarioId: string): number | null => owners.get(scenarioId) ?? null;
  const refusedAttempts = refusedHold<Attempt>((attempt) => database.attemptPut(attempt));
  const refusedItems = refusedHold<ItemRecord>((item) => database.learnerItemPut(item));
  const attemptsList = (scenarioId?: string) =>
    readTry(async () => {
      const { attempts, ignored } = await attemptsOn(database);
      return {
        attempts: refusedAttempts
          .before(attempts)
          .filter((attempt) => scenarioId === undefined || attempt.scenarioId === scenarioId),
        ignored,
      };
    });
  const calibrationsLoad = () => readTry(() => calibrationsOn(database));
  const everything = () =>
    readTry(async () => {
      const kept = await exportOn(database, now());
      const attempts = refusedAttempts.before(kept.attempts);
      return { ...kept, attempts, bestScores: bestScoresOf(attempts), items: refusedItems.after(kept.items) };
    });
  const learnerLoad = () => readTry(() => learnerOn(database));
  const learnerSave = async (learner: Learner): Promise<Learner> => {
    await writeTry(() => database.itemPut('learner', learner));
    return learner;
  };

  return {
    durability: memoryReason === null ? 'device' : 'memory',
    memoryReason,
    attemptAdd: (attempt) =>
      writeTry(async () => refusedAttempts.put(recordRead(attemptSchema, attempt, 'The attempt'))),
    attemptsList,
    itemAdd: (record) =>
      writeTry(async () => refusedItems.put(recordRead(itemRecordSchema, record, 'The item'))),
    itemsList: () =>
      readTry(async () => {
        const { items, ignored } = await itemsOn(database);
        return { items: refusedItems.after(items), ignored };
      }),
    bestScores: async () => bestScoresOf((await attemptsList()).attempts),
    placeClaim: (scenarioId) =>
      writeTry(async () => {
        owners.set(scenarioId, await database.placeClaim(scenarioId));
      }),
    placeRelease: (scenarioId) => {
      owners.delete(scenarioId);
    },
    placeSave: (place) =>
      writeTry(async () => {
        const record = recordRead(placeSchema, place, 'The place');
        takenCheck(await database.placePut(record, ownerOf(record.scenarioId)));
      }),
    placesList: () => readTry(() => placesOn(database)),
    placeDrop: (scenarioId) =>
      writeTry(async () => takenCheck(await database.placeDelete(scenarioId, ownerOf(scenarioId)))),
    learnerLoad,
    learnerNameSave: async (name) => {
      const id = (await learnerLoad())?.id ?? newId();
      return learnerSave({ id, name: learnerNameRead(name) });
    },
    settingsSave: (settings) => writeTry(() => database.itemPut('settings', settings)),
    settingsLoad: () => readTry(() => settingsOn(database)),
    calibrationSave: async (key, calibration) => {
      const known = await calibrationsLoad();
      await writeTry(() =>
        database.itemPut('calibrations', Object.fromEntries([...known, [key, calibration]])),
      );
    },
    calibrationsLoad,
    exportAll: async () => {
      const kept = await everything();
      if (kept.learner !== null) return kept;
      const learner = { id: newId(), name: '' };
      // A storage that is full hands over what is in it all the same.
      await learnerSave(learner).catch(() => undefined);
      return { ...kept, learner };
    },
    copyRead,
    copyCompare: async (copy, way) => copyMerge(await everything(), copy, way).change,
    copyTake: async (copy, way) => {
      const { put, change } = copyMerge(await everything(), copy, way);
      await writeTry(() => database.fill(put, way === 'replace'));
      refusedAttempts.clear();
      refusedItems.clear();
      return change;
    },
    eraseAll: () => {
      refusedAttempts.clear();
      refusedItems.clear();
      return writeTry(() => database.erase());
    },
    close: () => database.close(),
  };
}

function uuidNew(): string {
  return uuidOf(crypto.getRandomValues(new Uint8Array(16)));
}

/** Opens the learner's store; where the browser keeps nothing it is one in memory, which says so. */
export async function storeOpen(options: StoreOptions = {}): Promise<Store> {
  const { name = 'batsign', limitMs = 8000, onErased = () => {} } = options;
  const { now = Date.now, newId = uuidNew } = options;
  try {
    const database = await databaseIdb(name, limitMs, onErased);
    // Records that cannot be brought over now are there for the next time; until then they are not read.
    await databaseUpdate(database).catch(() => undefined);
    return storeOver(database, null, { now, newId });
  } catch (error) {
    const code = newerIs(error) ? 'storeOfNewer' : 'storeForgotten';
    return storeOver(databaseMemory(), { code }, { now, newId });
  }
}
