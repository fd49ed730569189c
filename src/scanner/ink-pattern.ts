import type { FindingPattern } from '../domain/findings/look.ts';

/** Patterns of the screen: those of the findings, and dashes for outlines. */
export type InkPattern = FindingPattern | 'dashes';

/** Where a pattern's ink lies in its unit tile, 0 <= u, v < 1; it repeats without a seam. */
const INKED: Readonly<Record<InkPattern, (u: number, v: number) => boolean>> = {
  solid: () => true,
  dots: (u, v) => Math.hypot(((u * 2) % 1) - 0.5, ((v * 2) % 1) - 0.5) < 0.3,
  hatch: (u, v) => (u + v) % 1 < 0.26,
  back_hatch: (u, v) => (u - v + 1) % 1 < 0.26,
  cross_hatch: (u, v) => (u + v) % 1 < 0.2 || (u - v + 1) % 1 < 0.2,
  horizontal: (_, v) => (v * 2) % 1 < 0.42,
  checks: (u, v) => u < 0.5 !== v < 0.5,
  dashes: (u, v) => (u + v) % 1 < 0.62,
};

const SAMPLES = 4;

/** One tile of a pattern: coverage 0-255 of `size` x `size` pixels, row-major, averaged over 16 samples each. */
export function patternTile(pattern: InkPattern, size: number): Uint8Array {
  const tile = new Uint8Array(size * size);
  const isInked = INKED[pattern];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let inked = 0;
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
        const u = (x + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
        const v = (y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
        if (isInked(u, v)) inked++;
      }
      tile[y * size + x] = Math.round((inked * 255) / (SAMPLES * SAMPLES));
    }
  }
  return tile;
}
