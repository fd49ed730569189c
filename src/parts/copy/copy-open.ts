import type { ArchiveOpened } from '../../adapters/archive/client/archive-open.ts';
import { NETWORK_FILE_BYTES_MOST } from '../../domain/adaptation/network-file.ts';
import { type DeviceCopy, deviceCopyRead } from '../../domain/device-copy/device-copy.ts';
import { fileKind, KIND_BYTES } from '../../formats/files/picture-header.ts';
import type { ClipPart } from '../../ports/records.ts';
import type { Store, StoreExport } from '../../ports/store.ts';
import { partLoad } from '../../ui/part-load.ts';
import type { NetworkFiles } from './copy-device.ts';
import { COPY_JSON, clipPartRead, networkPartPath } from './copy-layout.ts';

/** Greater than years of play come to; what is greater is something else. */
const MAX_JSON_BYTES = 200 * 1024 * 1024;
/** Of one clip, packed: more than any browser keeps. */
const MAX_CLIP_BYTES = 4096 * 1024 * 1024;

/** The clips of a copy; nothing of them is unpacked before it is asked for. */
export interface CopiedClips {
  readonly ids: readonly string[];
  /** The files of one. Rejects with an InputError where the zip is damaged. */
  parts(id: string): Promise<readonly ClipPart[]>;
}

/** What teachers made and networks learnt, as a copy holds it. */
export interface CopiedDevice {
  readonly device: DeviceCopy;
  /** Records that are damaged and left out. */
  readonly ignored: number;
  /** Null where it holds no networks. */
  readonly networkFiles: NetworkFiles | null;
}

/** A copy that was read. */
export interface CopyOpened {
  readonly copy: StoreExport;
  /** Null where it was saved without clips: then it says nothing of them. */
  readonly clips: CopiedClips | null;
  /** What lay on the device beside the learner's; null where it says nothing of that. */
  readonly device: CopiedDevice | null;
  /** Lets go of the file. */
  close(): void;
}

/**
 * Opens a copy, a JSON file or a zip with clips.
 * @throws StoreError `copy_unsound`, InputError where it is a zip that cannot be read
 */
export async function copyOpen(file: File, { copyRead }: Pick<Store, 'copyRead'>): Promise<CopyOpened> {
  const head = new Uint8Array(await file.slice(0, KIND_BYTES).arrayBuffer());
  if (fileKind(head) !== 'zip') {
    const text = file.size > MAX_JSON_BYTES ? '' : await file.text();
    const copy = await copyRead(text);
    return { copy, clips: null, device: await deviceOf(text, null), close: () => {} };
  }
  const { archiveOpen } = await partLoad(() => import('../../adapters/archive/client/archive-open.ts'));
  const archive = await archiveOpen(file, { mostBytes: MAX_CLIP_BYTES });
  try {
    const at = archive.files.findIndex(({ path }) => path === COPY_JSON);
    const isSound = at >= 0 && archive.files[at]!.bytes <= MAX_JSON_BYTES;
    const text = isSound ? await (await archive.unpack(at)).text() : '';
    const copy = await copyRead(text);
    const device = await deviceOf(text, networkFilesOf(archive));
    return { copy, clips: clipsOf(archive), device, close: () => archive.close() };
  } catch (error) {
    archive.close();
    throw error;
  }
}

/** Of the JSON of a copy that was read. */
async function deviceOf(text: string, networkFiles: NetworkFiles | null): Promise<CopiedDevice | null> {
  const { device } = JSON.parse(text) as { readonly device?: unknown };
  if (device === undefined) return null;
  const { copiedPackageRead } = await partLoad(
    () => import('../../domain/device-copy/copied-package-read.ts'),
  );
  const read = deviceCopyRead(device, copiedPackageRead);
  return read === null ? null : { ...read, networkFiles };
}

function networkFilesOf({ files, unpack }: ArchiveOpened): NetworkFiles {
  const find = async (path: string): Promise<Blob | null> => {
    const at = files.findIndex((file) => file.path === path);
    return at < 0 || files[at]!.bytes > NETWORK_FILE_BYTES_MOST ? null : unpack(at);
  };
  return async (id) => {
    const manifest = await find(networkPartPath(id, 'manifest'));
    const weights = await find(networkPartPath(id, 'weights'));
    if (manifest === null || weights === null) return null;
    try {
      const json = JSON.parse(await manifest.text()) as unknown;
      return { manifest: json, weights: new Uint8Array(await weights.arrayBuffer()) };
    } catch (error) {
      console.warn(error);
      return null;
    }
  };
}

function clipsOf({ files, unpack }: ArchiveOpened): CopiedClips {
  const places = new Map<string, Map<string, number>>();
  for (const [at, { path }] of files.entries()) {
    const part = clipPartRead(path);
    if (part === null) continue;
    const clip = places.get(part.id) ?? new Map<string, number>();
    places.set(part.id, clip.set(part.name, at));
  }
  return {
    ids: [...places.keys()],
    async parts(id) {
      const parts: ClipPart[] = [];
      for (const [name, at] of places.get(id) ?? []) parts.push({ name, content: await unpack(at) });
      return parts;
    },
  };
}
