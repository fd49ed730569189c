import {
  BlobReader,
  configure,
  type Entry,
  ERR_ENCRYPTED,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  ERR_INVALID_UNCOMPRESSED_SIZE,
  ERR_SPLIT_ZIP_FILE,
  ERR_UNSUPPORTED_ENCRYPTION,
  type FileEntry,
  getSupportedCompressionMethods,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { InputError } from '../files/input-error.ts';
import { MAX_FILE_BYTES, pictureCountCheck } from '../files/picture-header.ts';
import {
  archiveDamaged,
  archiveLarge,
  archiveLocked,
  archiveMethod,
  archiveSplit,
  archiveSwells,
} from './archive-refusal.ts';

/** A file in an archive. */
export interface ArchiveFile {
  /** With folders, parted by slashes. */
  readonly path: string;
  /** Its unpacked size as its directory states it; more never comes out. */
  readonly bytes: number;
}

/** An archive whose directory was read; its files are named by their place in `files`. */
export interface Archive {
  readonly files: readonly ArchiveFile[];
  /** The first `bytes` of a file, or all of it where it has fewer. */
  head(at: number, bytes: number): Promise<Uint8Array<ArrayBuffer>>;
  /** A file whole; `onBytes` is told how much came out since it was told last. */
  unpack(at: number, onBytes?: (bytes: number) => void): Promise<Blob>;
}

/** Pictures and recordings pack to a tenth at best: what swells by more than this is made to fill the memory. */
const SWELL_MOST = 200;
/** Below this nothing fills the memory. */
const SWELL_FREE_BYTES = 1 << 20;
/** Unpacked bytes are gathered in parts of this size, which the browser may put on the disk. */
const PART_BYTES = 8 << 20;

// Whoever wants it beside the page runs all of this in a worker. Of what is packed so much is read at once: swollen at
// most (1032 times) it is 33 MB, which is stopped before the next.
configure({ useWebWorkers: false, chunkSize: 32 << 10 });

/**
 * Reads the directory of a zip (APPNOTE.TXT). Folders and what systems hide in archives (`__MACOSX`, names with a dot
 * before them) are left out. Nothing is unpacked before it is asked for, and never more of a file than is stated.
 *
 * Its calls reject with an InputError: `archive-refused` for what is locked, split, packed in another way or swells,
 * `file-damaged` for what cannot be read or does not match its checksum.
 * @param mostBytes what a file in it may have once unpacked
 * @throws InputError `archive-refused`, `file-damaged`, `too-many-pictures`
 */
export async function archiveRead(file: Blob, mostBytes = MAX_FILE_BYTES): Promise<Archive> {
  const reader = new ZipReader(new BlobReader(file), { strictness: 'tolerant', checkSignature: true });
  const entries: FileEntry[] = [];
  await guarded(async () => {
    for await (const entry of reader.getEntriesGenerator()) {
      if (!isLeftOut(entry)) entries.push(entry as FileEntry);
      pictureCountCheck(entries.length);
    }
  });
  return {
    files: entries.map(({ filename, uncompressedSize }) => ({
      path: pathOf(filename),
      bytes: uncompressedSize,
    })),
    async head(at, bytes) {
      const head = new Uint8Array(bytes);
      let size = 0;
      await guarded(() =>
        entryRead(entries[at]!, (chunk) => {
          head.set(chunk.subarray(0, bytes - size), size);
          size = Math.min(bytes, size + chunk.length);
          return size < bytes;
        }),
      );
      return head.subarray(0, size);
    },
    async unpack(at, onBytes = () => {}) {
      const entry = entries[at]!;
      if (entry.uncompressedSize > mostBytes) throw archiveLarge(mostBytes);
      const parts = partsGather();
      await guarded(() =>
        entryRead(entry, (chunk) => {
          parts.add(chunk);
          onBytes(chunk.length);
          return true;
        }),
      );
      return parts.whole();
    },
  };
}

function pathOf(filename: string): string {
  return filename.replaceAll('\\', '/');
}

function isLeftOut({ filename, directory }: Entry): boolean {
  const path = pathOf(filename);
  return (
    directory ||
    path.endsWith('/') ||
    path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')
  );
}

/** Not an error of the zip: all that was wanted of a file is there. */
class Enough extends Error {}

/** Gives what is in a file piece by piece, until `onChunk` answers that it is enough. */
async function entryRead(entry: FileEntry, onChunk: (chunk: Uint8Array) => boolean): Promise<void> {
  if (entry.encrypted) throw archiveLocked();
  if (!methods().has(entry.compressionMethod)) throw archiveMethod(entry.compressionMethod);
  let size = 0;
  let isEnough = false;
  const writable = new WritableStream<Uint8Array>({
    write(chunk) {
      size += chunk.length;
      if (size > SWELL_FREE_BYTES && size > SWELL_MOST * entry.compressedSize) throw archiveSwells('beyond');
      if (onChunk(chunk)) return;
      isEnough = true;
      throw new Enough();
    },
  });
  try {
    await entry.getData(writable);
  } catch (error) {
    if (!isEnough) throw error;
  }
}

function methods(): ReadonlySet<number> {
  const supported = getSupportedCompressionMethods().filter(({ decompression }) => decompression === true);
  return new Set(supported.map(({ compressionMethod }) => compressionMethod));
}

function partsGather(): { add(chunk: Uint8Array): void; whole(): Blob } {
  const parts: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const flush = (): void => {
    parts.push(new Blob(chunks));
    chunks = [];
    bytes = 0;
  };
  return {
    add(chunk) {
      chunks.push(chunk as Uint8Array<ArrayBuffer>);
      bytes += chunk.length;
      if (bytes >= PART_BYTES) flush();
    },
    whole() {
      flush();
      return new Blob(parts);
    },
  };
}

const REFUSALS: Readonly<Record<string, () => InputError>> = {
  [ERR_ENCRYPTED]: archiveLocked,
  [ERR_ENCRYPTED_CENTRAL_DIRECTORY]: archiveLocked,
  [ERR_UNSUPPORTED_ENCRYPTION]: archiveLocked,
  [ERR_SPLIT_ZIP_FILE]: archiveSplit,
  [ERR_INVALID_UNCOMPRESSED_SIZE]: () => archiveSwells('untrue'),
};

/** Whatever the reader throws becomes an error that can be told. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw (REFUSALS[error instanceof Error ? error.message : ''] ?? archiveDamaged)();
  }
}
