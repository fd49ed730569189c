import type { PictureSize } from '../../formats/files/picture-header.ts';

/** Codecs whose packets need not show a picture, and say so in their first bits. */
export type LookedInto = 'vp8' | 'vp9';

/** Facts of an encoded packet's picture that need no decoding. */
export interface PacketLook {
  /** Whether a picture comes of it: alternate references are decoded and never shown. */
  readonly isShown: boolean;
  /** Of a key picture; null for others, and where it cannot be read. */
  readonly size: PictureSize | null;
}

export function isLookedInto(codec: string | null): codec is LookedInto {
  return codec === 'vp8' || codec === 'vp9';
}

/** A broken packet counts as shown: then the decoder says what is wrong with it. */
export function packetLook(codec: LookedInto, data: Uint8Array): PacketLook {
  if (data.length === 0) return { isShown: false, size: null };
  if (codec === 'vp8') return { isShown: (data[0]! & 0x10) !== 0, size: vp8Size(data) };
  const frames = vp9Frames(data).map(vp9Look);
  return {
    isShown: frames.some(({ isShown }) => isShown),
    size: frames.find(({ size }) => size !== null)?.size ?? null,
  };
}

/** RFC 6386, 9.1: a frame tag of three bytes (bit 0: no key picture), in key pictures a start code, then the size. */
function vp8Size(data: Uint8Array): PictureSize | null {
  const isKey = (data[0]! & 1) === 0;
  const hasStart = data[3] === 0x9d && data[4] === 0x01 && data[5] === 0x2a;
  if (!isKey || !hasStart || data.length < 10) return null;
  return { width: (data[6]! | (data[7]! << 8)) & 0x3fff, height: (data[8]! | (data[9]! << 8)) & 0x3fff };
}

/** The frames of a superframe (VP9 specification, annex B), or the one that a packet is. */
function vp9Frames(data: Uint8Array): readonly Uint8Array[] {
  const marker = data.at(-1)!;
  const count = (marker & 7) + 1;
  const sizeBytes = ((marker >> 3) & 3) + 1;
  const indexAt = data.length - 2 - count * sizeBytes;
  if (marker >> 5 !== 6 || indexAt < 0 || data[indexAt] !== marker) return [data];
  const frames: Uint8Array[] = [];
  let from = 0;
  for (let frame = 0; frame < count; frame++) {
    let size = 0;
    for (let byte = sizeBytes - 1; byte >= 0; byte--)
      size = size * 256 + data[indexAt + 1 + frame * sizeBytes + byte]!;
    if (size > 0 && from + size <= indexAt) frames.push(data.subarray(from, from + size));
    from += size;
  }
  return frames;
}

const VP9_SYNC = 0x498342;
const SRGB = 7;

/** The uncompressed header (VP9 specification, 6.2). */
function vp9Look(frame: Uint8Array): PacketLook {
  let at = 0;
  const bits = (count: number): number => {
    let value = 0;
    for (let i = 0; i < count; i++, at++) value = value * 2 + (((frame[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
    return value;
  };
  const unknown: PacketLook = { isShown: true, size: null };
  if (bits(2) !== 2) return unknown;
  const profile = bits(1) + 2 * bits(1);
  if (profile === 3) bits(1);
  const showsExisting = bits(1) === 1;
  if (showsExisting) return unknown;
  const isKey = bits(1) === 0;
  const isShown = bits(1) === 1;
  bits(1);
  if (!isKey || bits(24) !== VP9_SYNC) return { isShown, size: null };
  if (profile >= 2) bits(1);
  const isSrgb = bits(3) === SRGB;
  if (!isSrgb) bits(1);
  const statesSampling = profile === 1 || profile === 3;
  if (statesSampling) bits(isSrgb ? 1 : 3);
  const width = bits(16) + 1;
  return { isShown, size: { width, height: bits(16) + 1 } };
}
