import { type Bytes, joined, little, text } from './bytes.ts';

/** A small writer of GIFs. */

export interface GifPart {
  /** Colour indices, row by row from top to bottom. */
  readonly indices: Uint8Array;
  readonly left?: number;
  readonly top?: number;
  readonly width: number;
  readonly height: number;
  /** Hundredths of a second. */
  readonly delay?: number;
  readonly disposal?: 0 | 1 | 2 | 3;
  readonly clearIndex?: number;
  readonly isInterlaced?: boolean;
}

/** `palette`: grey level of each of the 256 indices. */
export function gifWrite(
  width: number,
  height: number,
  parts: readonly GifPart[],
  palette: Uint8Array = Uint8Array.from({ length: 256 }, (_, i) => i),
): Uint8Array<ArrayBuffer> {
  const colours = joined([...palette].map((level) => [level, level, level]));
  return joined([
    text('GIF89a'),
    little(width, 2),
    little(height, 2),
    [0xf7, 0, 0],
    colours,
    // How often it is repeated: for ever.
    [0x21, 0xff, 11, ...text('NETSCAPE2.0'), 3, 1, 0, 0, 0],
    ...parts.map(partWrite),
    [0x3b],
  ]);
}

function partWrite(part: GifPart): Uint8Array {
  const { indices, left = 0, top = 0, width, height, delay = 4, disposal = 0, clearIndex = -1 } = part;
  const rows = part.isInterlaced === true ? interlaced(indices, width, height) : indices;
  return joined([
    [
      0x21,
      0xf9,
      4,
      (disposal << 2) | (clearIndex < 0 ? 0 : 1),
      ...little(delay, 2),
      Math.max(0, clearIndex),
      0,
    ],
    [0x2c, ...little(left, 2), ...little(top, 2), ...little(width, 2), ...little(height, 2)],
    [part.isInterlaced === true ? 0x40 : 0, 8],
    blocks(lzw(rows)),
  ]);
}

function interlaced(indices: Uint8Array, width: number, height: number): Uint8Array {
  const rows: Bytes[] = [];
  for (const [first, step] of [
    [0, 8],
    [4, 8],
    [2, 4],
    [1, 2],
  ] as const) {
    for (let y = first; y < height; y += step) rows.push(indices.subarray(y * width, (y + 1) * width));
  }
  return joined(rows);
}

function blocks(bytes: Uint8Array): Uint8Array {
  const parts: Bytes[] = [];
  for (let at = 0; at < bytes.length; at += 255) {
    const part = bytes.subarray(at, at + 255);
    parts.push([part.length], part);
  }
  return joined([...parts, [0]]);
}

/** Codes of 9 to 12 bits; the table is cleared when it is full. */
function lzw(indices: Uint8Array): Uint8Array {
  const out: number[] = [];
  let held = 0;
  let heldBits = 0;
  let bits = 9;
  let table = new Map<string, number>();
  let next = 258;
  const put = (code: number): void => {
    held |= code << heldBits;
    heldBits += bits;
    for (; heldBits >= 8; heldBits -= 8, held >>>= 8) out.push(held & 255);
  };
  const codeOf = (string: string): number => (string.includes(',') ? table.get(string)! : Number(string));
  put(256);
  let string = '';
  for (const index of indices) {
    const longer = string === '' ? String(index) : `${string},${index}`;
    if (string === '' || table.has(longer)) {
      string = longer;
      continue;
    }
    put(codeOf(string));
    table.set(longer, next);
    // The reader is one code behind: it learns this one with the next that comes.
    if (next === 1 << bits) bits += 1;
    next += 1;
    if (next === 4096) {
      put(codeOf(String(index)));
      put(256);
      table = new Map();
      next = 258;
      bits = 9;
      string = '';
      continue;
    }
    string = String(index);
  }
  if (string !== '') put(codeOf(string));
  put(257);
  if (heldBits > 0) out.push(held & 255);
  return Uint8Array.from(out);
}
