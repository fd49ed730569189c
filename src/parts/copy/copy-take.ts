import { type DeviceChange, deviceChange, deviceMerge } from '../../domain/device-copy/device-merge.ts';
import type { RecordsOpened } from '../../ports/records.ts';
import type { CopyWay, Store } from '../../ports/store.ts';
import { clipsTake } from './copy-clips.ts';
import { type DeviceStores, deviceRead, deviceTake } from './copy-device.ts';
import type { CopiedDevice, CopyOpened } from './copy-open.ts';
import type { CopyPartTaken } from './copy-part.ts';

/** How bringing in is followed and ended. */
export interface CopyTaking {
  /** Told the share of the clips that are done, 0-1. */
  readonly onShare: (share: number) => void;
  /** Aborted, it rejects with an AbortError, and nothing was changed. */
  readonly signal: AbortSignal;
}

/** Where a copy goes. */
export interface CopyInto {
  readonly store: Store;
  readonly records: () => Promise<RecordsOpened>;
  /** Null where only the learner's is taken. */
  readonly device: DeviceStores | null;
}

/** What was damaged and left out. */
export interface CopyLeftOut {
  readonly clips: number;
  readonly networks: number;
}

/** Brings in all of a copy, or nothing of it; gives how much of it was damaged and left out. */
export async function copyTake(
  { store, records, device: stores }: CopyInto,
  { copy, clips, device }: CopyOpened,
  way: CopyWay,
  taking: CopyTaking,
): Promise<CopyLeftOut> {
  const taken = clips === null ? null : await clipsTake(await records(), clips, way, taking);
  let made: CopyPartTaken | null = null;
  try {
    if (stores !== null && device !== null) {
      const here = await deviceRead(stores);
      const wanted = deviceMerge(here, device.device, way, device.networkFiles !== null);
      made = await deviceTake(stores, here, wanted, device.networkFiles ?? (async () => null));
    }
    await store.copyTake(copy, way);
  } catch (error) {
    await made?.undo();
    await taken?.undo();
    throw error;
  }
  await made?.finish();
  await taken?.finish();
  return { clips: taken?.damaged ?? 0, networks: made?.damaged ?? 0 };
}

/** Changes that bringing in would make on the device; nothing is changed yet. */
export async function deviceCompare(
  stores: DeviceStores,
  { device, networkFiles }: CopiedDevice,
  way: CopyWay,
): Promise<DeviceChange> {
  const here = await deviceRead(stores);
  return deviceChange(here, deviceMerge(here, device, way, networkFiles !== null));
}
