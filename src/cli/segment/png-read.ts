import { inflateSync } from 'node:zlib';
import { type DecodedPng, decode } from 'fast-png';
import { greyFromColour } from '../../domain/frame/grey.ts';
import { InputError } from '../../formats/files/input-error.ts';
import { pictureSizeCheck, pictureSizeRead } from '../../formats/files/picture-header.ts';
import type { GreyPicture } from './pgm-read.ts';

/** Chunks that pixels depend on; all others (profiles, texts, times) are left out unread. */
const NEEDED = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/**
 * Grey levels of a PNG of any kind: 1 to 16 bits, grey, colour or palette, with or without alpha (ignored).
 * @throws InputError `picture-too-small`, `picture-too-large`, `file-damaged`.
 */
export function pngRead(bytes: Uint8Array): GreyPicture {
  return pngDecode(bytes, greyOfPng);
}

/**
 * The result of `read` on the pixels of a PNG.
 * @throws InputError as `pngRead`, also when `read` fails.
 */
export function pngDecode<Read>(bytes: Uint8Array, read: (png: DecodedPng) => Read): Read {
  const size = pictureSizeRead('png', bytes);
  pictureSizeCheck(size);
  try {
    const needed = chunksKeep(bytes, size.width, size.height);
    return read(decode(needed, { checkCrc: true }));
  } catch {
    throw new InputError('file-damaged', {
      code: 'english',
      text: 'The PNG picture is damaged or cut off: its pixels cannot be unpacked; export the picture again.',
    });
  }
}

/**
 * The PNG with nothing but the chunks that are needed, once its pixels are known to unpack to no more than the
 * size it states: a few bytes can claim gigabytes.
 */
function chunksKeep(bytes: Uint8Array, width: number, height: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  const packed: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) throw new RangeError('chunk beyond the end');
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (NEEDED.has(type)) kept.push(bytes.subarray(at, at + 12 + length));
    if (type === 'IDAT') packed.push(bytes.subarray(at + 8, at + 8 + length));
    if (type === 'IEND') break;
    at += 12 + length;
  }
  // At most 4 channels of 16 bits; a filter byte for every row, in each of seven passes when interlaced.
  inflateSync(Buffer.concat(packed), { maxOutputLength: width * height * 8 + height * 8 + 64 });
  return Buffer.concat(kept);
}

function greyOfPng(png: DecodedPng): GreyPicture {
  const { width, height, channels, depth, palette } = png;
  const count = width * height;
  const values = depth < 8 ? samplesUnpack(png) : png.data;
  if (values.length < count * channels) throw new RangeError('too few pixels');
  if (palette !== undefined) {
    const colours = new Uint8Array(count * 3);
    for (let i = 0; i < count; i++) colours.set(palette[values[i]!]!.slice(0, 3), i * 3);
    return { width, height, grey: greyFromColour(colours, 3) };
  }
  const most = 2 ** depth - 1;
  const level = (at: number): number => Math.round((values[at]! * 255) / most);
  if (channels < 3) {
    return { width, height, grey: Uint8Array.from({ length: count }, (_, i) => level(i * channels)) };
  }
  const colours = Uint8Array.from({ length: count * 3 }, (_, i) =>
    level(Math.floor(i / 3) * channels + (i % 3)),
  );
  return { width, height, grey: greyFromColour(colours, 3) };
}

/** One value per pixel from rows of 1, 2 or 4 bits that begin on whole bytes. */
function samplesUnpack({ width, height, depth, data }: DecodedPng): Uint8Array {
  const rowBytes = Math.ceil((width * depth) / 8);
  const mask = 2 ** depth - 1;
  return Uint8Array.from({ length: width * height }, (_, i) => {
    const bit = (i % width) * depth;
    const byte = data[Math.floor(i / width) * rowBytes + (bit >> 3)]!;
    return (byte >> (8 - depth - (bit & 7))) & mask;
  });
}
