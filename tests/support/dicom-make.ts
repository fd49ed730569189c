import { type Bytes, joined, little, text } from './bytes.ts';

/** A small writer of DICOM files (PS3.10), little-endian. */

export type Value = Bytes | string | readonly (readonly Element[])[];

export interface Element {
  readonly tag: number;
  readonly vr: string;
  readonly value: Value;
}

export const SYNTAX = {
  implicit: '1.2.840.10008.1.2',
  explicit: '1.2.840.10008.1.2.1',
  deflated: '1.2.840.10008.1.2.1.99',
  bigEndian: '1.2.840.10008.1.2.2',
  rle: '1.2.840.10008.1.2.5',
  jpeg: '1.2.840.10008.1.2.4.50',
  jpegLossless: '1.2.840.10008.1.2.4.70',
  jpegLs: '1.2.840.10008.1.2.4.80',
  jpeg2000: '1.2.840.10008.1.2.4.90',
  h264: '1.2.840.10008.1.2.4.102',
} as const;

export const us = (tag: number, ...values: readonly number[]): Element => ({
  tag,
  vr: 'US',
  value: values.flatMap((value) => little(value, 2)),
});

const ul = (tag: number, value: number): Element => ({ tag, vr: 'UL', value: little(value, 4) });

const fd = (tag: number, value: number): Element => ({
  tag,
  vr: 'FD',
  value: new Uint8Array(new Float64Array([value]).buffer),
});

/** Any of the kinds that are text. */
export const st = (tag: number, vr: string, value: string): Element => ({ tag, vr, value });

export const sq = (tag: number, ...items: readonly (readonly Element[])[]): Element => ({
  tag,
  vr: 'SQ',
  value: items,
});

const LONG = new Set(['OB', 'OW', 'SQ', 'UN', 'UT']);

function isItems(value: Value): value is readonly (readonly Element[])[] {
  return typeof value !== 'string' && !(value instanceof Uint8Array) && Array.isArray(value[0]);
}

function elementWrite({ tag, vr, value }: Element, isExplicit: boolean): Uint8Array {
  const raw = isItems(value)
    ? joined(
        value.map((item) => {
          const body = joined(item.map((element) => elementWrite(element, isExplicit)));
          return joined([tagWrite(0xfffee000), little(body.length, 4), body]);
        }),
      )
    : typeof value === 'string'
      ? Uint8Array.from(text(value))
      : Uint8Array.from(value);
  const body = raw.length % 2 === 0 ? raw : joined([raw, [vr === 'UI' || vr === 'OB' ? 0 : 32]]);
  const head = !isExplicit
    ? little(body.length, 4)
    : LONG.has(vr)
      ? [...text(vr), 0, 0, ...little(body.length, 4)]
      : [...text(vr), ...little(body.length, 2)];
  return joined([tagWrite(tag), head, body]);
}

function tagWrite(tag: number): number[] {
  return [...little(tag >>> 16, 2), ...little(tag & 0xffff, 2)];
}

/** Pixel data in fragments: an offset table (empty where `hasTable` is not set), then each fragment, then the end. */
export function encapsulated(
  frames: readonly (readonly Uint8Array[])[],
  { hasTable = true }: { readonly hasTable?: boolean } = {},
): Uint8Array {
  const even = (bytes: Uint8Array): Uint8Array => (bytes.length % 2 === 0 ? bytes : joined([bytes, [0]]));
  const offsets: number[] = [];
  let at = 0;
  for (const frame of frames) {
    offsets.push(at);
    for (const fragment of frame) at += 8 + even(fragment).length;
  }
  const table = hasTable ? offsets.flatMap((offset) => little(offset, 4)) : [];
  return joined([
    [...tagWrite(0x7fe00010), ...text('OB'), 0, 0, 0xff, 0xff, 0xff, 0xff],
    [...tagWrite(0xfffee000), ...little(table.length, 4), ...table],
    ...frames.flatMap((frame) =>
      frame.map((fragment) =>
        joined([tagWrite(0xfffee000), little(even(fragment).length, 4), even(fragment)]),
      ),
    ),
    [...tagWrite(0xfffee0dd), 0, 0, 0, 0],
  ]);
}

