/** The reveal at one moment; all shares are 0-1. */
export interface RevealState {
  /** How far the hits have been swept in, left to right. */
  readonly sweep: number;
  readonly missOpacity: number;
  readonly extraOpacity: number;
  /** How far the extras' hatching has run down. */
  readonly extraSweep: number;
}

/** The whole reveal in ms: hits, then misses, then extras, overlapping. */
export const REVEAL_MS = 1200;

/** The state that stays when it has played, and the only one with reduced motion. */
export const REVEAL_END: RevealState = { sweep: 1, missOpacity: 1, extraOpacity: 1, extraSweep: 1 };

/** Share of the way from `from` to `to` ms, eased at the end. */
function eased(timeMs: number, from: number, to: number): number {
  const share = Math.min(1, Math.max(0, (timeMs - from) / (to - from)));
  return 1 - (1 - share) ** 3;
}

/** Misses swell twice before they stay. */
function missPulse(timeMs: number): number {
  if (timeMs < 400) return 0;
  if (timeMs >= 1000) return 1;
  return 0.5 - 0.5 * Math.cos(((timeMs - 400) / 600) * 3 * Math.PI);
}

/** The reveal `timeMs` after its start. */
export function revealState(timeMs: number): RevealState {
  return {
    sweep: eased(timeMs, 0, 550),
    missOpacity: missPulse(timeMs),
    extraOpacity: eased(timeMs, 750, 950),
    extraSweep: eased(timeMs, 750, REVEAL_MS),
  };
}
