import { describe, expect, it } from 'vitest';
import { randomCreate } from '../../../../src/domain/numbers/random.ts';
import {
  type SpeckleField,
  speckleCompound,
  speckleCreate,
} from '../../../../src/simulator/acoustics/speckle.ts';

const fieldOf = (stream: number): SpeckleField =>
  speckleCreate(randomCreate(5, stream), 256, 512, {
    axialSigma: 1.1,
    lateralSigma: (k) => 1.4 + k / 400,
  });

const field = fieldOf(1);

/** Mean over standard deviation of the envelope. */
function envelopeRatio({ echo }: SpeckleField): number {
  const values: number[] = [];
  for (let i = 0; i < echo.length; i += 2) values.push(Math.hypot(echo[i]!, echo[i + 1]!));
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
  return mean / Math.sqrt(variance);
}

describe('speckle', () => {
  it('is fully developed: envelope mean over standard deviation 1.91 (Rayleigh)', () => {
    expect(envelopeRatio(field)).toBeGreaterThan(1.81);
    expect(envelopeRatio(field)).toBeLessThan(2.01);
  });

  it('of several looks: the ratio is that of the mean of so many exponential powers, the power stays', () => {
    // E[sqrt(x)] of a Gamma distribution of shape n: gamma(n + 1/2) / gamma(n) / sqrt(n).
    const theory = { 2: 2.751, 4: 3.937 } as const;
    for (const looks of [2, 4] as const) {
      const many = fieldOf(1);
      speckleCompound(many, looks === 4 ? [fieldOf(2)] : [], 1);
      expect(envelopeRatio(many) / theory[looks]).toBeGreaterThan(0.95);
      expect(envelopeRatio(many) / theory[looks]).toBeLessThan(1.05);
      const power = many.echo.reduce((sum, value) => sum + value * value, 0) / (many.echo.length / 2);
      expect(power).toBeCloseTo(1, 2);
    }
    const filtered = fieldOf(1);
    speckleCompound(filtered, [fieldOf(2)], 0.5);
    expect(envelopeRatio(filtered)).toBeGreaterThan(1.7 * theory[4]);
  });

  it('has unit mean power at every depth', () => {
    for (const [from, to] of [
      [0, 128],
      [384, 512],
    ] as const) {
      let sum = 0;
      for (let line = 0; line < 256; line++) {
        for (let k = from; k < to; k++) {
          const i = 2 * (line * 512 + k);
          sum += field.echo[i]! ** 2 + field.echo[i + 1]! ** 2;
        }
      }
      expect(sum / (256 * (to - from))).toBeCloseTo(1, 1);
    }
  });

  it('is wider across the beam where the beam is wider', () => {
    const correlation = (k0: number): number => {
      let own = 0;
      let lagged = 0;
      for (let line = 0; line < 256; line++) {
        for (let k = k0; k < k0 + 100; k++) {
          const i = 2 * (line * 512 + k);
          const j = 2 * (((line + 3) & 255) * 512 + k);
          own += field.echo[i]! ** 2 + field.echo[i + 1]! ** 2;
          lagged += field.echo[i]! * field.echo[j]! + field.echo[i + 1]! * field.echo[j + 1]!;
        }
      }
      return lagged / own;
    };
    // Gaussian beams: correlation exp(-lag^2 / (4 sigma^2)) = 0.36 at sigma 1.5 and 0.67 at sigma 2.5.
    expect(correlation(0)).toBeGreaterThan(0.25);
    expect(correlation(0)).toBeLessThan(0.47);
    expect(correlation(400)).toBeGreaterThan(0.57);
    expect(correlation(400)).toBeLessThan(0.77);
  });
});
