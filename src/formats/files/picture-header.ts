import { MAX_SIDE_PX } from '../../domain/frame/side-limit.ts';
import { isBareDicom } from '../dicom/dicom-bare.ts';
import { isPictureBrand } from './file-refusal.ts';
import { InputError } from './input-error.ts';

/** The kind of a file by its first bytes, whatever its name says. */
export type FileKind = 'png' | 'jpeg' | 'pgm' | 'gif' | 'mp4' | 'webm' | 'dicom' | 'zip';

/** So many first bytes tell every kind. */
export const KIND_BYTES = 132;

/** Most pictures of one recording: an hour at 27 a second. */
const MAX_PICTURES = 100_000;
/** Shortest side that can hold an ultrasound image. */
const MIN_SIDE_PX = 32;
export const MAX_FILE_BYTES = 500 * 1024 * 1024;

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Proportions that differ by no more than this are one: sizes are rounded to whole blocks. */
const SHAPE_SLIP = 0.02;

/** Whether two pictures have the same proportions. */
export function isOfShape(one: PictureSize, other: PictureSize): boolean {
  return Math.abs((one.width * other.height) / (one.height * other.width) - 1) <= SHAPE_SLIP;
}

/** The kind of a file from its first `KIND_BYTES` or more; null when it is none that is known. */
export function fileKind(bytes: Uint8Array): FileKind | null {
  const startsWith = (at: number, ...values: number[]): boolean =>
    values.every((value, i) => bytes[at + i] === value);
  // PS3.10: a preamble of 128 bytes that may hold anything, another format's beginning too, then DICM.
  if (startsWith(128, 0x44, 0x49, 0x43, 0x4d)) return 'dicom';
  if (startsWith(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (startsWith(0, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (startsWith(0, 0x50, 0x32) || startsWith(0, 0x50, 0x35)) return 'pgm';
  if (startsWith(0, 0x47, 0x49, 0x46, 0x38)) return 'gif';
  if (startsWith(0, 0x50, 0x4b, 3, 4)) return 'zip';
  if (startsWith(0, 0x1a, 0x45, 0xdf, 0xa3)) return 'webm';
  if (isPictureBrand(bytes)) return null;
  // ISO base media and QuickTime: a box of one of these types comes first.
  const box = String.fromCharCode(...bytes.subarray(4, 8));
  if (['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip'].includes(box)) return 'mp4';
  return isBareDicom(bytes) ? 'dicom' : null;
}

/** Refuses a file that is empty or too large, before anything of it is read. */
export function fileSizeCheck(bytes: number): void {
  if (bytes === 0) {
    throw new InputError('file-empty', { code: 'fileEmpty' });
  }
  if (bytes > MAX_FILE_BYTES) {
    const [megabytes, most] = [Math.ceil(bytes / 1048576), MAX_FILE_BYTES / 1048576];
    throw new InputError('file-too-large', { code: 'fileTooLarge', megabytes, most });
  }
}

/** Refuses a picture or video of no pixels, of too few, or of too many to decode. */
export function pictureSizeCheck({ width, height }: PictureSize): void {
  if (!(width >= MIN_SIDE_PX && height >= MIN_SIDE_PX)) {
    throw new InputError('picture-too-small', { code: 'pictureTooSmall', width, height, least: MIN_SIDE_PX });
  }
  if (width > MAX_SIDE_PX || height > MAX_SIDE_PX) {
    throw new InputError('picture-too-large', { code: 'pictureTooLarge', width, height, most: MAX_SIDE_PX });
  }
}

/** Refuses a recording of more pictures than are read. */
export function pictureCountCheck(count: number): void {
  if (count > MAX_PICTURES) {
    throw new InputError('too-many-pictures', { code: 'picturesTooMany', most: MAX_PICTURES });
  }
}

/**
 * Width and height that a PNG or JPEG states, read from its header without decoding it; unchecked.
 * @throws InputError `file-damaged` where the header is cut off or broken.
 */
export function pictureSizeRead(kind: 'png' | 'jpeg', bytes: Uint8Array): PictureSize {
  const size = kind === 'png' ? pngSize(bytes) : jpegSize(bytes);
  if (size === null) {
    throw new InputError('file-damaged', {
      code: 'pictureHeaderDamaged',
      kind: kind === 'png' ? 'PNG' : 'JPEG',
    });
  }
  return size;
}

/** IHDR is always the first chunk: length, name, width, height, all big-endian, from byte 8. */
function pngSize(bytes: Uint8Array): PictureSize | null {
  if (bytes.length < 33 || String.fromCharCode(...bytes.subarray(12, 16)) !== 'IHDR') return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The first start-of-frame segment: SOF0 to SOF15, less DHT (C4), JPG (C8) and DAC (CC). */
function jpegSize(bytes: Uint8Array): PictureSize | null {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isStandalone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    if (isStandalone) {
      at += 2;
      continue;
    }
    if (marker === 0xd9 || marker === 0xda) return null;
    const length = bytes[at + 2]! * 256 + bytes[at + 3]!;
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { height: bytes[at + 5]! * 256 + bytes[at + 6]!, width: bytes[at + 7]! * 256 + bytes[at + 8]! };
    }
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}
