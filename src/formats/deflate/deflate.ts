import { Unzlib, zipSync, zlibSync } from 'fflate';

/** So much is given to the unpacking at a time, bytes: what comes of it stays small enough to be stopped. */
const PIECE = 16_384;

/** Packs into the zlib format. */
export function zlibPack(bytes: Uint8Array): Uint8Array {
  return zlibSync(bytes);
}

/**
 * Unpacks the zlib format.
 *
 * @throws RangeError where more than `most` bytes come of it; Error where it is no such format
 */
export function zlibOpen(packed: Uint8Array, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const unzlib = new Unzlib((part) => {
    length += part.length;
    if (length > most) throw new RangeError(`More than ${most} bytes come of it.`);
    parts.push(part);
  });
  for (let at = 0; at < packed.length; at += PIECE) {
    unzlib.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
  }
  const opened = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    opened.set(part, at);
    at += part.length;
  }
  return opened;
}

/** Files by their names as one zip, packed no further: pictures are packed already. */
export function zipMake(files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  return zipSync({ ...files }, { level: 0 });
}
