import { uuidOf } from '../../domain/digest/uuid.ts';
import { attemptSchema } from '../../domain/learning/attempt.ts';
import { type ItemRecord, itemRecordSchema } from '../../domain/learning/item-record.ts';
import { type Learner, learnerNameRead } from '../../domain/learning/learner.ts';
import { placeSchema } from '../../domain/learning/place.ts';
import type { Store } from '../../ports/store.ts';
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

function storeOver(
  database: Database,
  memoryReason: Store['memoryReason'],
  { now, newId }: Required<Pick<StoreOptions, 'now' | 'newId'>>,
): Store {
  /** By scenario, the number with which this page writes its place. */
  const owners = new Map<string, number>();
  const ownerOf = (scenarioId: string): number | null => owners.get(scenarioId) ?? null;
  const attemptsList = (scenarioId?: string) =>
    readTry(async () => {
      const { attempts, ignored } = await attemptsOn(database);
      return {
        attempts: attempts.filter((attempt) => scenarioId === undefined || attempt.scenarioId === scenarioId),
        ignored,
      };
    });
  /** Answers that the browser refused, which are lost with the page unless one is taken. */
  const refused = new Map<string, ItemRecord>();
  const withRefused = (kept: readonly ItemRecord[]): readonly ItemRecord[] =>
    refused.size === 0 ? kept : [...kept.filter(({ id }) => !refused.has(id)), ...refused.values()];
  const calibrationsLoad = () => readTry(() => calibrationsOn(database));
  const everything = () =>
    readTry(async () => {
      const kept = await exportOn(database, now());
      return { ...kept, items: withRefused(kept.items) };
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
      writeTry(async () => database.attemptPut(recordRead(attemptSchema, attempt, 'The attempt'))),
    attemptsList,
    itemAdd: (record) =>
      writeTry(async () => {
        const sound = recordRead(itemRecordSchema, record, 'The item');
        refused.set(sound.id, sound);
        for (const each of refused.values()) {
          await database.learnerItemPut(each);
          refused.delete(each.id);
        }
      }),
    itemsList: () =>
      readTry(async () => {
        const { items, ignored } = await itemsOn(database);
        return { items: withRefused(items), ignored };
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
      refused.clear();
      return change;
    },
    eraseAll: () => {
      refused.clear();
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
