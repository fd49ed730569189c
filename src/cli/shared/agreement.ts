/** The same thing measured twice. */
export type Pair = readonly [x: number, y: number];

/** How far two measurements of the same things agree. */
export interface Agreement {
  /** Mean absolute difference; null without pairs. */
  readonly mae: number | null;
  /** Pearson's correlation. */
  readonly r: number | null;
  readonly count: number;
}

/** Pearson's correlation, -1 to 1. Null where one side does not vary. */
export function correlation(pairs: readonly Pair[]): number | null {
  const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / pairs.length;
  const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / pairs.length;
  let both = 0;
  let xx = 0;
  let yy = 0;
  for (const [x, y] of pairs) {
    const dx = x - meanX;
    const dy = y - meanY;
    both += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx === 0 || yy === 0 ? null : both / Math.sqrt(xx * yy);
}

export function agreementOf(pairs: readonly Pair[]): Agreement {
  const count = pairs.length;
  const mae = count === 0 ? null : pairs.reduce((sum, [x, y]) => sum + Math.abs(x - y), 0) / count;
  return { mae, r: correlation(pairs), count };
}
