import { CodedError } from '../../domain/errors/coded-error.ts';
import { InputError } from '../../formats/files/input-error.ts';
import type { RecordsOpened } from '../../ports/records.ts';
import type { CopyWay, RecordsChange } from '../../ports/store.ts';
import type { CopiedClips } from './copy-open.ts';
import type { CopyPartTaken } from './copy-part.ts';

/** Changes that bringing in the clips of a copy makes in the library; a clip never changes, so none is replaced. */
export async function clipsCompare(
  records: RecordsOpened,
  { ids }: CopiedClips,
  way: CopyWay,
): Promise<RecordsChange> {
  const { clips } = await records.clipsList();
  const here = new Set(clips.map(({ id }) => id));
  const copied = new Set(ids);
  const removed = way === 'merge' ? 0 : [...here].filter((id) => !copied.has(id)).length;
  return { added: ids.filter((id) => !here.has(id)).length, replaced: 0, removed };
}

/**
 * Adds the clips of a copy that are not here; those that are damaged are left out and counted. Whatever else goes wrong,
 * or is stopped, leaves none of them.
 */
export async function clipsTake(
  records: RecordsOpened,
  { ids, parts }: CopiedClips,
  way: CopyWay,
  { onShare, signal }: { readonly onShare: (share: number) => void; readonly signal: AbortSignal },
): Promise<CopyPartTaken> {
  const { clips, damaged: unread } = await records.clipsList();
  const here = new Set(clips.map(({ id }) => id));
  const added: string[] = [];
  let damaged = 0;
  const undo = async (): Promise<void> => {
    for (const id of added) await records.clipRemove(id);
  };
  try {
    for (const [done, id] of ids.entries()) {
      signal.throwIfAborted();
      onShare(done / ids.length);
      if (here.has(id)) continue;
      try {
        // A clip that is here and cannot be read gives way to one that can.
        if (unread.some((one) => one.id === id)) await records.clipRemove(id);
        if (await records.clipTake(id, await parts(id))) added.push(id);
      } catch (error) {
        if (!isDamaged(error)) throw error;
        damaged += 1;
      }
    }
    signal.throwIfAborted();
  } catch (error) {
    await undo();
    throw error;
  }
  return {
    damaged,
    undo,
    async finish() {
      if (way === 'merge') return;
      const copied = new Set(ids);
      for (const id of [...here, ...unread.map((one) => one.id)]) {
        if (!copied.has(id)) await records.clipRemove(id);
      }
    },
  };
}

function isDamaged(error: unknown): boolean {
  if (error instanceof InputError) return true;
  return error instanceof CodedError && error.code === 'clip_damaged';
}
