import { type Random, randomChance } from '../numbers/random.ts';

/** The sum of a sequential test after an answer. */
export type SumStep = (sum: number, isRight: boolean) => number;

/** The highest sum of each simulated run of `horizon` answers of which a share `failure` (0-1) is wrong; ascending. */
export function cusumPeaks(
  step: SumStep,
  failure: number,
  horizon: number,
  runs: number,
  random: Random,
): Float64Array {
  return Float64Array.from({ length: runs }, () => {
    let sum = 0;
    let peak = 0;
    for (let answer = 0; answer < horizon; answer++) {
      sum = step(sum, !randomChance(random, failure));
      peak = Math.max(peak, sum);
    }
    return peak;
  }).sort();
}

/** Share (0-1) of runs whose peak reaches a limit. */
export function cusumReach(peaks: Float64Array, limit: number): number {
  return peaks.filter((peak) => peak >= limit).length / peaks.length;
}

/** The least limit, in hundredths, that at most a share `most` (0-1) of the runs reaches. */
export function cusumLimitFind(peaks: Float64Array, most: number): number {
  const allowed = Math.floor(most * peaks.length);
  const highestBelow = peaks[peaks.length - 1 - allowed]!;
  return Math.floor(highestBelow * 100 + 1) / 100;
}
