import type { Random } from '../../domain/numbers/random.ts';

/** A smooth random curve: values on a lattice, joined by cubic (Catmull-Rom) pieces; periodic. */
export interface ValueNoise {
  readonly values: Float64Array;
  /** Lattice step, in the units of the argument. */
  readonly step: number;
}

const SIZE = 64;

/** Values have mean about 0 and standard deviation about 1. */
export function valueNoiseCreate(random: Random, step: number): ValueNoise {
  const values = new Float64Array(SIZE);
  for (let i = 0; i < SIZE; i++) values[i] = (random.next() + random.next() - 1) * 2.45;
  return { values, step };
}

export function valueNoiseAt(noise: ValueNoise, x: number): number {
  const u = x / noise.step;
  const cell = Math.floor(u);
  const t = u - cell;
  const v = noise.values;
  const a = v[(cell - 1) & (SIZE - 1)]!;
  const b = v[cell & (SIZE - 1)]!;
  const c = v[(cell + 1) & (SIZE - 1)]!;
  const d = v[(cell + 2) & (SIZE - 1)]!;
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}
