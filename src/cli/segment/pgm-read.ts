import { InputError } from '../../formats/files/input-error.ts';
import { type PictureSize, pictureSizeCheck } from '../../formats/files/picture-header.ts';

/** A grey picture, row-major, 0-255. */
export interface GreyPicture extends PictureSize {
  readonly grey: Uint8Array;
}

const MAX_LEVEL = 65_535;

function damaged(what: string): InputError {
  return new InputError('file-damaged', {
    code: 'english',
    text: `The PGM picture is damaged: ${what}; write it again.`,
  });
}

/**
 * Reads a portable graymap, text (P2) or binary (P5), with comments and any greatest level up to 65535; levels are
 * scaled to 0-255. Only the first picture of a file is read.
 * @throws InputError `picture-too-small`, `picture-too-large`, `file-damaged`.
 */
export function pgmRead(bytes: Uint8Array): GreyPicture {
  const isText = bytes[1] === 0x32;
  let at = 2;
  const numberNext = (what: string): number => {
    for (;;) {
      const byte = bytes[at];
      if (byte === 0x23) while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1;
      else if (byte === undefined || !isSpace(byte)) break;
      else at += 1;
    }
    let value = 0;
    const from = at;
    while (at - from < 10 && bytes[at] !== undefined && bytes[at]! >= 0x30 && bytes[at]! <= 0x39) {
      value = value * 10 + bytes[at]! - 0x30;
      at += 1;
    }
    if (at === from) throw damaged(`${what} is missing`);
    return value;
  };
  const width = numberNext('its width');
  const height = numberNext('its height');
  const most = numberNext('its greatest level');
  pictureSizeCheck({ width, height });
  if (most < 1 || most > MAX_LEVEL) throw damaged(`its greatest level is ${most}, not 1 to ${MAX_LEVEL}`);
  const count = width * height;
  const grey = new Uint8Array(count);
  const scale = 255 / most;
  if (isText) {
    for (let i = 0; i < count; i++) {
      const level = numberNext(`level ${i + 1} of ${count}`);
      grey[i] = Math.min(255, Math.round(level * scale));
    }
    return { width, height, grey };
  }
  at += 1;
  const size = most > 255 ? 2 : 1;
  if (bytes.length < at + count * size) {
    throw damaged(`it holds ${Math.max(0, bytes.length - at)} of ${count * size} bytes of pixels`);
  }
  for (let i = 0; i < count; i++) {
    const from = at + i * size;
    const level = size === 2 ? bytes[from]! * 256 + bytes[from + 1]! : bytes[from]!;
    grey[i] = Math.min(255, Math.round(level * scale));
  }
  return { width, height, grey };
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}
