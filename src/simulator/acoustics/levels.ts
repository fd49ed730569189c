import { amplitudeFromDb, powerFromDb } from '../../domain/numbers/portable-math.ts';
import { randomCreate } from '../../domain/numbers/random.ts';
import type { PolarGrid } from './grid.ts';
import type { Media } from './media.ts';
import type { ScannerTraits } from './scanner-traits.ts';
import { speckleCompound } from './speckle.ts';

/** How loud things are by depth, as the scanner is set. Levels are relative to muscle at the skin. */
export interface DepthLevels {
  /** Per sample: amplitude gain of the wall's echo after absorption and time-gain compensation. */
  readonly wallGain: Float32Array;
  /** Per sample: power of the electronic noise after compensation. */
  readonly noisePower: Float32Array;
  readonly noiseAmplitude: Float32Array;
  /** Per sample: amplitude and power of the clutter from beside the beam. */
  readonly clutterAmplitude: Float32Array;
  readonly clutterPower: Float32Array;
  /** Per sample below the lung's surface: power of the haze. */
  readonly hazePower: Float32Array;
  /** Per sample: share of the power that the operator's gain leaves. */
  readonly gain: Float32Array;
  /** White noise through the pulse's filter, unit power; real and imaginary parts in turn. */
  readonly noise: Float32Array;
}

export const NOISE_LENGTH = 1 << 14;

/** One realisation of the noise; it depends on the seed and on how the scanner adds up and filters looks. */
export function noiseCreate(seed: number, { looks, speckleExponent }: ScannerTraits): Float32Array {
  const random = randomCreate(seed, 41);
  const white = new Float32Array(2 * (NOISE_LENGTH + 2));
  for (let i = 0; i < white.length; i++)
    white[i] = (random.next() + random.next() + random.next() - 1.5) * 1.414;
  const noise = new Float32Array(2 * NOISE_LENGTH);
  for (let i = 0; i < noise.length; i++) {
    noise[i] = 0.5 * white[i]! + 0.7071 * white[i + 2]! + 0.5 * white[i + 4]!;
  }
  if (looks > 1) {
    speckleCompound({ lines: 2, samples: NOISE_LENGTH / 2, echo: noise }, [], speckleExponent);
  }
  return noise;
}

/**
 * @param seed of the noise
 * @param gain per sample: share of the power that the operator's gain leaves
 */
export function levelsCreate(
  grid: PolarGrid,
  traits: ScannerTraits,
  media: Pick<Media, 'absorptionDbCmMhz' | 'hazeDb' | 'hazeLossDbMm'>,
  seed: number,
  gain: Float32Array,
): DepthLevels {
  const wallGain = new Float32Array(grid.samples);
  const noisePower = new Float32Array(grid.samples);
  const noiseAmplitude = new Float32Array(grid.samples);
  const clutterAmplitude = new Float32Array(grid.samples);
  const clutterPower = new Float32Array(grid.samples);
  const hazePower = new Float32Array(grid.samples);
  for (let k = 0; k < grid.samples; k++) {
    const depthCm = (k * grid.stepMm) / 10;
    const compensation = Math.min(traits.tgcLimitDb, 2 * traits.tgcDbCmMhz * traits.frequencyMhz * depthCm);
    const absorption = 2 * media.absorptionDbCmMhz * traits.frequencyMhz * depthCm;
    wallGain[k] = amplitudeFromDb(compensation - absorption);
    noisePower[k] = powerFromDb(traits.noiseDb + compensation);
    clutterPower[k] = powerFromDb(traits.clutterDb - 0.08 * k * grid.stepMm);
    clutterAmplitude[k] = Math.sqrt(clutterPower[k]!);
    noiseAmplitude[k] = Math.sqrt(noisePower[k]!);
    hazePower[k] = powerFromDb(media.hazeDb - media.hazeLossDbMm * k * grid.stepMm);
  }
  return {
    wallGain,
    noisePower,
    noiseAmplitude,
    clutterAmplitude,
    clutterPower,
    hazePower,
    gain,
    noise: noiseCreate(seed, traits),
  };
}
