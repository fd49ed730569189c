import { bindingRead } from '../../domain/adaptation/network-images.ts';
import { DEVICE_NONE, type DeviceCopy } from '../../domain/device-copy/device-copy.ts';
import { frameKey } from '../../domain/device-copy/device-merge.ts';
import { sha256Hex } from '../../domain/digest/sha256.ts';
import type { InstalledPackage } from '../../domain/package/installed-package.ts';
import type { DraftStore } from '../../ports/drafts.ts';
import type { NetworkStore } from '../../ports/networks.ts';
import type { AdaptedFiles } from '../../ports/tuner.ts';
import type { CopyPartTaken } from './copy-part.ts';

/** The packages of others that are kept. */
interface PackagesKept {
  readonly list: { peek(): readonly InstalledPackage[] };
  put(one: InstalledPackage): Promise<void>;
  drop(id: string): Promise<void>;
}

/** Where lies what teachers made, what of others is kept, and what networks learnt. */
export interface DeviceStores {
  readonly drafts: DraftStore;
  readonly packages: PackagesKept;
  readonly networks: () => Promise<NetworkStore>;
}

/** All that is kept there, but for the weights. */
export async function deviceRead({ drafts, packages, networks }: DeviceStores): Promise<DeviceCopy> {
  const store = await networks();
  return {
    drafts: await drafts.list(),
    courses: await drafts.courses.list(),
    packages: packages.list.peek(),
    examClips: await store.clipsList(),
    frames: await store.framesList(),
    networks: await store.networksList(),
    uses: Object.fromEntries(await store.usesList()),
  };
}

/** The files of a network; null where they are damaged. */
export type NetworkFiles = (id: string) => Promise<AdaptedFiles | null>;

/** Makes a device as it is wanted, but for networks that go. Whatever goes wrong leaves it as it was. */
export async function deviceTake(
  stores: DeviceStores,
  here: DeviceCopy,
  wanted: DeviceCopy,
  filesOf: NetworkFiles,
): Promise<CopyPartTaken> {
  const store = await stores.networks();
  const own = new Set(here.networks.map(({ id }) => id));
  const added: string[] = [];
  let damaged = 0;
  const undo = async (): Promise<void> => {
    await recordsWrite(stores, wanted, here);
    for (const id of added) await store.networkRemove(id);
    await usesWrite(store, Object.fromEntries(await store.usesList()), here.uses);
  };
  try {
    for (const network of wanted.networks) {
      if (own.has(network.id)) continue;
      const files = await filesOf(network.id);
      if (files !== null && sha256Hex(files.weights) === network.sha256) {
        await store.networkSave(network, files);
        added.push(network.id);
      } else damaged += 1;
    }
    await recordsWrite(stores, here, wanted);
    const there = new Set([...own, ...added]);
    const uses = Object.entries(wanted.uses).filter(([, id]) => there.has(id));
    await usesWrite(store, here.uses, Object.fromEntries(uses));
  } catch (error) {
    await undo();
    throw error;
  }
  return {
    damaged,
    undo,
    async finish() {
      const left = new Set(wanted.networks.map(({ id }) => id));
      for (const id of own) if (!left.has(id)) await store.networkRemove(id);
    },
  };
}

async function usesWrite(
  store: NetworkStore,
  before: DeviceCopy['uses'],
  after: DeviceCopy['uses'],
): Promise<void> {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const images = bindingRead(key);
    if (images !== null && before[key] !== after[key]) await store.useSet(images, after[key] ?? null);
  }
}

/** Writes what is new or other than before, and removes what is no longer there; networks are left alone. */
async function recordsWrite(
  { drafts, packages, networks }: DeviceStores,
  before: DeviceCopy,
  after: DeviceCopy,
): Promise<void> {
  const store = await networks();
  const byId = ({ id }: { readonly id: string }): string => id;
  await each(before.drafts, after.drafts, byId, drafts.save, ({ id }) => drafts.remove(id));
  const { courses } = drafts;
  await each(before.courses, after.courses, byId, courses.save, ({ id }) => courses.remove(id));
  await each(before.packages, after.packages, byId, packages.put, ({ id }) => packages.drop(id));
  await each(before.frames, after.frames, frameKey, store.frameSave, ({ clipId, index }) =>
    store.frameRemove(clipId, index),
  );
  if (JSON.stringify(before.examClips) !== JSON.stringify(after.examClips)) {
    await store.clipsSave(after.examClips);
  }
}

async function each<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string,
  save: (one: T) => Promise<void>,
  remove: (one: T) => Promise<void>,
): Promise<void> {
  const was = new Map(before.map((one) => [keyOf(one), one]));
  const is = new Set(after.map(keyOf));
  for (const one of after) if (was.get(keyOf(one)) !== one) await save(one);
  for (const one of before) if (!is.has(keyOf(one))) await remove(one);
}

/** What a copy without clips and weights holds: who brings it in would have networks that cannot run, and lessons without images. */
export function deviceWithoutFiles(device: DeviceCopy): DeviceCopy {
  const packages = device.packages.filter(({ clips }) => clips.length === 0);
  return { ...device, networks: DEVICE_NONE.networks, uses: DEVICE_NONE.uses, packages };
}
