import type { Frame } from '../domain/frame/frame.ts';
import { sectorInside } from '../domain/frame/mask.ts';

/** RGBA words (red in the lowest byte) of the 256 opaque greys. */
const GREYS = Uint32Array.from({ length: 256 }, (_, grey) => (0xff000000 | (grey * 0x010101)) >>> 0);

/** 255 inside the sector and 0 outside, so that `grey & inside` blacks out what is not image. */
export function frameInside(frame: Frame): Uint8Array {
  return sectorInside(frame.sector, frame.width, frame.height).map((value) => (value === 1 ? 255 : 0));
}

/** Writes the frame as opaque RGBA words; whatever lies outside the sector (text, logos) is black. */
export function frameWords(frame: Frame, inside: Uint8Array, words: Uint32Array): void {
  const { grey } = frame;
  for (let at = 0; at < words.length; at++) words[at] = GREYS[grey[at]! & inside[at]!]!;
}
