/** When images are due: image `index` at `startMs`, and one more every `periodMs`. */
export interface Pace {
  readonly startMs: number;
  readonly index: number;
  readonly periodMs: number;
}

/** More images late than this, and the clock waits for the simulator: the time lost is not run after. */
const LATE_MAX = 2;

export function paceStart(nowMs: number, index: number, frameRateHz: number): Pace {
  return { startMs: nowMs, index, periodMs: 1000 / frameRateHz };
}

/** How long to wait, in ms, until image `index` is due; 0 when it is late. */
export function paceWait(pace: Pace, index: number, nowMs: number): number {
  return Math.max(0, pace.startMs + (index - pace.index) * pace.periodMs - nowMs);
}

/**
 * The pace to go on with after image `index` was given. Every image counts from the same start, so that small
 * delays do not add up; after a long one the next image is due at once and the count starts anew. No image is
 * left out: the next one takes up the persistence of the two before it, so that leaving one out saves no time.
 */
export function paceKeep(pace: Pace, index: number, nowMs: number): Pace {
  const lateMs = nowMs - (pace.startMs + (index - pace.index) * pace.periodMs);
  return lateMs <= LATE_MAX * pace.periodMs ? pace : { ...pace, startMs: nowMs, index: index + 1 };
}
