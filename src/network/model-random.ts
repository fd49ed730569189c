import type { ModelFiles } from './model-files.ts';
import type { Weight } from './model-read.ts';
import { modelWrite } from './model-write.ts';
import { networkShape } from './network-shape.ts';
import type { NetworkSpecification } from './network-specification.ts';

/** Uniform numbers in [0, 1) by mulberry32 (Tommy Ettinger, public domain). */
function uniformOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A model whose weights are random, in the files' own format: as fast as a trained one, and of no use but to
 * tests and benchmarks. Kernels are He-uniform (He et al. 2015), so that values keep their size over the layers.
 */
export async function modelRandom(specification: NetworkSpecification, seed: number): Promise<ModelFiles> {
  const uniform = uniformOf(seed);
  const weights = new Map<string, Weight>();
  for (const { name, shape } of networkShape(specification).weights) {
    const count = shape.reduce((product, size) => product * size, 1);
    const fanIn = shape.slice(0, -1).reduce((product, size) => product * size, 1);
    const bound = shape.length === 1 ? 0.1 : Math.sqrt(6 / fanIn);
    const centre = name.endsWith('.gamma') || name.endsWith('.variance') ? 1 : 0;
    const values = Float32Array.from({ length: count }, () => centre + (2 * uniform() - 1) * bound);
    weights.set(name, { shape, values });
  }
  return modelWrite(specification, specification.input, weights, {});
}
