import { valueNoiseAt } from '../acoustics/value-noise.ts';
import type { NoisePattern } from './patient.ts';

/** A smooth random surface over the skin map, mean about 0 and SD about 1: three curves that run in three directions. */
export function patternAt(pattern: NoisePattern, aroundMm: number, downMm: number): number {
  return (
    0.577 *
    (valueNoiseAt(pattern[0], 700 + aroundMm) +
      valueNoiseAt(pattern[1], 900 - 0.5 * aroundMm + 0.866 * downMm) +
      valueNoiseAt(pattern[2], 1100 - 0.5 * aroundMm - 0.866 * downMm))
  );
}
