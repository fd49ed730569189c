/** A value as bytes, or items of a sequence. */
type Value = Uint8Array | readonly (readonly DicomElement[])[];

/** An element of a DICOM object (PS3.5). */
export interface DicomElement {
  readonly tag: number;
  readonly vr: string;
  readonly value: Value;
}

/** Kinds whose length has four bytes where kinds are written. */
const LONG = new Set(['OB', 'SQ', 'UC', 'UT']);
/** Lengths of the others have two. */
const SHORT_MOST = 0xfffe;

const ITEM = 0xfffee000;

const TRANSFER_SYNTAX = { explicit: '1.2.840.10008.1.2.1', implicit: '1.2.840.10008.1.2' } as const;

export function textElement(tag: number, vr: string, text: string): DicomElement {
  return { tag, vr, value: new TextEncoder().encode(text) };
}

export function sequence(tag: number, ...items: readonly (readonly DicomElement[])[]): DicomElement {
  return { tag, vr: 'SQ', value: items };
}

/** 32-bit numbers with a point, little-endian. */
export function floats(tag: number, values: readonly number[]): DicomElement {
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  for (const [i, value] of values.entries()) view.setFloat32(4 * i, value, true);
  return { tag, vr: 'FL', value: bytes };
}

/** Whether a value is too long for a form that writes kinds. */
function isTooLong({ vr, value }: DicomElement): boolean {
  if (!(value instanceof Uint8Array)) return value.some((item) => item.some(isTooLong));
  return !LONG.has(vr) && value.length > SHORT_MOST;
}

/**
 * A whole file (PS3.10) of an object, little-endian: with kinds written, unless a value is too long for that.
 * @param object its elements, in any order; those of `meta` but the lengths, in order
 */
export function dicomFile(
  object: readonly DicomElement[],
  meta: (transferSyntax: string) => readonly DicomElement[],
): Uint8Array<ArrayBuffer> {
  const isExplicit = !object.some(isTooLong);
  const syntax = isExplicit ? TRANSFER_SYNTAX.explicit : TRANSFER_SYNTAX.implicit;
  const head = elementsWrite(meta(syntax), true);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, byteLength(head), true);
  const preamble = new Uint8Array(132);
  preamble.set(new TextEncoder().encode('DICM'), 128);
  return joined([
    preamble,
    ...elementsWrite([{ tag: 0x00020000, vr: 'UL', value: length }], true),
    ...head,
    ...elementsWrite(object, isExplicit),
  ]);
}

function elementsWrite(elements: readonly DicomElement[], isExplicit: boolean): readonly Uint8Array[] {
  return elements.toSorted((a, b) => a.tag - b.tag).flatMap((element) => elementWrite(element, isExplicit));
}

function elementWrite({ tag, vr, value }: DicomElement, isExplicit: boolean): readonly Uint8Array[] {
  const body =
    value instanceof Uint8Array ? [padded(value, vr)] : value.flatMap((item) => itemWrite(item, isExplicit));
  const length = byteLength(body);
  const isLong = !isExplicit || LONG.has(vr);
  const head = new Uint8Array(isExplicit && isLong ? 12 : 8);
  const view = new DataView(head.buffer);
  tagWrite(view, tag);
  if (isExplicit) head.set(new TextEncoder().encode(vr), 4);
  if (isLong) view.setUint32(head.length - 4, length, true);
  else view.setUint16(6, length, true);
  return [head, ...body];
}

function itemWrite(item: readonly DicomElement[], isExplicit: boolean): readonly Uint8Array[] {
  const body = elementsWrite(item, isExplicit);
  const head = new Uint8Array(8);
  const view = new DataView(head.buffer);
  tagWrite(view, ITEM);
  view.setUint32(4, byteLength(body), true);
  return [head, ...body];
}

function tagWrite(view: DataView, tag: number): void {
  view.setUint16(0, tag >>> 16, true);
  view.setUint16(2, tag & 0xffff, true);
}

/** Values have an even length: identifiers are filled up with nothing, texts with a blank. */
function padded(value: Uint8Array, vr: string): Uint8Array {
  if (value.length % 2 === 0) return value;
  const even = new Uint8Array(value.length + 1);
  even.set(value);
  even[value.length] = vr === 'UI' || vr === 'OB' ? 0 : 0x20;
  return even;
}

function byteLength(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(byteLength(parts));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