/** Uncompressed pixel data. */
export function plain(frames: readonly Uint8Array[], isExplicit = true): Uint8Array {
  return elementWrite({ tag: 0x7fe00010, vr: 'OW', value: joined(frames) }, isExplicit);
}

/** A whole file; elements in any order, the pixel data as made above. */
export function dicomWrite(
  transferSyntax: string,
  elements: readonly Element[],
  pixelData: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const isExplicit = transferSyntax !== SYNTAX.implicit;
  const meta = joined([
    elementWrite(st(0x00020002, 'UI', '1.2.840.10008.5.1.4.1.1.3.1'), true),
    elementWrite(st(0x00020010, 'UI', transferSyntax), true),
  ]);
  const sorted = elements.toSorted((a, b) => a.tag - b.tag);
  return joined([
    new Uint8Array(128),
    text('DICM'),
    elementWrite(ul(0x00020000, meta.length), true),
    meta,
    ...sorted.map((element) => elementWrite(element, isExplicit)),
    pixelData,
  ]);
}

/** A frame as RLE stores it (PS3.5, annex G): one segment a plane. */
export function rleFrame(planes: readonly Uint8Array[]): Uint8Array {
  const segments = planes.map(packBits);
  const starts: number[] = [];
  let at = 64;
  for (const segment of segments) {
    starts.push(at);
    at += segment.length;
  }
  const header = [...little(segments.length, 4), ...starts.flatMap((start) => little(start, 4))];
  return joined([header, new Uint8Array(64 - header.length), ...segments]);
}

function packBits(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    let run = 1;
    while (run < 128 && at + run < bytes.length && bytes[at + run] === bytes[at]) run += 1;
    if (run > 1) {
      out.push(257 - run, bytes[at]!);
      at += run;
      continue;
    }
    let length = 1;
    while (length < 128 && at + length < bytes.length && bytes[at + length] !== bytes[at + length - 1])
      length += 1;
    out.push(length - 1, ...bytes.subarray(at, at + length));
    at += length;
  }
  if (out.length % 2 === 1) out.push(0);
  return Uint8Array.from(out);
}

/** What describes the pixels of a file. */
export function pixelElements(options: {
  readonly columns: number;
  readonly rows: number;
  readonly frames?: number;
  readonly photometric: string;
  readonly samples?: number;
  readonly planar?: 0 | 1;
  readonly bits?: number;
}): readonly Element[] {
  const { columns, rows, frames = 1, photometric, samples = 1, planar = 0, bits = 8 } = options;
  return [
    us(0x00280002, samples),
    st(0x00280004, 'CS', photometric),
    ...(samples > 1 ? [us(0x00280006, planar)] : []),
    st(0x00280008, 'IS', String(frames)),
    us(0x00280010, rows),
    us(0x00280011, columns),
    us(0x00280100, bits),
    us(0x00280101, bits),
    us(0x00280102, bits - 1),
    us(0x00280103, 0),
  ];
}

/** One two-dimensional region of tissue, centimetres per pixel. */
export function regionItem(options: {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly xCm: number;
  readonly yCm?: number;
  readonly format?: number;
}): readonly Element[] {
  const { left, top, right, bottom, xCm, yCm = xCm, format = 1 } = options;
  return [
    us(0x00186012, format),
    us(0x00186014, 1),
    ul(0x00186018, left),
    ul(0x0018601a, top),
    ul(0x0018601c, right),
    ul(0x0018601e, bottom),
    us(0x00186024, 3),
    us(0x00186026, 3),
    fd(0x0018602c, xCm),
    fd(0x0018602e, yCm),
  ];
}

/** Somebody who never was. */
export const IDENTITY: readonly Element[] = [
  st(0x00080060, 'CS', 'US'),
  st(0x00080080, 'LO', 'HOSPITAL OF NOWHERE'),
  st(0x00100010, 'PN', 'DOE^JANE'),
  st(0x00100020, 'LO', 'X-4711'),
  st(0x00100030, 'DA', '19700101'),
  st(0x00091010, 'LO', 'PRIVATE'),
];
