import type { Drive } from './drive.ts';

/** A drive that lasts as long as the page. */
export function driveMemory(): Drive {
  const folders = new Map<string, Map<string, Uint8Array<ArrayBuffer>>>();
  const find = (folder: string, file: string): Uint8Array<ArrayBuffer> | null =>
    folders.get(folder)?.get(file) ?? null;
  return {
    folders: async () => [...folders.keys()],
    files: async (folder) => [...(folders.get(folder)?.keys() ?? [])],
    read: async (folder, file, from = 0, to) => find(folder, file)?.slice(from, to) ?? null,
    async blob(folder, file) {
      const found = find(folder, file);
      return found === null ? null : new Blob([found]);
    },
    size: async (folder, file) => find(folder, file)?.length ?? null,
    async open(folder, file) {
      const files = folders.get(folder) ?? new Map<string, Uint8Array<ArrayBuffer>>();
      folders.set(folder, files);
      let held = files.get(file) ?? new Uint8Array(0);
      let length = held.length;
      files.set(file, held);
      return {
        size: async () => length,
        async write(bytes, at) {
          const end = at + bytes.length;
          if (end > held.length) {
            // Twice the room, so that a long clip is not copied once for each of its images.
            const grown = new Uint8Array(Math.max(end, 2 * held.length));
            grown.set(held.subarray(0, length));
            held = grown;
          }
          held.set(bytes, at);
          length = Math.max(length, end);
        },
        truncate: async (bytes) => {
          length = Math.min(length, bytes);
        },
        close: async () => {
          files.set(file, held.slice(0, length));
        },
      };
    },
    fileRemove: async (folder, file) => {
      folders.get(folder)?.delete(file);
    },
    folderRemove: async (folder) => {
      folders.delete(folder);
    },
    erase: async () => folders.clear(),
    claim: async () => () => {},
    // Nothing here is left over from another page.
    ifUnclaimed: async () => {},
  };
}
