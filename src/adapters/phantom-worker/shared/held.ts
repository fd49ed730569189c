import type { HeldImages } from '../../../ports/frame-source.ts';

/** How long an image that ran can be asked for again, ms. */
export const HELD_MS = 10_000;

export const HELD_NONE: HeldImages = { first: 0, timesMs: [] };

/** With one more image; those older than HELD_MS fall out. An image that does not follow the last begins anew. */
export function heldAdd(held: HeldImages, index: number, timeMs: number): HeldImages {
  if (index !== held.first + held.timesMs.length) return { first: index, timesMs: [timeMs] };
  const from = held.timesMs.findIndex((one) => timeMs - one <= HELD_MS);
  const kept = from === -1 ? [] : held.timesMs.slice(from);
  return { first: index - kept.length, timesMs: [...kept, timeMs] };
}
