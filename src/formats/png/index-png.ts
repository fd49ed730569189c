import { type PictureSize, pictureSizeRead } from '../files/picture-header.ts';

/** Unpacks the zlib format, and throws where more than `most` bytes come of it. */
export type Inflate = (packed: Uint8Array, most: number) => Uint8Array;

/** A picture of one number a pixel. */
export interface IndexPicture extends PictureSize {
  /** Row by row: the grey level, or the number in the palette. */
  readonly values: Uint8Array;
}

const GREY = 0;
const PALETTE = 3;

/**
 * The numbers of a PNG with one channel of 1 to 8 bits, grey or with a palette, not interlaced, as masks are kept.
 * `kind` where it is of another kind, `damaged` where it is broken or cut off.
 */
export function indexPngRead(
  bytes: Uint8Array,
  most: number,
  inflate: Inflate,
): IndexPicture | 'kind' | 'damaged' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { width, height } = pictureSizeRead('png', bytes);
    if (width === 0 || height === 0 || width > most || height > most) return 'damaged';
    const [depth, colour, , , interlaced] = bytes.subarray(24, 29);
    if (depth! > 8 || (colour !== GREY && colour !== PALETTE) || interlaced !== 0) return 'kind';
    if (![1, 2, 4, 8].includes(depth!)) return 'damaged';
    const rowBytes = Math.ceil((width * depth!) / 8);
    const rows = inflate(packedOf(bytes, view), height * (rowBytes + 1));
    if (rows.length < height * (rowBytes + 1) || !unfilter(rows, rowBytes, height)) return 'damaged';
    return { width, height, values: valuesOf(rows, rowBytes, depth!, { width, height }) };
  } catch {
    // Whatever the header's reader or the unpacker throws, the picture is broken.
    return 'damaged';
  }
}

function packedOf(bytes: Uint8Array, view: DataView): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) throw new RangeError('cut off');
    if (type === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length));
    if (type === 'IEND') break;
    at += 12 + length;
  }
  const packed = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let to = 0;
  for (const part of parts) {
    packed.set(part, to);
    to += part.length;
  }
  return packed;
}

/** Takes back the filter of each row (PNG specification, clause 9), in place; whether all are known. */
function unfilter(rows: Uint8Array, rowBytes: number, height: number): boolean {
  for (let row = 0; row < height; row++) {
    const start = row * (rowBytes + 1);
    const filter = rows[start]!;
    if (filter > 4) return false;
    if (filter === 0) continue;
    for (let i = 1; i <= rowBytes; i++) {
      const left = i > 1 ? rows[start + i - 1]! : 0;
      const up = row > 0 ? rows[start - rowBytes - 1 + i]! : 0;
      const corner = i > 1 && row > 0 ? rows[start - rowBytes - 2 + i]! : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
      rows[start + i] = rows[start + i]! + guess;
    }
  }
  return true;
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function valuesOf(
  rows: Uint8Array,
  rowBytes: number,
  depth: number,
  { width, height }: PictureSize,
): Uint8Array {
  const values = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const start = row * (rowBytes + 1) + 1;
    for (let column = 0; column < width; column++) {
      const bit = column * depth;
      const byte = rows[start + (bit >> 3)]!;
      values[row * width + column] = (byte >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
    }
  }
  return values;
}
