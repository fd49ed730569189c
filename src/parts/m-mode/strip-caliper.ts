import type { PxPoint } from '../../domain/geometry/point.ts';

/** A caliper on a still strip, in pixels of the whole picture. */
export interface StripCaliper {
  /** Up to two. */
  readonly ends: readonly PxPoint[];
  /** The end that follows the pointer; null for none. */
  readonly held: number | null;
}

export const CALIPER_NONE: StripCaliper = { ends: [], held: null };

/** Takes hold of an end that is hit; else the second end is set where it is missing, or a new caliper begun. */
export function caliperPress({ ends }: StripCaliper, at: PxPoint, reachPx: number): StripCaliper {
  const near = ends.findIndex((end) => distance(end, at) <= reachPx);
  if (near !== -1) return { ends, held: near };
  return ends.length === 1 ? { ends: [ends[0]!, at], held: 1 } : { ends: [at, at], held: 1 };
}

export function caliperDrag(caliper: StripCaliper, to: PxPoint): StripCaliper {
  const { ends, held } = caliper;
  return held === null ? caliper : { ends: ends.with(held, to), held };
}

/** Lets go; of a press that went nowhere one end stays, and the other is still to be set. */
export function caliperRelease({ ends }: StripCaliper): StripCaliper {
  const [from, to] = ends;
  const isPoint = from !== undefined && to !== undefined && distance(from, to) < 1;
  return { ends: isPoint ? [from] : ends, held: null };
}

/** Without a pointer: the first end, then the second, then a new caliper. */
export function caliperPlace({ ends }: StripCaliper, at: PxPoint): StripCaliper {
  return { ends: ends.length === 1 ? [ends[0]!, at] : [at], held: null };
}

function distance(a: PxPoint, b: PxPoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
