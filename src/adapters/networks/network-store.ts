import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { type AdaptedNetwork, adaptedNetworkSchema } from '../../domain/adaptation/adapted-network.ts';
import { examClipSchema, labelledFrameSchema } from '../../domain/adaptation/labelled-frame.ts';
import { bindingKey } from '../../domain/adaptation/network-images.ts';
import { CodedError } from '../../domain/errors/coded-error.ts';
import { storedTake } from '../../domain/stored/stored-read.ts';
import type { NetworkStore } from '../../ports/networks.ts';
import type { AdaptedFiles } from '../../ports/tuner.ts';

/** Not a learner's: machine and clips are the device's. */
const DATABASE = 'batsign-networks';
const VERSION = 1;

interface NetworksSchema extends DBSchema {
  clips: { key: string; value: unknown };
  frames: { key: [string, number]; value: unknown };
  networks: { key: string; value: unknown };
  /** The two files of a network, by its id. */
  files: { key: string; value: unknown };
  /** Ids of networks, by what they label. */
  uses: { key: string; value: unknown };
}

/** Labelled frames and adapted networks in a database of their own, which is opened for each call and let go of again. */
export function networkStore(): NetworkStore {
  return {
    async clipsList() {
      const all = await worked((database) => database.getAll('clips'));
      return all.flatMap((stored) => storedTake(examClipSchema, stored) ?? []);
    },
    clipsSave: (clips) =>
      written('labelsNotKept', async (database) => {
        const change = database.transaction('clips', 'readwrite');
        await Promise.all([change.store.clear(), ...clips.map((clip) => change.store.put(clip))]);
        await change.done;
      }),
    async framesList() {
      const all = await worked((database) => database.getAll('frames'));
      return all.flatMap((stored) => storedTake(labelledFrameSchema, stored) ?? []);
    },
    frameSave: (frame) => written('labelsNotKept', (database) => database.put('frames', frame)),
    frameRemove: (clipId, index) => worked((database) => database.delete('frames', [clipId, index])),
    async networksList() {
      const all = await worked((database) => database.getAll('networks'));
      return all
        .flatMap((stored) => storedTake(adaptedNetworkSchema, stored) ?? [])
        .sort((a, b) => b.keptAtMs - a.keptAtMs);
    },
    networkSave: (network, files) =>
      written('adaptedNotKept', async (database) => {
        const change = database.transaction(['networks', 'files'], 'readwrite');
        await Promise.all([
          change.objectStore('networks').put(network),
          change.objectStore('files').put(files, network.id),
        ]);
        await change.done;
      }),
    async networkFiles(id) {
      const stored = await worked((database) => database.get('files', id));
      if (filesAre(stored)) return stored;
      throw new CodedError('adapted_gone', { code: 'adaptedGone' });
    },
    networkRemove: (id) =>
      worked(async (database) => {
        const change = database.transaction(['networks', 'files', 'uses'], 'readwrite');
        const uses = change.objectStore('uses');
        for (const key of await uses.getAllKeys()) if ((await uses.get(key)) === id) await uses.delete(key);
        await change.objectStore('networks').delete(id);
        await change.objectStore('files').delete(id);
        await change.done;
      }),
    usesList: () =>
      worked(async (database) => {
        const keys = await database.getAllKeys('uses');
        const ids = await Promise.all(keys.map((key) => database.get('uses', key)));
        return new Map(keys.flatMap((key, at) => (typeof ids[at] === 'string' ? [[key, ids[at]]] : [])));
      }),
    useSet: (images, id) =>
      written('adaptedNotKept', (database) =>
        id === null
          ? database.delete('uses', bindingKey(images))
          : database.put('uses', id, bindingKey(images)),
      ),
    async networkFor(images) {
      // Whoever only looks at a clip is no reason for another database.
      if (!(await isMade())) return null;
      return worked(async (database): Promise<AdaptedNetwork | null> => {
        const id = await database.get('uses', bindingKey(images));
        if (typeof id !== 'string') return null;
        return storedTake(adaptedNetworkSchema, await database.get('networks', id));
      });
    },
    eraseAll: () => deleteDB(DATABASE),
  };
}

/** Where the browser does not tell, as older ones do not, it is opened to see. */
async function isMade(): Promise<boolean> {
  if (!('databases' in indexedDB)) return true;
  const all = await indexedDB.databases();
  return all.some(({ name }) => name === DATABASE);
}

function filesAre(stored: unknown): stored is AdaptedFiles {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'manifest' in stored &&
    (stored as { readonly weights?: unknown }).weights instanceof Uint8Array
  );
}

async function written(
  code: 'labelsNotKept' | 'adaptedNotKept',
  work: (database: IDBPDatabase<NetworksSchema>) => Promise<unknown>,
): Promise<void> {
  try {
    await worked(work);
  } catch (cause) {
    throw new CodedError('not_kept', { code }, { cause });
  }
}

async function worked<T>(work: (database: IDBPDatabase<NetworksSchema>) => Promise<T>): Promise<T> {
  const database = await openDB<NetworksSchema>(DATABASE, VERSION, {
    upgrade(opened) {
      opened.createObjectStore('clips', { keyPath: 'clipId' });
      opened.createObjectStore('frames', { keyPath: ['clipId', 'index'] });
      opened.createObjectStore('networks', { keyPath: 'id' });
      opened.createObjectStore('files');
      opened.createObjectStore('uses');
    },
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
