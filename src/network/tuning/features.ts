import { keep, type Tensor, type Tensor4D, tensor, tensor4d, tidy } from '@tensorflow/tfjs-core';
import type { Weights } from '../model-read.ts';
import { NETWORK_OPERATORS, type Operator } from '../network-operators.ts';
import { networkShape } from '../network-shape.ts';
import type { NetworkSpecification } from '../network-specification.ts';
import { networkInput } from '../network-view.ts';
import type { Example } from './example.ts';
import type { TuningCut } from './tuning-scope.ts';

/** The frozen part's output for one example: the outputs that live layers read, by layer name. */
export interface Features {
  readonly frontier: ReadonlyMap<string, Float32Array>;
  readonly classes: Uint8Array;
}

/** Runs the frozen part of a network on the current backend. It holds its weights until it is disposed. */
export interface FeatureReader {
  read(example: Example): Promise<Features>;
  dispose(): void;
}

export function featureReader(
  specification: NetworkSpecification,
  weights: Weights,
  cut: TuningCut,
): FeatureReader {
  const { input, layers } = specification;
  const kept = new Map<string, Tensor>();
  for (const [name, { values, shape }] of weights) kept.set(name, keep(tensor(values, [...shape])));
  const live = new Set(cut.live.map(({ name }) => name));
  const deepest = Math.max(...cut.frontier.map((name) => layers.findIndex((layer) => layer.name === name)));
  const frozen = layers.slice(0, deepest + 1).filter(({ name }) => !live.has(name));
  const shape = networkShape(specification).shapes.get('input')!;

  const pass = ({ grey, cellMm }: Example): Tensor4D[] =>
    tidy(() => {
      const done = new Map<string, Tensor4D>([
        ['input', tensor4d(networkInput(input, grey, cellMm), [1, ...shape])],
      ]);
      for (const layer of frozen) {
        const run = NETWORK_OPERATORS[layer.op] as Operator;
        const inputs = layer.from.map((source) => done.get(source)!);
        done.set(
          layer.name,
          run(layer, inputs, (role) => kept.get(`${layer.name}.${role}`)!),
        );
      }
      return cut.frontier.map((name) => done.get(name)!);
    });

  return {
    async read(example) {
      const outputs = pass(example);
      const values = await Promise.all(outputs.map((output) => output.data()));
      for (const output of outputs) output.dispose();
      const frontier = new Map(cut.frontier.map((name, index) => [name, values[index] as Float32Array]));
      return { frontier, classes: example.classes };
    },
    dispose() {
      for (const weight of kept.values()) weight.dispose();
      kept.clear();
    },
  };
}
