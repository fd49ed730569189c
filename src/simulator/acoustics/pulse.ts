import { exp } from '../../domain/numbers/portable-math.ts';
import type { Scene } from './scene.ts';

/** Standard deviation of the pulse's envelope, in samples. */
export function pulseSigma({ traits, grid }: Pick<Scene, 'traits' | 'grid'>): number {
  return Math.max(0.9, traits.pulseMm / grid.stepMm);
}

/** Adds a pulse to the real part: Gaussian above, and below it with a tail of `tail` samples. */
export function pulseAdd(re: Float32Array, at: number, sigma: number, tail: number, amplitude: number): void {
  const from = Math.max(0, Math.ceil(at - 3 * sigma));
  const to = Math.min(re.length - 1, Math.floor(at + 3 * (sigma + tail)));
  for (let k = from; k <= to; k++) {
    const off = k - at;
    const spread = off < 0 ? sigma : sigma + tail * 0.5;
    re[k] = re[k]! + amplitude * exp((-0.5 * off * off) / (spread * spread));
  }
}
