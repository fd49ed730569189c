import type { PhantomSplit } from '../../../domain/scan/phantom-request.ts';

export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

/**
 * The frozen test sets show people whom no network was trained on: pleural depth and rib spacing are cut into
 * bands of `step` mm, and the last quarter of every band belongs to the test split alone.
 */
export function bandKeep(value: number, step: number, split: PhantomSplit): number {
  const band = Math.floor(value / step);
  const within = value / step - band;
  return split === 'test' ? (band + 0.75 + within * 0.25) * step : (band + within * 0.75) * step;
}
