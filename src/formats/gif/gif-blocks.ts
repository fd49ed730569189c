import { greyFromColour } from '../../domain/frame/grey.ts';
import { InputError } from '../files/input-error.ts';
import { pictureCountCheck } from '../files/picture-header.ts';

/** One image of a GIF, which may cover a part of the screen only. */
export interface GifImage {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly isInterlaced: boolean;
  /** Grey level of each colour index. */
  readonly greys: Uint8Array;
  /** The colour index that leaves what is there; -1 for none. */
  readonly clearIndex: number;
  /** Treatment before the next image: kept, blackened, or the earlier screen brought back. */
  readonly disposal: 'keep' | 'blacken' | 'restore';
  readonly shownMs: number;
  readonly minimumBits: number;
  /** Where its first block of packed data begins. */
  readonly dataAt: number;
}

export interface GifFile {
  readonly width: number;
  readonly height: number;
  readonly images: readonly GifImage[];
  /** Whether it ends as it should: what breaks off between two images lacks the mark of its end, and nothing else. */
  readonly isEnded: boolean;
}

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const GRAPHIC_CONTROL = 0xf9;
const TRAILER = 0x3b;
/** An empty block too many, as some writers leave before the end. */
const STRAY = 0x00;
/** An image that states less than 20 ms is shown for 100 ms by every browser. */
const LEAST_MS = 20;
const USUAL_MS = 100;

export function gifDamaged(): InputError {
  return new InputError('file-damaged', { code: 'gifDamaged' });
}

interface Control {
  readonly disposal: GifImage['disposal'];
  readonly shownMs: number;
  readonly clearIndex: number;
}

const NO_CONTROL: Control = { disposal: 'keep', shownMs: USUAL_MS, clearIndex: -1 };

/**
 * Walks the blocks of a GIF (GIF87a, GIF89a) without unpacking its images.
 * @throws InputError `file-damaged` where it breaks off
 */
export function gifBlocks(bytes: Uint8Array): GifFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 13) throw gifDamaged();
  const width = view.getUint16(6, true);
  const height = view.getUint16(8, true);
  const images: GifImage[] = [];
  const screenFlags = bytes[10]!;
  let at = 13;
  const shared = (screenFlags & 0x80) === 0 ? null : paletteRead(bytes, at, screenFlags);
  at += paletteBytes(screenFlags);
  let control = NO_CONTROL;
  for (;;) {
    const kind = bytes[at];
    // The trailer is often forgotten.
    if (kind === TRAILER || (kind === undefined && images.length > 0))
      return { width, height, images, isEnded: kind === TRAILER };
    if (kind === EXTENSION) {
      if (bytes[at + 1] === GRAPHIC_CONTROL && at + 8 <= bytes.length) control = controlRead(view, at + 3);
      at = blocksSkip(bytes, at + 2);
    } else if (kind === IMAGE) {
      if (at + 11 > bytes.length) throw gifDamaged();
      const flags = bytes[at + 9]!;
      const own = (flags & 0x80) === 0 ? null : paletteRead(bytes, at + 10, flags);
      const dataAt = at + 10 + paletteBytes(flags);
      images.push({
        ...control,
        left: view.getUint16(at + 1, true),
        top: view.getUint16(at + 3, true),
        width: view.getUint16(at + 5, true),
        height: view.getUint16(at + 7, true),
        isInterlaced: (flags & 0x40) !== 0,
        greys: own ?? shared ?? new Uint8Array(256),
        minimumBits: bytes[dataAt] ?? 0,
        dataAt: dataAt + 1,
      });
      pictureCountCheck(images.length);
      control = NO_CONTROL;
      at = blocksSkip(bytes, dataAt + 1);
    } else if (kind === STRAY && images.length > 0) at += 1;
    else throw gifDamaged();
  }
}

function paletteBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * (2 << (flags & 7));
}

function paletteRead(bytes: Uint8Array, at: number, flags: number): Uint8Array {
  const end = at + paletteBytes(flags);
  if (end > bytes.length) throw gifDamaged();
  const greys = new Uint8Array(256);
  greys.set(greyFromColour(bytes.subarray(at, end), 3));
  return greys;
}

function controlRead(view: DataView, at: number): Control {
  const flags = view.getUint8(at);
  const disposal = (flags >> 2) & 7;
  const shownMs = 10 * view.getUint16(at + 1, true);
  return {
    disposal: disposal === 2 ? 'blacken' : disposal === 3 ? 'restore' : 'keep',
    shownMs: shownMs < LEAST_MS ? USUAL_MS : shownMs,
    clearIndex: (flags & 1) === 0 ? -1 : view.getUint8(at + 3),
  };
}

/** Where the chain of data blocks that begins here ends. */
function blocksSkip(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const size = bytes[at];
    if (size === undefined) throw gifDamaged();
    at += 1 + size;
    if (size === 0) return at;
  }
}

/** The bytes of the chain of data blocks that begins here, joined. */
export function blocksJoin(bytes: Uint8Array, from: number): Uint8Array {
  const joined = new Uint8Array(blocksSkip(bytes, from) - from);
  let length = 0;
  for (let at = from, size = bytes[at]!; size !== 0; at += 1 + size, size = bytes[at]!) {
    joined.set(bytes.subarray(at + 1, at + 1 + size), length);
    length += size;
  }
  return joined.subarray(0, length);
}
