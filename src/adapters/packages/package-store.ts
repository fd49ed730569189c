import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { type InstalledPackage, installedPackageSchema } from '../../domain/package/installed-package.ts';
import { PackageError } from '../../domain/package/package-error.ts';
import { storedTake } from '../../domain/stored/stored-read.ts';
import type { PackageStore } from '../../ports/packages.ts';

/** Not a learner's: packages are for all of them. */
const DATABASE = 'batsign-packages';
const VERSION = 1;
/** Says that there is one: who has none waits for no database when the page starts. */
const ANY = 'batsign.packages';
/** A database that does not open by then does not keep the game from starting. */
const START_MS = 8000;

interface PackagesSchema extends DBSchema {
  packages: { key: string; value: unknown };
}

/** Packages in a database of their own, which is opened for each call and let go of again: calls are few. */
export function packageStore(): PackageStore {
  return {
    async list() {
      if (!isAny()) return [];
      const read = worked((database) => database.getAll('packages')).catch((error: unknown) => {
        console.warn(error);
        return [];
      });
      const all = await Promise.race([read, late()]);
      return all
        .flatMap((stored) => storedTake(installedPackageSchema, stored) ?? [])
        .sort((a, b) => a.installedAtMs - b.installedAtMs);
    },
    save: async (one: InstalledPackage) => {
      try {
        await worked((database) => database.put('packages', one));
        localStorage.setItem(ANY, 'yes');
      } catch (cause) {
        throw new PackageError({ code: 'packagesNotKept' }, { cause });
      }
    },
    remove: (id) => worked((database) => database.delete('packages', id)),
    async eraseAll() {
      await deleteDB(DATABASE);
    },
  };
}

function isAny(): boolean {
  try {
    return localStorage.getItem(ANY) !== null;
  } catch {
    return false;
  }
}

function late(): Promise<readonly unknown[]> {
  return new Promise((done) => setTimeout(() => done([]), START_MS));
}

async function worked<T>(work: (database: IDBPDatabase<PackagesSchema>) => Promise<T>): Promise<T> {
  const database = await openDB<PackagesSchema>(DATABASE, VERSION, {
    upgrade: (opened) => void opened.createObjectStore('packages', { keyPath: 'id' }),
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
