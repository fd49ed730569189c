import { describe, expect, it } from 'vitest';
import { randomCreate } from '../../../src/domain/phantom/random.ts';
import { speckleCreate } from '../../../src/domain/phantom/speckle.ts';

const field = speckleCreate(randomCreate(5, 1), 256, 512, {
  axialSigma: 1.1,
  lateralSigma: (k) => 1.4 + k / 400,
});

function envelope(): number[] {
  const values: number[] = [];
  for (let i = 0; i < field.echo.length; i += 2) values.push(Math.hypot(field.echo[i]!, field.echo[i + 1]!));
  return values;
}

describe('speckle', () => {
  it('is fully developed: envelope mean over standard deviation 1.91 (Rayleigh)', () => {
    const values = envelope();
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
    expect(mean / Math.sqrt(variance)).toBeGreaterThan(1.81);
    expect(mean / Math.sqrt(variance)).toBeLessThan(2.01);
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
