import {
  add,
  engine,
  FusedConv2D,
  image,
  maxPool,
  relu,
  reshape,
  type Tensor,
  type Tensor4D,
  transpose,
} from '@tensorflow/tfjs-core';
import type { Layer, LayerOp } from './network-specification.ts';

/** Computes one layer: its inputs' tensors and its own weights by role (`kernel`, `bias`) in, its output out. */
export type Operator<L extends Layer = Layer> = (
  layer: L,
  inputs: readonly Tensor4D[],
  weight: (role: string) => Tensor,
) => Tensor4D;

export type Operators = { readonly [Op in LayerOp]?: Operator<Extract<Layer, { op: Op }>> };

/** The operations of the shipped network, in the forms that measured fastest on wasm. */
export const NETWORK_OPERATORS: Operators = {
  // The kernel itself: `fused.conv2d` prepares for gradients, which took 1.5 ms of a frame's 15.
  conv: (layer, [x], weight) =>
    engine().runKernel(
      FusedConv2D,
      { x: x!, filter: weight('kernel'), bias: weight('bias') },
      {
        strides: 1,
        pad: 'same',
        dataFormat: 'NHWC',
        dilations: [1, 1],
        dimRoundingMode: undefined as unknown as string,
        activation: layer.activation,
        leakyreluAlpha: 0,
      },
    ),
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

/** `high` plus `low` repeated `factor` times both ways, in one broadcast instead of a copy and a sum. */
export function upsampleSum(
  low: Tensor4D,
  high: Tensor4D,
  factor: number,
  activation: 'relu' | 'linear',
): Tensor4D {
  const [, height, width, channels] = low.shape;
  const sum = add(
    reshape(low, [height, 1, width, 1, channels]),
    reshape(high, [height, factor, width, factor, channels]),
  );
  const whole = reshape(sum, [1, height * factor, width * factor, channels]) as Tensor4D;
  return activation === 'relu' ? relu(whole) : whole;
}
