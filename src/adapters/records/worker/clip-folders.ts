import { sectorInside } from '../../../domain/frame/mask.ts';
import type { ClipBegun, ClipRecord, ClipWriter, DamagedClip } from '../../../ports/records.ts';
import { clipMissing, RecordsError, recordsErrorOf } from '../shared/records-error.ts';
import {
  CLIP_FILE,
  type ClipFile,
  clipFileBytes,
  clipFileRead,
  FRAMES_FILE,
  jsonBytes,
  jsonOf,
  NAME_FILE,
} from './clip-file.ts';
import { deflate, inflate } from './deflate.ts';
import { type Drive, fileReplace } from './drive.ts';

export interface ClipFoldersOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** Clips on a drive: a folder each, in which `clip.json` is written last, so that a half-written clip is none. */
export interface ClipFolders {
  /** Throws away what was never finished and nobody is writing. */
  tidy(): Promise<void>;
  list(): Promise<{ readonly clips: readonly ClipRecord[]; readonly damaged: readonly DamagedClip[] }>;
  write(clip: ClipBegun): Promise<ClipWriter>;
  /** @throws RecordsError `clip_missing`, `clip_damaged`. */
  read(id: string): Promise<ClipRecord>;
  frame(id: string, index: number): Promise<Uint8Array<ArrayBuffer>>;
  rename(id: string, name: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** @throws what says that a clip is being written in another tab; all others are gone then. */
  eraseAll(): Promise<void>;
}

export function clipFolders(drive: Drive, { now, newId }: ClipFoldersOptions): ClipFolders {
  /** Files that were read once: a clip never changes. */
  const known = new Map<string, ClipFile>();

  const fileOf = async (id: string): Promise<ClipFile> => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const bytes = await drive.read(id, CLIP_FILE);
    if (bytes === null) throw clipMissing();
    const file = clipFileRead(bytes);
    if (file === null) throw new RecordsError('clip_damaged', { code: 'clipDescriptionDamaged' });
    const size = (await drive.size(id, FRAMES_FILE)) ?? 0;
    if (size < sumOf(file.lengths)) throw new RecordsError('clip_damaged', { code: 'clipCutOff' });
    known.set(id, file);
    return file;
  };

  const recordOf = async (id: string, file: ClipFile): Promise<ClipRecord> => {
    const { lengths, ...clip } = file;
    return { ...clip, id, name: await nameRead(drive, id), bytes: sumOf(lengths) };
  };

  const folders: ClipFolders = {
    async tidy() {
      for (const id of await drive.folders()) {
        await drive.ifUnclaimed(id, async () => {
          if ((await drive.size(id, CLIP_FILE)) === null) await drive.folderRemove(id);
        });
      }
    },
    async list() {
      const clips: ClipRecord[] = [];
      const damaged: DamagedClip[] = [];
      for (const id of await drive.folders()) {
        try {
          clips.push(await recordOf(id, await fileOf(id)));
        } catch (cause) {
          const { code, fact } = recordsErrorOf(cause, 'read_failed');
          // One that is still being written is no clip yet.
          if (code !== 'clip_missing') damaged.push({ id, reason: fact });
        }
      }
      return { clips: clips.toSorted((a, b) => b.savedAtMs - a.savedAtMs), damaged };
    },
    write: (clip) => writerOpen(drive, newId(), now(), clip),
    async read(id) {
      // Another tab may have removed it.
      if ((await drive.size(id, CLIP_FILE)) === null) known.delete(id);
      return recordOf(id, await fileOf(id));
    },
    async frame(id, index) {
      const { width, height, lengths } = await fileOf(id);
      const length = lengths[index];
      if (length === undefined) throw new RangeError(`There is no image ${index} in the clip.`);
      const from = sumOf(lengths.slice(0, index));
      const packed = await drive.read(id, FRAMES_FILE, from, from + length);
      if (packed === null) {
        known.delete(id);
        throw clipMissing();
      }
      const grey = await inflate(packed, width * height).catch(() => null);
      if (grey === null || grey.length !== width * height) {
        throw new RecordsError('clip_damaged', { code: 'clipImageDamaged', image: index + 1 });
      }
      return grey;
    },
    async rename(id, name) {
      await fileOf(id);
      await fileReplace(drive, id, NAME_FILE, jsonBytes({ name }));
    },
    async remove(id) {
      known.delete(id);
      await drive.folderRemove(id);
    },
    async eraseAll() {
      known.clear();
      // One by one first: a clip that another tab is writing keeps none of the others.
      const removed = await Promise.allSettled((await drive.folders()).map((id) => drive.folderRemove(id)));
      for (const one of removed) if (one.status === 'rejected') throw one.reason;
      await drive.erase();
    },
  };
  return folders;
}

async function writerOpen(
  drive: Drive,
  id: string,
  savedAtMs: number,
  begun: ClipBegun,
): Promise<ClipWriter> {
  const { name, width, height, ...kept } = begun;
  const inside = sectorInside(kept.sector, width, height);
  const release = await drive.claim(id);
  const timesMs: number[] = [];
  const lengths: number[] = [];
  let size = 0;
  let isOver = false;

  const frames = await drive.open(id, FRAMES_FILE).catch(async (error: unknown) => {
    await drive.folderRemove(id).finally(release);
    throw error;
  });

  const dropped = async (): Promise<void> => {
    isOver = true;
    await frames.close().catch(() => {});
    await drive.folderRemove(id).finally(release);
  };
  /** Whatever goes wrong leaves nothing behind. */
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isOver) throw new RecordsError('clip_unsound', { code: 'clipNotWritten' });
    try {
      return await work();
    } catch (error) {
      await dropped();
      throw error;
    }
  };

  return {
    add: (grey, timeMs) =>
      attempt(async () => {
        imageCheck(grey.length === width * height, timeMs, timesMs);
        const packed = await deflate(grey.map((level, at) => level * inside[at]!) as Uint8Array<ArrayBuffer>);
        await frames.write(packed, size);
        size += packed.length;
        lengths.push(packed.length);
        timesMs.push(timeMs);
      }),
    finish: () =>
      attempt(async () => {
        if (timesMs.length === 0) {
          throw new RecordsError('clip_unsound', { code: 'clipWithoutImages' });
        }
        await frames.close();
        await fileReplace(drive, id, NAME_FILE, jsonBytes({ name }));
        const first = timesMs[0]!;
        const times = timesMs.map((time) => time - first);
        const file: ClipFile = { ...kept, width, height, savedAtMs, timesMs: times, lengths };
        await fileReplace(drive, id, CLIP_FILE, clipFileBytes(file));
        isOver = true;
        release();
        return { ...begun, id, savedAtMs, timesMs: times, bytes: size };
      }),
    async abort() {
      if (!isOver) await dropped();
    },
  };
}

function imageCheck(isWhole: boolean, timeMs: number, timesMs: readonly number[]): void {
  const last = timesMs.at(-1);
  if (isWhole && Number.isFinite(timeMs) && (last === undefined || timeMs > last)) return;
  throw new RecordsError('clip_unsound', { code: 'clipImagesUnsound' });
}

/** Empty where it was lost: the list then says when the clip was saved. */
async function nameRead(drive: Drive, id: string): Promise<string> {
  const bytes = await drive.read(id, NAME_FILE);
  const stored = bytes === null ? undefined : jsonOf(bytes);
  const name = (stored as { name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' ? name : '';
}

function sumOf(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}
