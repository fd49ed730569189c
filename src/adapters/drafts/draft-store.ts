import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { CodedError } from '../../domain/errors/coded-error.ts';
import { type StoredSchema, storedTake } from '../../domain/stored/stored-read.ts';
import { courseDraftSchema } from '../../domain/studio/course-draft.ts';
import { draftSchema } from '../../domain/studio/draft.ts';
import type { DraftStore } from '../../ports/drafts.ts';

/** Not a learner's: drafts are the device's, as packages are. */
const DATABASE = 'batsign-drafts';
/** 1 had drafts alone, 2 has courses beside them. */
const VERSION = 2;

interface DraftsSchema extends DBSchema {
  drafts: { key: string; value: unknown };
  courses: { key: string; value: unknown };
}

/** Drafts and courses in a database of their own, which is opened for each call and let go of again. */
export function draftStore(): DraftStore {
  return {
    ...kept('drafts', draftSchema),
    courses: kept('courses', courseDraftSchema),
    eraseAll: () => deleteDB(DATABASE),
  };
}

function kept<T extends { readonly id: string; readonly changedAtMs: number }>(
  name: 'drafts' | 'courses',
  schema: StoredSchema<T>,
) {
  return {
    async list(): Promise<readonly T[]> {
      const all = await worked((database) => database.getAll(name));
      return all
        .flatMap((stored) => storedTake(schema, stored) ?? [])
        .sort((a, b) => b.changedAtMs - a.changedAtMs);
    },
    read: async (id: string): Promise<T | null> =>
      storedTake(schema, await worked((database) => database.get(name, id))),
    async save(one: T): Promise<void> {
      try {
        await worked((database) => database.put(name, one));
      } catch (cause) {
        throw new CodedError('draft_not_kept', { code: 'draftNotKept' }, { cause });
      }
    },
    remove: (id: string): Promise<void> => worked((database) => database.delete(name, id)),
  };
}

async function worked<T>(work: (database: IDBPDatabase<DraftsSchema>) => Promise<T>): Promise<T> {
  const database = await openDB<DraftsSchema>(DATABASE, VERSION, {
    upgrade(opened, from) {
      if (from < 1) opened.createObjectStore('drafts', { keyPath: 'id' });
      if (from < 2) opened.createObjectStore('courses', { keyPath: 'id' });
    },
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
