import type { RecordsOpened } from '../../ports/records.ts';
import type { Store } from '../../ports/store.ts';
import { partLoad } from '../../ui/part-load.ts';
import { COPY_JSON, COPY_ZIP, clipPartPath } from './copy-layout.ts';

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

/** Everything that is stored but clips, as JSON. */
export async function copyMake(store: Store): Promise<CopyMade> {
  const json = JSON.stringify(await store.exportAll(), null, 2);
  return { name: COPY_JSON, content: new Blob([json], { type: 'application/json' }) };
}

/** Everything that is stored, with the clips of the library and what the network said of them, as one zip. */
export async function copyMakeWithClips(
  store: Store,
  records: RecordsOpened,
  { onShare, signal }: CopyPacking,
): Promise<CopyMade> {
  const { archivePack } = await partLoad(() => import('../../adapters/archive/client/archive-pack.ts'));
  const { name, content } = await copyMake(store);
  const files = [{ path: name, content }];
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
