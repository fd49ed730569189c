import type { Drive, OpenFile } from './drive.ts';

/**
 * A file opened in place. Workers of every browser have it, `createWritable` is younger in Safari. The DOM library
 * that this compiles with knows it not; older Safaris give promises where others give nothing.
 */
interface SyncFile {
  getSize(): number | Promise<number>;
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  truncate(size: number): void | Promise<void>;
  flush(): void | Promise<void>;
  close(): void | Promise<void>;
}

type SyncFileHandle = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncFile> };

const PROBE = 'probe';
const PROBE_TAKEN: readonly string[] = ['NoModificationAllowedError', 'NotFoundError'];

/** Null for a missing file or folder; anything else is a fault. */
async function orMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw error;
  }
}

/** Rejects where the browser has no such storage, or not for this page. */
export async function driveOpfs(name: string): Promise<Drive> {
  // Without locks two tabs would write into the same clip.
  if (navigator.locks === undefined) throw new Error('This browser has no Web Locks.');
  const storage = await navigator.storage.getDirectory();
  // Looked up each time: any tab may erase it all.
  const rootFind = () => orMissing(storage.getDirectoryHandle(name));
  const rootMake = () => storage.getDirectoryHandle(name, { create: true });

  const folderFind = async (folder: string) => {
    const root = await rootFind();
    return root === null ? null : orMissing(root.getDirectoryHandle(folder));
  };
  const fileFind = async (folder: string, file: string): Promise<File | null> => {
    const found = await folderFind(folder);
    const handle = found === null ? null : await orMissing(found.getFileHandle(file));
    return handle === null ? null : orMissing(handle.getFile());
  };
  const lockName = (folder: string): string => `${name}/${folder}`;

  const drive: Drive = {
    async folders() {
      const root = await rootFind();
      return root === null ? [] : namesOf(root, 'directory');
    },
    async files(folder) {
      const found = await folderFind(folder);
      return found === null ? [] : namesOf(found, 'file');
    },
    async read(folder, file, from, to) {
      const found = await fileFind(folder, file);
      return found === null ? null : new Uint8Array(await found.slice(from, to).arrayBuffer());
    },
    blob: fileFind,
    size: async (folder, file) => (await fileFind(folder, file))?.size ?? null,
    async open(folder, file) {
      const made = await (await rootMake()).getDirectoryHandle(folder, { create: true });
      return fileOpen(await made.getFileHandle(file, { create: true }));
    },
    async fileRemove(folder, file) {
      const found = await folderFind(folder);
      if (found !== null) await orMissing(found.removeEntry(file));
    },
    async folderRemove(folder) {
      const root = await rootFind();
      if (root !== null) await orMissing(root.removeEntry(folder, { recursive: true }));
    },
    async erase() {
      await orMissing(storage.removeEntry(name, { recursive: true }));
    },
    claim: (folder) =>
      new Promise((claimed, failed) => {
        navigator.locks
          .request(lockName(folder), () => new Promise<void>((done) => claimed(() => done())))
          .catch(failed);
      }),
    async ifUnclaimed(folder, work) {
      await navigator.locks.request(lockName(folder), { ifAvailable: true }, async (lock) => {
        if (lock !== null) await work();
      });
    },
  };
  await fileProbe(await rootMake());
  return drive;
}

/** Some browsers give the folder and refuse the file. */
async function fileProbe(root: FileSystemDirectoryHandle): Promise<void> {
  try {
    const probe = await fileOpen(await root.getFileHandle(PROBE, { create: true }));
    await probe.close();
    await root.removeEntry(PROBE);
  } catch (error) {
    // Another tab is at the same probe, or has just removed it: then it works.
    const isTaken = error instanceof DOMException && PROBE_TAKEN.includes(error.name);
    if (!isTaken) throw error;
  }
}

async function namesOf(folder: FileSystemDirectoryHandle, kind: FileSystemHandleKind): Promise<string[]> {
  const names: string[] = [];
  for await (const [name, handle] of folder.entries()) if (handle.kind === kind) names.push(name);
  return names;
}

async function fileOpen(handle: FileSystemFileHandle): Promise<OpenFile> {
  const file = await (handle as SyncFileHandle).createSyncAccessHandle();
  return {
    size: async () => file.getSize(),
    async write(bytes, at) {
      for (let done = 0; done < bytes.length; ) {
        const written = file.write(bytes.subarray(done), { at: at + done });
        if (written === 0) throw new DOMException('No more room.', 'QuotaExceededError');
        done += written;
      }
    },
    truncate: async (bytes) => file.truncate(bytes),
    async close() {
      try {
        await file.flush();
      } finally {
        await file.close();
      }
    },
  };
}
