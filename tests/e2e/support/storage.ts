import type { Page } from '@playwright/test';

/** Everything that a browser can keep of a page. */
export interface Kept {
  readonly databases: readonly string[];
  /** Paths in the private file system, folders too. */
  readonly files: readonly string[];
  readonly localKeys: readonly string[];
  readonly sessionKeys: readonly string[];
  readonly caches: readonly string[];
  readonly cookies: string;
  readonly workers: number;
}

export const NOTHING_KEPT: Kept = {
  databases: [],
  files: [],
  localKeys: [],
  sessionKeys: [],
  caches: [],
  cookies: '',
  workers: 0,
};

export function storageList(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const files: string[] = [];
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        files.push(`${path}${name}`);
        if (handle instanceof FileSystemDirectoryHandle) await walk(handle, `${path}${name}/`);
      }
    };
    await walk(await navigator.storage.getDirectory(), '');
    return {
      databases: (await indexedDB.databases()).map(({ name }) => `${name}`),
      files,
      localKeys: Object.keys(localStorage),
      sessionKeys: Object.keys(sessionStorage),
      caches: await caches.keys(),
      cookies: document.cookie,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    };
  });
}

/** All that lies in the database and in localStorage, as text. */
export function storageText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const database = await answer(indexedDB.open('batsign'));
    const names = [...database.objectStoreNames];
    const records: unknown[] = [];
    for (const name of names)
      records.push(await answer(database.transaction(name).objectStore(name).getAll()));
    database.close();
    return JSON.stringify([records, { ...localStorage }]);
  });
}
