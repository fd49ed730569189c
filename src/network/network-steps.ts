import { getBackend, type Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import { type Operator, type Operators, upsampleSum } from './network-operators.ts';
import type { Layer, NetworkSpecification } from './network-specification.ts';
import { SegmenterError } from './segmenter-error.ts';

/** One thing to compute in a pass. */
export interface Step {
  readonly name: string;
  readonly from: readonly string[];
  readonly run: (inputs: readonly Tensor4D[], weight: (role: string) => Tensor) => Tensor4D;
}

function layerStep(layer: Layer, operators: Operators): Step {
  const run = operators[layer.op] as Operator | undefined;
  if (run === undefined) {
    throw new SegmenterError('network-specification', {
      code: 'networkOperationMissing',
      layer: layer.name,
      operation: layer.op,
    });
  }
  return { name: layer.name, from: layer.from, run: (inputs, weight) => run(layer, inputs, weight) };
}

/** A sum of which one side is an enlarged layer that nothing else reads: both in one step. */
function upsampleSumStep(
  layer: Layer,
  layers: readonly Layer[],
): (Step & { readonly absorbed: string }) | null {
  if (layer.op !== 'sum' || layer.from.length !== 2) return null;
  const enlarged = layers.find(({ name, op }) => op === 'upsample_nearest' && layer.from.includes(name));
  const readers = layers.filter(({ from }) => enlarged !== undefined && from.includes(enlarged.name));
  if (enlarged?.op !== 'upsample_nearest' || readers.length !== 1) return null;
  const other = layer.from.find((name) => name !== enlarged.name);
  if (other === undefined) return null;
  const { factor } = enlarged;
  const activation = layer.activation ?? 'linear';
  return {
    name: layer.name,
    from: [enlarged.from[0]!, other],
    run: ([low, high]) => upsampleSum(low!, high!, factor, activation),
    absorbed: enlarged.name,
  };
}

/**
 * The steps of a pass on the current backend.
 * @throws SegmenterError `network-specification` for an op that `operators` lacks.
 */
export function networkSteps({ layers }: NetworkSpecification, operators: Operators): readonly Step[] {
  // Graphics backends have a kernel of their own for enlarging, and none is short of memory bandwidth.
  const broadcasts = getBackend() === 'wasm';
  const sums = new Map(
    layers.flatMap((layer) => {
      const step = broadcasts ? upsampleSumStep(layer, layers) : null;
      return step === null ? [] : [[layer.name, step] as const];
    }),
  );
  const absorbed = new Set([...sums.values()].map((step) => step.absorbed));
  return layers
    .filter(({ name }) => !absorbed.has(name))
    .map((layer) => sums.get(layer.name) ?? layerStep(layer, operators));
}
