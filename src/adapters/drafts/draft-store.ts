import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { CodedError } from '../../domain/errors/coded-error.ts';
import { storedTake } from '../../domain/stored/stored-read.ts';
import { type Draft, draftSchema } from '../../domain/studio/draft.ts';
import type { DraftStore } from '../../ports/drafts.ts';

/** Not a learner's: drafts are the device's, as packages are. */
const DATABASE = 'batsign-drafts';
const VERSION = 1;

interface DraftsSchema extends DBSchema {
  drafts: { key: string; value: unknown };
}

/** Drafts in a database of their own, which is opened for each call and let go of again. */
export function draftStore(): DraftStore {
  return {
    async list() {
      const all = await worked((database) => database.getAll('drafts'));
      return all
        .flatMap((stored) => storedTake(draftSchema, stored) ?? [])
        .sort((a, b) => b.changedAtMs - a.changedAtMs);
    },
    read: async (id) => storedTake(draftSchema, await worked((database) => database.get('drafts', id))),
    async save(draft: Draft) {
      try {
        await worked((database) => database.put('drafts', draft));
      } catch (cause) {
        throw new CodedError('draft_not_kept', { code: 'draftNotKept' }, { cause });
      }
    },
    remove: (id) => worked((database) => database.delete('drafts', id)),
    eraseAll: () => deleteDB(DATABASE),
  };
}

async function worked<T>(work: (database: IDBPDatabase<DraftsSchema>) => Promise<T>): Promise<T> {
  const database = await openDB<DraftsSchema>(DATABASE, VERSION, {
    upgrade: (opened) => void opened.createObjectStore('drafts', { keyPath: 'id' }),
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
