import {
  batchNorm,
  concat,
  image,
  leakyRelu,
  softmax,
  type Tensor1D,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { NETWORK_OPERATORS, type Operators } from '../../network/network-operators.ts';
import type { Layer, NetworkSpecification } from '../../network/network-specification.ts';

const FILTERS = [32, 64, 128, 256, 512] as const;
/** As in the code published with the paper (github.com/ljhowell/LUS-Segmentation-RT). */
const SLOPE = 0.1;
const KERAS_EPSILON = 1e-3;

/** Two times 3x3 convolution, batch norm, LeakyReLU. */
function blockOf(name: string, from: string, filters: number): readonly Layer[] {
  return ['a', 'b'].flatMap((half, index): readonly Layer[] => {
    const layer = `${name}_${half}`;
    const source = index === 0 ? from : `${name}_a_act`;
    return [
      { name: layer, op: 'conv', from: [source], kernel: 3, filters, activation: 'linear' },
      { name: `${layer}_norm`, op: 'batch_norm', from: [layer] },
      { name: `${layer}_act`, op: 'leaky_relu', from: [`${layer}_norm`], slope: SLOPE },
    ];
  });
}

/**
 * The U-Net of Howell et al. 2024 (Ultrasonics 140:107251), layer for layer: 256 x 256 grey in, five levels of 32
 * to 512 filters, max pooling, bilinear upsampling, skips by concatenation, softmax out; 13.9 GMAC.
 */
export function paperUnet(
  classes: readonly string[],
  levels: readonly number[] = FILTERS,
): NetworkSpecification {
  const layers: Layer[] = [];
  let from = 'input';
  for (const [level, filters] of levels.entries()) {
    if (level > 0) {
      layers.push({ name: `pool${level}`, op: 'max_pool', from: [from], size: 2 });
      from = `pool${level}`;
    }
    layers.push(...blockOf(`enc${level}`, from, filters));
    from = `enc${level}_b_act`;
  }
  for (let level = levels.length - 2; level >= 0; level--) {
    layers.push(
      { name: `up${level}`, op: 'upsample_bilinear', from: [from], factor: 2 },
      { name: `skip${level}`, op: 'concat', from: [`up${level}`, `enc${level}_b_act`] },
      ...blockOf(`dec${level}`, `skip${level}`, levels[level]!),
    );
    from = `dec${level}_b_act`;
  }
  layers.push(
    { name: 'head', op: 'conv', from: [from], kernel: 1, filters: classes.length, activation: 'linear' },
    { name: 'shares', op: 'softmax', from: ['head'] },
  );
  return {
    name: 'paper-unet',
    version: 1,
    input: { geometry: 'cartesian', height: 256, width: 256, channels: 1 },
    classes,
    layers,
  };
}

/** Operations of the paper's network beyond the shipped one's. */
export const PAPER_OPERATORS: Operators = {
  ...NETWORK_OPERATORS,
  batch_norm: (_layer, [x], weight) =>
    batchNorm(
      x!,
      weight('mean') as Tensor1D,
      weight('variance') as Tensor1D,
      weight('beta') as Tensor1D,
      weight('gamma') as Tensor1D,
      KERAS_EPSILON,
    ) as Tensor4D,
  leaky_relu: (layer, [x]) => leakyRelu(x!, layer.slope),
  concat: (_layer, inputs) => concat([...inputs], 3),
  upsample_bilinear: (layer, [x]) =>
    image.resizeBilinear(x!, [x!.shape[1] * layer.factor, x!.shape[2] * layer.factor], false, true),
  softmax: (_layer, [x]) => softmax(x!),
};
