import type { Layer, NetworkSpecification } from './network-specification.ts';
import { SegmenterError } from './segmenter-error.ts';

/** Height, width, channels. */
export type Shape = readonly [number, number, number];

export interface WeightShape {
  /** Layer name, a dot, and the role, e.g. `enc0_a.kernel`. */
  readonly name: string;
  readonly shape: readonly number[];
}

export interface NetworkShape {
  /** Output shape of every layer, and of `input`. */
  readonly shapes: ReadonlyMap<string, Shape>;
  /** The weights in the order of the layers, as they lie in the weights file. */
  readonly weights: readonly WeightShape[];
  /** Multiply-accumulates of one pass, convolutions only (as networks are compared by). */
  readonly macs: number;
}

/** @param what how the fault goes on after the layer, in English, for who makes the network */
function misfit(layer: Layer, what: string): SegmenterError {
  const fault = `layer "${layer.name}" ${what}.`;
  return new SegmenterError('network-specification', { code: 'networkSpecificationWrong', fault });
}

function divided(layer: Layer, size: number, by: number): number {
  if (size % by !== 0) throw misfit(layer, `divides ${size} by ${by}`);
  return size / by;
}

function layerShape(layer: Layer, inputs: readonly Shape[]): Shape {
  const [height, width, channels] = inputs[0]!;
  switch (layer.op) {
    case 'space_to_depth':
      return [
        divided(layer, height, layer.block),
        divided(layer, width, layer.block),
        channels * layer.block ** 2,
      ];
    case 'depth_to_space':
      return [height * layer.block, width * layer.block, divided(layer, channels, layer.block ** 2)];
    case 'conv':
      return [height, width, layer.filters];
    case 'max_pool':
      return [divided(layer, height, layer.size), divided(layer, width, layer.size), channels];
    case 'upsample_nearest':
    case 'upsample_bilinear':
      return [height * layer.factor, width * layer.factor, channels];
    case 'sum':
      if (inputs.some((shape) => shape.join() !== inputs[0]!.join()))
        throw misfit(layer, 'sums unlike shapes');
      return [height, width, channels];
    case 'concat':
      if (inputs.some((shape) => shape[0] !== height || shape[1] !== width)) {
        throw misfit(layer, 'joins unlike sizes');
      }
      return [height, width, inputs.reduce((sum, shape) => sum + shape[2], 0)];
    case 'leaky_relu':
    case 'batch_norm':
    case 'softmax':
      return [height, width, channels];
  }
}

function layerWeights(layer: Layer, channels: number): readonly WeightShape[] {
  if (layer.op === 'conv') {
    return [
      { name: `${layer.name}.kernel`, shape: [layer.kernel, layer.kernel, channels, layer.filters] },
      { name: `${layer.name}.bias`, shape: [layer.filters] },
    ];
  }
  if (layer.op === 'batch_norm') {
    return ['gamma', 'beta', 'mean', 'variance'].map((role) => ({
      name: `${layer.name}.${role}`,
      shape: [channels],
    }));
  }
  return [];
}

/**
 * Works out what every layer gives and needs.
 * @throws SegmenterError `network-specification` where the shapes do not fit together.
 */
export function networkShape(specification: NetworkSpecification): NetworkShape {
  const { input, classes, layers } = specification;
  const shapes = new Map<string, Shape>([['input', [input.height, input.width, input.channels]]]);
  const weights: WeightShape[] = [];
  let macs = 0;
  for (const layer of layers) {
    const inputs = layer.from.map((name) => shapes.get(name)!);
    const shape = layerShape(layer, inputs);
    shapes.set(layer.name, shape);
    weights.push(...layerWeights(layer, inputs[0]![2]));
    if (layer.op === 'conv') macs += shape[0] * shape[1] * shape[2] * layer.kernel ** 2 * inputs[0]![2];
  }
  const last = layers.at(-1)!;
  const [height, width, channels] = shapes.get(last.name)!;
  if (channels !== classes.length)
    throw misfit(last, `gives ${channels} classes instead of ${classes.length}`);
  if (height !== input.height || width !== input.width) throw misfit(last, 'is not as large as the input');
  return { shapes, weights, macs };
}
