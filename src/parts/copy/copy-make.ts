import { type DeviceCopy, deviceCopyWrite } from '../../domain/device-copy/device-copy.ts';
import type { RecordsOpened } from '../../ports/records.ts';
import type { Store } from '../../ports/store.ts';
import { partLoad } from '../../ui/part-load.ts';
import { type DeviceStores, deviceRead, deviceWithoutFiles } from './copy-device.ts';
import { COPY_JSON, COPY_ZIP, clipPartPath, networkPartPath } from './copy-layout.ts';

/** A copy to be saved as a file. */
export interface CopyMade {
  readonly name: string;
  readonly content: Blob;
}

/** How packing is followed and ended. */
export interface CopyPacking {
  /** Told the share of what is packed, 0-1. */
  readonly onShare: (share: number) => void;
  /** Aborted, packing rejects with an AbortError. */
  readonly signal: AbortSignal;
}

/** Everything that is stored of a learner but clips, as JSON. */
export async function copyMake(store: Store): Promise<CopyMade> {
  return jsonMade(await store.exportAll());
}

/** The same, and what is the device's: all of it but clips, what needs them, and adapted networks. */
export async function copyMakeOfDevice(store: Store, stores: DeviceStores): Promise<CopyMade> {
  return madeOf(store, deviceWithoutFiles(await deviceRead(stores)));
}

/** Everything that is stored, with the clips of the library, what the network said of them, and adapted networks, as one zip. */
export async function copyMakeWithClips(
  store: Store,
  stores: DeviceStores,
  records: RecordsOpened,
  { onShare, signal }: CopyPacking,
): Promise<CopyMade> {
  const { archivePack } = await partLoad(() => import('../../adapters/archive/client/archive-pack.ts'));
  const device = await deviceRead(stores);
  const { name, content } = await madeOf(store, device);
  const files = [{ path: name, content }];
  for (const { id } of device.networks) {
    const { manifest, weights } = await (await stores.networks()).networkFiles(id);
    const json = new Blob([JSON.stringify(manifest)], { type: 'application/json' });
    files.push({ path: networkPartPath(id, 'manifest'), content: json });
    files.push({ path: networkPartPath(id, 'weights'), content: new Blob([weights]) });
  }
  for (const { id } of (await records.clipsList()).clips) {
    signal.throwIfAborted();
    for (const part of await records.clipFiles(id)) {
      files.push({ path: clipPartPath(id, part.name), content: part.content });
    }
  }
  const all = files.reduce((sum, file) => sum + file.content.size, 0);
  let done = 0;
  const packed = await archivePack(files, {
    signal,
    onBytes(bytes) {
      done += bytes;
      onShare(done / all);
    },
  });
  return { name: COPY_ZIP, content: packed };
}

async function madeOf(store: Store, device: DeviceCopy): Promise<CopyMade> {
  return jsonMade({ ...(await store.exportAll()), device: deviceCopyWrite(device) });
}

function jsonMade(copy: object): CopyMade {
  const json = JSON.stringify(copy, null, 2);
  return { name: COPY_JSON, content: new Blob([json], { type: 'application/json' }) };
}
