/** Images per second over the last second of arrivals. */
export interface FrameRate {
  /** An image arrived at `nowMs`. */
  tick(nowMs: number): void;
  /** Null when none arrived lately. */
  read(nowMs: number): number | null;
}

const WINDOW_MS = 1000;

/** Without an image for this long the picture stands still. */
const STILL_MS = 400;

export function frameRateCreate(): FrameRate {
  let arrivals: number[] = [];
  return {
    tick(nowMs) {
      arrivals = arrivals.filter((at) => nowMs - at < WINDOW_MS);
      arrivals.push(nowMs);
    },
    read(nowMs) {
      const first = arrivals[0];
      const last = arrivals[arrivals.length - 1];
      if (first === undefined || last === undefined || last === first) return null;
      return nowMs - last > STILL_MS ? null : ((arrivals.length - 1) * 1000) / (last - first);
    },
  };
}
