import type { HeldImages } from '../../../ports/frame-source.ts';

/** The images that a frozen source still holds, and the one that is wanted. */
export interface Cine {
  readonly held: HeldImages;
  readonly index: number;
}

/** Asks for another of the held images. */
export type CineEvent =
  | { readonly type: 'cine.step'; readonly by: number }
  | { readonly type: 'cine.to'; readonly index: number }
  | { readonly type: 'loop.toggle' };

/** Longer than any gap between two images that ran: the pause where the loop begins anew. */
const LOOP_PAUSE_MS = 400;

/** Holds at least the image itself. */
export function cineOf(held: HeldImages, index: number): Cine {
  const isHeld = index >= held.first && index < held.first + held.timesMs.length;
  return { held: isHeld ? held : { first: index, timesMs: [0] }, index };
}

export function cineLast({ held }: Cine): number {
  return held.first + held.timesMs.length - 1;
}

/** Moves by images; it stops at both ends. */
export function cineStep(cine: Cine, by: number): Cine {
  return cineTo(cine, cine.index + by);
}

export function cineTo(cine: Cine, index: number): Cine {
  return { ...cine, index: Math.min(cineLast(cine), Math.max(cine.held.first, Math.round(index))) };
}

/** The next image of the loop, which begins anew after the last one. */
export function cineNext(cine: Cine): Cine {
  return { ...cine, index: cine.index >= cineLast(cine) ? cine.held.first : cine.index + 1 };
}

/** How long the wanted image stays before the next one of the loop, ms. */
export function cineGapMs({ held, index }: Cine): number {
  const at = index - held.first;
  const next = held.timesMs[at + 1];
  return next === undefined ? LOOP_PAUSE_MS : next - held.timesMs[at]!;
}

/** Seconds before the last image, 0 or less. */
export function cineAgoS({ held, index }: Cine): number {
  return (held.timesMs[index - held.first]! - held.timesMs.at(-1)!) / 1000;
}
