import type { PolarGrid } from './grid.ts';

/** Half the window's sides: wider than a speckle, narrower than what is to be seen. */
const REACH_LINES = 3;
const REACH_SAMPLES = 4;

/** Standard deviation over mean of the grain that has no structure in it, in grey levels as displayed. */
const GRAIN = 0.28;

/** Sums over windows of 2 `reach` + 1 values, `step` apart, cut off at the ends of a run of `count`; `sums` takes them. */
function windowSums(
  values: Int32Array,
  from: number,
  count: number,
  step: number,
  reach: number,
  sums: Int32Array,
) {
  let sum = 0;
  for (let i = 0; i < Math.min(reach, count); i++) sum += values[from + i * step]!;
  for (let i = 0; i < count; i++) {
    if (i + reach < count) sum += values[from + (i + reach) * step]!;
    if (i > reach) sum -= values[from + (i - reach - 1) * step]!;
    sums[from + i * step] = sum;
  }
}

/** Cells of a run that a window about place `i` holds. */
function windowSize(i: number, count: number, reach: number): number {
  return Math.min(count - 1, i + reach) - Math.max(0, i - reach) + 1;
}

/**
 * Draws grain towards the mean of its surroundings and leaves borders and lines, in place, as scanners' speckle filters
 * do: a filter by local statistics (Lee 1980, IEEE Trans. Pattern Anal. Mach. Intell. 2:165), blended with the image.
 * @param share of the grain that is taken away where nothing else is, 0-1
 */
export function speckleFilter({ lines, samples }: PolarGrid, share: number, grey: Uint8Array): void {
  if (share === 0) return;
  const sums = Int32Array.from(grey);
  const squares = sums.map((level) => level * level);
  const work = new Int32Array(grey.length);
  for (const values of [sums, squares]) {
    for (let line = 0; line < lines; line++)
      windowSums(values, line * samples, samples, 1, REACH_SAMPLES, work);
    for (let k = 0; k < samples; k++) windowSums(work, k, lines, samples, REACH_LINES, values);
  }
  for (let line = 0; line < lines; line++) {
    const across = windowSize(line, lines, REACH_LINES);
    for (let k = 0; k < samples; k++) {
      const at = line * samples + k;
      const count = across * windowSize(k, samples, REACH_SAMPLES);
      const mean = sums[at]! / count;
      const variance = squares[at]! / count - mean * mean;
      if (!(variance > 0)) continue;
      const structure = Math.max(0, 1 - (GRAIN * mean) ** 2 / variance);
      grey[at] = Math.floor(mean + (1 - share * (1 - structure)) * (grey[at]! - mean) + 0.5);
    }
  }
}
