import { type Sector, sectorEquals } from '../geometry/sector.ts';

/** Bytes of a file, from its beginning, that are hashed to know it again: a mebibyte. */
export const PRINT_BYTES = 1 << 20;

/** Recognises a learner's file: neither its name nor its size, nor anything that is in it, can be read there. */
export interface FilePrint {
  /** SHA-256 of `filePrintBytes`: 64 lower-case hexadecimal digits. */
  readonly sha256: string;
}

/**
 * The bytes whose SHA-256 is a file's print: how it begins and how long it is, 40 bytes.
 *
 * @param headSha256 SHA-256 of its first `PRINT_BYTES`, or of all of it where it is shorter: 32 bytes
 */
export function filePrintBytes(headSha256: Uint8Array, sizeBytes: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headSha256.length + 8);
  bytes.set(headSha256);
  new DataView(bytes.buffer).setBigUint64(headSha256.length, BigInt(sizeBytes));
  return bytes;
}

/** A learner's file, and where in its pictures the ultrasound image lies: marks in mm fit nothing else. */
export interface ClipUsed {
  readonly file: FilePrint;
  /** In pixels of the whole picture. */
  readonly sector: Sector;
}

/** Whether both are one file; it may have got another name meanwhile. */
export function filePrintEquals(one: FilePrint, other: FilePrint): boolean {
  return one.sha256 === other.sha256;
}

/** Whether marks made on one fit the other: the same file, looked at within the same outline at the same scale. */
export function clipUsedEquals(one: ClipUsed, other: ClipUsed): boolean {
  return filePrintEquals(one.file, other.file) && sectorEquals(one.sector, other.sector);
}
