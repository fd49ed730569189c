import { type Sector, sectorEquals } from '../geometry/sector.ts';

/** How much of a file, from its beginning, is hashed to know it again: a mebibyte. */
export const PRINT_BYTES = 1 << 20;

/** What a learner's file is known again by: neither its name nor its size, nor anything that is in it, can be read there. */
export interface FilePrint {
  /** SHA-256 of `filePrintBytes`: 64 lower-case hexadecimal digits. */
  readonly sha256: string;
}

/**
 * What a file's print is the SHA-256 of: how it begins and how long it is, 40 bytes.
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

/** Checks stored data. */
export function clipUsedIs(value: unknown): value is ClipUsed {
  return recordIs(value) && filePrintIs(value.file) && sectorIs(value.sector);
}

/** Checks stored data. */
export function filePrintIs(value: unknown): value is FilePrint {
  return recordIs(value) && typeof value.sha256 === 'string' && /^[0-9a-f]{64}$/.test(value.sha256);
}

/** Whether stored data is a sector. */
export function sectorIs(value: unknown): value is Sector {
  if (!recordIs(value) || !recordIs(value.originPx)) return false;
  const { kind, mmPerPx, originPx, depthMm } = value;
  if (!lengthIs(mmPerPx) || !lengthIs(depthMm)) return false;
  if (!Number.isFinite(originPx.x) || !Number.isFinite(originPx.y)) return false;
  if (kind === 'linear') return lengthIs(value.widthMm);
  return kind === 'convex' && lengthIs(value.radiusMm) && lengthIs(value.angleRad, 2 * Math.PI);
}

function lengthIs(value: unknown, most = Number.MAX_VALUE): boolean {
  return typeof value === 'number' && value > 0 && value <= most;
}

function recordIs(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
