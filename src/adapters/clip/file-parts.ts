import { fileSizeCheck } from '../../formats/files/picture-header.ts';
import type { Opening } from './clip-opening.ts';
import type { NamedBlob } from './file-pictures.ts';

/** A file that may be a clip or a part of one, wherever it lies; nothing is read of it before it is asked for. */
export interface FilePart {
  /** With folders, parted by slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Its first bytes, as many as are asked for, or all where it has fewer. */
  head(bytes: number): Promise<Uint8Array>;
  /** All of it; `onBytes` is told how much came since it was told last. */
  whole(onBytes: (bytes: number) => void): Promise<NamedBlob>;
}

/** Files that were given, or those in a zip. */
export interface FileParts {
  readonly parts: readonly FilePart[];
  close(): void;
}

/** A zip that is held open somewhere; its files are named by their place in `files`. */
export interface ZipOpened {
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  head(at: number, bytes: number): Promise<Uint8Array>;
  unpack(at: number, onBytes: (bytes: number) => void): Promise<Blob>;
  close(): void;
}

/** Files as a person gives them. */
export function givenParts(files: readonly NamedBlob[]): FileParts {
  return {
    parts: files.map((file) => ({
      path: file.name,
      bytes: file.size,
      head: (bytes) => blobHead(file, bytes),
      async whole(onBytes) {
        onBytes(file.size);
        return file;
      },
    })),
    close: () => {},
  };
}

export async function blobHead(file: Blob, bytes: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, bytes).arrayBuffer());
}

/** Files of a zip, unpacked one by one. */
export function zipParts(zip: ZipOpened): FileParts {
  return {
    parts: zip.files.map(({ path, bytes }, at) => ({
      path,
      bytes,
      head: (count) => zip.head(at, count),
      whole: async (onBytes) => new File([await zip.unpack(at, onBytes)], path),
    })),
    close: () => zip.close(),
  };
}

/**
 * Files that make one clip, all of them.
 * @throws InputError `file-too-large`, and what they reject with
 */
export async function partsWhole(
  parts: readonly FilePart[],
  { onProgress, signal }: Opening,
): Promise<readonly NamedBlob[]> {
  const all = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  fileSizeCheck(all);
  const files: NamedBlob[] = [];
  let done = 0;
  for (const part of parts) {
    signal?.throwIfAborted();
    files.push(
      await part.whole((bytes) => {
        done += bytes;
        onProgress?.({ step: 'unpacking', done, all });
      }),
    );
  }
  return files;
}
