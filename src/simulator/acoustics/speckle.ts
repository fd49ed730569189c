import { exp, pow } from '../../domain/numbers/portable-math.ts';
import type { Random } from '../../domain/numbers/random.ts';

/**
 * A field of scatterers as the scanner hears it: complex echo per (scan line, sample), unit mean power.
 * It is fixed to the tissue; the phantom reads it at displaced places, so the speckle moves with the tissue.
 */
export interface SpeckleField {
  /** Scan lines, a power of two; the field is periodic across them. */
  readonly lines: number;
  readonly samples: number;
  /** Line-major; real and imaginary parts in turn. */
  readonly echo: Float32Array;
}

/** Scan lines of a field: more than an image has, so that it can move sideways. */
export const FIELD_LINES = 256;

export interface PointSpread {
  /** Axial standard deviation of the pulse's amplitude, in samples. */
  readonly axialSigma: number;
  /** Lateral standard deviation of the beam, in scan lines, at each sample. */
  readonly lateralSigma: (sample: number) => number;
}

function gaussianKernel(sigma: number): Float64Array {
  const radius = Math.max(1, Math.ceil(sigma * 2.6));
  const kernel = new Float64Array(2 * radius + 1);
  let energy = 0;
  for (let i = -radius; i <= radius; i++) {
    const weight = exp((-i * i) / (2 * sigma * sigma));
    kernel[i + radius] = weight;
    energy += weight * weight;
  }
  const scale = 1 / Math.sqrt(energy);
  for (let i = 0; i < kernel.length; i++) kernel[i] = kernel[i]! * scale;
  return kernel;
}

/**
 * White scatterers blurred along the beam by the pulse and across it by the beam's width at that depth.
 * Many scatterers fall into each resolution cell, so the sums are Gaussian and the envelope is Rayleigh
 * distributed: mean over standard deviation 1.91 (Wagner et al. 1983, IEEE Trans. Sonics Ultrason. 30:156).
 */
export function speckleCreate(
  random: Random,
  lines: number,
  samples: number,
  spread: PointSpread,
): SpeckleField {
  const axial = gaussianKernel(spread.axialSigma);
  const reach = (axial.length - 1) / 2;
  const padded = samples + 2 * reach;
  const white = new Float32Array(2 * padded);
  const blurred = new Float32Array(2 * lines * samples);
  // Uniform numbers of variance 1/2 in each part: the power of the complex sum is 1.
  const spreadOfWhite = Math.sqrt(6);
  for (let line = 0; line < lines; line++) {
    for (let i = 0; i < 2 * padded; i++) white[i] = (random.next() - 0.5) * spreadOfWhite;
    const base = 2 * line * samples;
    for (let k = 0; k < samples; k++) {
      let re = 0;
      let im = 0;
      for (let j = 0; j < axial.length; j++) {
        const weight = axial[j]!;
        re += weight * white[2 * (k + j)]!;
        im += weight * white[2 * (k + j) + 1]!;
      }
      blurred[base + 2 * k] = re;
      blurred[base + 2 * k + 1] = im;
    }
  }
  const echo = new Float32Array(2 * lines * samples);
  // The beam's width changes slowly with depth: one kernel for every eight samples.
  for (let k0 = 0; k0 < samples; k0 += 8) {
    const lateral = gaussianKernel(spread.lateralSigma(k0 + 4));
    const side = (lateral.length - 1) / 2;
    const from = 2 * k0;
    const to = 2 * Math.min(samples, k0 + 8);
    for (let line = 0; line < lines; line++) {
      const target = 2 * line * samples;
      for (let j = 0; j < lateral.length; j++) {
        const weight = lateral[j]!;
        const source = 2 * ((line + j - side) & (lines - 1)) * samples;
        for (let i = from; i < to; i++) echo[target + i] = echo[target + i]! + weight * blurred[source + i]!;
      }
    }
  }
  return { lines, samples, echo };
}

/** Depth of the second look below the first: without it, lines half a field apart would show the same. */
const LOOK_SAMPLES = 48;

/**
 * Gives every sample the magnitude of several looks added as power, and leaves it its phase: the mean stays, the
 * mean over standard deviation grows with the square root of the number of looks. A look half a field aside and
 * many pulses deeper is as good as another one; so each field counts for two. What is left of the speckle is
 * compressed by `exponent`, as the scanners' speckle filters do.
 */
export function speckleCompound(
  field: SpeckleField,
  others: readonly SpeckleField[],
  exponent: number,
): void {
  const { lines, samples, echo } = field;
  const half = lines / 2;
  const powers = [field, ...others].map((one) => powerOf(one));
  const looks = 2 * powers.length;
  const compounded = new Float32Array(lines * samples);
  let mean = 0;
  for (let line = 0; line < lines; line++) {
    const here = line * samples;
    const there = ((line + half) & (lines - 1)) * samples;
    for (let k = 0; k < samples; k++) {
      let sum = 0;
      const deeper = there + ((k + LOOK_SAMPLES) % samples);
      for (const power of powers) sum += power[here + k]! + power[deeper]!;
      const power = exponent === 1 ? sum / looks : pow(sum / looks, exponent);
      compounded[here + k] = power;
      mean += power;
    }
  }
  mean /= lines * samples;
  for (let i = 0; i < compounded.length; i++) {
    const own = powers[0]![i]!;
    if (own < 1e-9) continue;
    const scale = Math.sqrt(compounded[i]! / (mean * own));
    echo[2 * i] = echo[2 * i]! * scale;
    echo[2 * i + 1] = echo[2 * i + 1]! * scale;
  }
}

function powerOf({ echo }: SpeckleField): Float32Array {
  const power = new Float32Array(echo.length / 2);
  for (let i = 0; i < power.length; i++) {
    power[i] = echo[2 * i]! * echo[2 * i]! + echo[2 * i + 1]! * echo[2 * i + 1]!;
  }
  return power;
}
