import type { RecordsOpened } from '../../ports/records.ts';
import type { CopyWay, Store } from '../../ports/store.ts';
import { clipsTake } from './copy-clips.ts';
import type { CopyOpened } from './copy-open.ts';

/** How bringing in is followed and ended. */
export interface CopyTaking {
  /** Told the share of the clips that are done, 0-1. */
  readonly onShare: (share: number) => void;
  /** Aborted, it rejects with an AbortError, and nothing was changed. */
  readonly signal: AbortSignal;
}

/** Brings in all of a copy, or nothing of it; gives how many of its clips were damaged and left out. */
export async function copyTake(
  store: Store,
  records: () => Promise<RecordsOpened>,
  { copy, clips }: CopyOpened,
  way: CopyWay,
  taking: CopyTaking,
): Promise<number> {
  const taken = clips === null ? null : await clipsTake(await records(), clips, way, taking);
  try {
    await store.copyTake(copy, way);
  } catch (error) {
    await taken?.undo();
    throw error;
  }
  await taken?.finish();
  return taken?.damaged ?? 0;
}
