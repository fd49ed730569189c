import { type StorageLow, storageLow, storagePersist } from '../adapters/site-data/site-storage.ts';
import { noticeShow } from '../ui/notices.ts';
import { say } from '../ui/words/say.ts';

/** Looks after the storage that the browser gives: what is played is to stay, and a full one is told before it is hit. */
export interface StorageWatch {
  /** Something that is to stay was kept. */
  kept(): void;
}

export function storageWatchCreate(): StorageWatch {
  let isAsked = false;
  let isTold = false;
  const look = async (): Promise<void> => {
    const low = await storageLow();
    // Once a visit: it is no news the second time.
    if (low === null || isTold) return;
    isTold = true;
    noticeShow('warning', storageSentence(low));
  };
  const quietly = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => console.warn(error));
  };
  quietly(look());
  return {
    kept() {
      if (!isAsked) quietly(storagePersist());
      isAsked = true;
      quietly(look());
    },
  };
}

function storageSentence({ usedShare, leftBytes }: StorageLow): string {
  return say('shell.roomLow', {
    percent: Math.round(100 * usedShare),
    leftMb: Math.round(leftBytes / 1024 / 1024),
  });
}
