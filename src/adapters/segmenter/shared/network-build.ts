import {
  add,
  fused,
  image,
  keep,
  maxPool,
  relu,
  reshape,
  type Tensor,
  type Tensor4D,
  tensor,
  tensor4d,
  tidy,
  transpose,
} from '@tensorflow/tfjs-core';
import type { Weights } from './model-read.ts';
import { networkShape } from './network-shape.ts';
import type { Layer, LayerOp, NetworkSpecification } from './network-specification.ts';
import { blocksFromRaster } from './raster-blocks.ts';
import { SegmenterError } from './segmenter-error.ts';

/** Computes one layer: its inputs' tensors and its own weights by role (`kernel`, `bias`) in, its output out. */
export type Operator<L extends Layer = Layer> = (
  layer: L,
  inputs: readonly Tensor4D[],
  weight: (role: string) => Tensor,
) => Tensor4D;

export type Operators = { readonly [Op in LayerOp]?: Operator<Extract<Layer, { op: Op }>> };

/** The operations of the shipped network, in the forms that measured fastest on wasm. */
export const NETWORK_OPERATORS: Operators = {
  conv: (layer, [x], weight) =>
    fused.conv2d({
      x: x!,
      filter: weight('kernel') as Tensor4D,
      bias: weight('bias'),
      strides: 1,
      pad: 'same',
      activation: layer.activation,
    }),
  max_pool: (layer, [x]) => maxPool(x!, layer.size, layer.size, 'valid'),
  upsample_nearest: (layer, [x]) =>
    image.resizeNearestNeighbor(x!, [x!.shape[1] * layer.factor, x!.shape[2] * layer.factor]),
  sum: (layer, inputs) => {
    const sum = inputs.reduce((left, right) => add(left, right));
    return layer.activation === 'relu' ? relu(sum) : sum;
  },
  // Reshape and transpose: tf.depthToSpace took fifteen times as long on wasm.
  space_to_depth: (layer, [x]) => {
    const [, height, width, channels] = x!.shape;
    const { block } = layer;
    const split = reshape(x!, [height / block, block, width / block, block, channels]);
    return reshape(transpose(split, [0, 2, 1, 3, 4]), [
      1,
      height / block,
      width / block,
      channels * block ** 2,
    ]);
  },
  depth_to_space: (layer, [x]) => {
    const [, height, width, channels] = x!.shape;
    const { block } = layer;
    const split = reshape(x!, [height, width, block, block, channels / block ** 2]);
    return reshape(transpose(split, [0, 2, 1, 3, 4]), [
      1,
      height * block,
      width * block,
      channels / block ** 2,
    ]);
  },
};

/** What a network gives before its pixels are put in order. */
export interface NetworkHead {
  /** Row-major [height / block, width / block, block, block, classes] logits. */
  readonly values: Float32Array;
  readonly block: number;
}

/** A network on the current tfjs backend. It holds its weights until it is disposed, and nothing else. */
export interface Network {
  readonly specification: NetworkSpecification;
  /**
   * One pass, without the last `depth_to_space`: argmax can read the blocks as they are.
   * @param input row-major grey levels 0-1, `height * width` of them.
   */
  head(input: Float32Array<ArrayBuffer>): Promise<NetworkHead>;
  /** One pass to the very end of the specification: [1, height, width, classes]. The caller disposes it. */
  output(input: Float32Array<ArrayBuffer>): Tensor4D;
  dispose(): void;
}

function operatorsCheck(specification: NetworkSpecification, operators: Operators): void {
  for (const { name, op } of specification.layers) {
    if (operators[op] !== undefined) continue;
    throw new SegmenterError(
      'network-specification',
      `Layer "${name}" of the network needs the operation "${op}", which this program cannot run.`,
    );
  }
}

/**
 * Builds a network on the current tfjs backend.
 * @throws SegmenterError `network-specification` for an op that `operators` lacks or shapes that do not fit.
 */
export function networkBuild(
  specification: NetworkSpecification,
  weights: Weights,
  operators: Operators = NETWORK_OPERATORS,
): Network {
  operatorsCheck(specification, operators);
  const { shapes } = networkShape(specification);
  const { input, layers } = specification;
  const kept = new Map<string, Tensor>();
  for (const [name, { values, shape }] of weights)
    kept.set(name, keep(tensor(values, [...shape], 'float32')));

  const [first] = layers;
  const last = layers.at(-1)!;
  // The first rearrangement is done on the bytes before they are uploaded, the last one after the download.
  const stem = first?.op === 'space_to_depth' && first.from[0] === 'input' ? first : null;
  const tail = last.op === 'depth_to_space' ? last : null;

  const upload = (values: Float32Array<ArrayBuffer>): Map<string, Tensor4D> => {
    if (stem === null) return new Map([['input', tensor4d(values, [1, ...shapes.get('input')!])]]);
    const blocks = blocksFromRaster(values, input.height, input.width, stem.block);
    return new Map([[stem.name, tensor4d(blocks, [1, ...shapes.get(stem.name)!])]]);
  };

  const pass = (values: Float32Array<ArrayBuffer>, until: string): Tensor4D =>
    tidy(() => {
      const done = upload(values);
      for (const layer of layers) {
        if (done.has(layer.name)) continue;
        const run = operators[layer.op] as Operator;
        const inputs = layer.from.map((name) => done.get(name)!);
        done.set(
          layer.name,
          run(layer, inputs, (role) => kept.get(`${layer.name}.${role}`)!),
        );
        if (layer.name === until) break;
      }
      return done.get(until)!;
    });

  return {
    specification,
    async head(values) {
      const result = pass(values, tail === null ? last.name : tail.from[0]!);
      try {
        return { values: (await result.data()) as Float32Array, block: tail?.block ?? 1 };
      } finally {
        result.dispose();
      }
    },
    output: (values) => pass(values, last.name),
    dispose() {
      for (const weight of kept.values()) weight.dispose();
      kept.clear();
    },
  };
}
