/** How many reverberations between pleura and probe are drawn: at twice the pleural depth, three times, ... */
export const A_LINES = 5;

/** The echoes of a moment that have names, noise-free and before shadow and contact: what the truth is drawn from. */
export interface LineEchoes {
  /** Per line: amplitude of the pleural echo. */
  readonly pleura: Float64Array;
  /** Per line: amplitude of the echo of a bone's front (0 where there is none). */
  readonly rib: Float64Array;
  /** Per multiple (index 0 is twice the pleural depth), per line: amplitude before B-lines. */
  readonly aLines: readonly Float64Array[];
  /** Per line: factor on the haze's power. */
  readonly haze: Float64Array;
}

export function lineEchoesCreate(lines: number): LineEchoes {
  const make = (): Float64Array => new Float64Array(lines);
  return { pleura: make(), rib: make(), haze: make(), aLines: Array.from({ length: A_LINES }, make) };
}
