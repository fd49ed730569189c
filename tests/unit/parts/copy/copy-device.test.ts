import { expect, test } from 'vitest';
import type { AdaptedNetwork } from '../../../../src/domain/adaptation/adapted-network.ts';
import type { ExamClip, LabelledFrame } from '../../../../src/domain/adaptation/labelled-frame.ts';
import { bindingKey } from '../../../../src/domain/adaptation/network-images.ts';
import type { DeviceCopy } from '../../../../src/domain/device-copy/device-copy.ts';
import { DEVICE_NONE } from '../../../../src/domain/device-copy/device-copy.ts';
import { deviceMerge, frameKey } from '../../../../src/domain/device-copy/device-merge.ts';
import type { InstalledPackage } from '../../../../src/domain/package/installed-package.ts';
import { type DeviceStores, deviceRead, deviceTake } from '../../../../src/parts/copy/copy-device.ts';
import type { NetworkStore } from '../../../../src/ports/networks.ts';
import type { AdaptedFiles } from '../../../../src/ports/tuner.ts';
import { ADAPTED, ADAPTED_WEIGHTS, courseDraft, draft, installed } from '../../../support/device-copies.ts';

/** A device in memory; `full` from so many writes on. */
function deviceFake(full = Number.POSITIVE_INFINITY) {
  let writes = 0;
  const write = async (work: () => void): Promise<void> => {
    writes += 1;
    if (writes === full) throw new Error('full');
    work();
  };
  const keptOf = <T extends { readonly id: string }>() => {
    const all = new Map<string, T>();
    return {
      list: async () => [...all.values()],
      read: async (id: string) => all.get(id) ?? null,
      save: (one: T) => write(() => void all.set(one.id, one)),
      remove: async (id: string) => void all.delete(id),
    };
  };
  let clips: readonly ExamClip[] = [];
  const frames = new Map<string, LabelledFrame>();
  const networks = new Map<string, { readonly network: AdaptedNetwork; readonly files: AdaptedFiles }>();
  const uses = new Map<string, string>();
  const store: NetworkStore = {
    clipsList: async () => clips,
    clipsSave: (given) =>
      write(() => {
        clips = given;
      }),
    framesList: async () => [...frames.values()],
    frameSave: (frame) => write(() => void frames.set(frameKey(frame), frame)),
    frameRemove: async (clipId, index) => void frames.delete(frameKey({ clipId, index })),
    networksList: async () => [...networks.values()].map(({ network }) => network),
    networkSave: (network, files) => write(() => void networks.set(network.id, { network, files })),
    networkFiles: async (id) => networks.get(id)!.files,
    networkRemove: async (id) => {
      networks.delete(id);
      for (const [key, used] of uses) if (used === id) uses.delete(key);
    },
    usesList: async () => uses,
    useSet: (images, id) =>
      write(() => {
        if (id === null) uses.delete(bindingKey(images));
        else uses.set(bindingKey(images), id);
      }),
    networkFor: async () => null,
    eraseAll: async () => {},
  };
  let packages: readonly InstalledPackage[] = [];
  const others = (id: string) => packages.filter((one) => one.id !== id);
  const packagesKept: DeviceStores['packages'] = {
    list: { peek: () => packages },
    put: (one) =>
      write(() => {
        packages = [...others(one.id), one];
      }),
    async drop(id) {
      packages = others(id);
    },
  };
  const stores: DeviceStores = {
    drafts: { ...keptOf(), courses: keptOf(), eraseAll: async () => {} },
    packages: packagesKept,
    networks: async () => store,
  };
  return stores;
}

const WHOLE: DeviceCopy = {
  drafts: [draft('a'), draft('b')],
  courses: [courseDraft('c', ['a', 'b'])],
  packages: [installed()],
  examClips: [{ clipId: 'one', exam: 1 }],
  frames: [{ clipId: 'one', index: 4, marks: [], isLeftOut: false }],
  networks: [ADAPTED],
  uses: { clips: ADAPTED.id },
};
const filesOf = async (): Promise<AdaptedFiles> => ({ manifest: {}, weights: ADAPTED_WEIGHTS });

async function taken(stores: DeviceStores, copy: DeviceCopy, way: 'merge' | 'replace', files = filesOf) {
  const here = await deviceRead(stores);
  const made = await deviceTake(stores, here, deviceMerge(here, copy, way, true), files);
  await made.finish();
  return made.damaged;
}

test('a device has all that a copy of another holds, and loses it where that is asked for', async () => {
  const stores = deviceFake();
  expect(await taken(stores, WHOLE, 'merge')).toBe(0);
  expect(await deviceRead(stores)).toEqual(WHOLE);
  await taken(stores, { ...DEVICE_NONE, drafts: [draft('z')] }, 'replace');
  expect(await deviceRead(stores)).toEqual({ ...DEVICE_NONE, drafts: [draft('z')] });
});

test('a network that stays labels what the copy says, or nothing', async () => {
  const stores = deviceFake();
  await taken(stores, WHOLE, 'merge');
  await taken(stores, { ...WHOLE, uses: { 'device x': ADAPTED.id } }, 'replace');
  expect((await deviceRead(stores)).uses).toEqual({ 'device x': ADAPTED.id });
});

test('a network whose weights are others is left out, and nothing is labelled by it', async () => {
  const stores = deviceFake();
  const other = async (): Promise<AdaptedFiles> => ({ manifest: {}, weights: Uint8Array.of(9) });
  expect(await taken(stores, WHOLE, 'merge', other)).toBe(1);
  expect(await deviceRead(stores)).toEqual({ ...WHOLE, networks: [], uses: {} });
});

test('whichever write fails, the device is as it was', async () => {
  // A network, two drafts, a course, a package, a frame, the list of clips, and what the network labels.
  for (let at = 1; at <= 8; at++) {
    const stores = deviceFake(at);
    await expect(taken(stores, WHOLE, 'merge')).rejects.toThrow('full');
    expect(await deviceRead(stores), `write ${at}`).toEqual(DEVICE_NONE);
  }
  await expect(taken(deviceFake(9), WHOLE, 'merge')).resolves.toBe(0);
});
