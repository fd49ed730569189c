/** How full what the browser gives to this address is, where a person is to be told. */
export interface StorageLow {
  /** 0-1. */
  readonly usedShare: number;
  readonly leftBytes: number;
}

/** Fuller than this is told. */
const FULL_SHARE = 0.9;
/** However large the whole is: less than a clip or two need is told. */
const LEFT_BYTES = 30 * 1024 * 1024;

/** Asks the browser to keep what lies here when it runs out of room; false where it does not say that it will. */
export async function storagePersist(): Promise<boolean> {
  const { storage } = navigator;
  if (storage?.persist === undefined) return false;
  return (await storage.persisted()) || storage.persist();
}

/** Null where there is room enough, or the browser does not say. */
export async function storageLow(): Promise<StorageLow | null> {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  if (usage === undefined || quota === undefined || quota <= 0) return null;
  const [usedShare, leftBytes] = [usage / quota, Math.max(0, quota - usage)];
  return usedShare >= FULL_SHARE || leftBytes < LEFT_BYTES ? { usedShare, leftBytes } : null;
}
