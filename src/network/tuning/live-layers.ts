import {
  add,
  avgPool,
  engine,
  FusedConv2D,
  image,
  mul,
  relu,
  step,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import type { ConvLayer, Layer, UpsampleLayer } from '../network-specification.ts';
import { convBiasGradient, convInputGradient, convKernelGradient } from './conv-gradient.ts';
import type { TuningCut } from './tuning-scope.ts';

/** Tensors by name: of layers, or of weights such as `head.kernel`. */
export type Tensors = ReadonlyMap<string, Tensor>;

function convForward(layer: ConvLayer, x: Tensor4D, weights: Tensors): Tensor4D {
  return engine().runKernel(
    FusedConv2D,
    { x, filter: weights.get(`${layer.name}.kernel`)!, bias: weights.get(`${layer.name}.bias`)! },
    {
      strides: 1,
      pad: 'same',
      dataFormat: 'NHWC',
      dilations: [1, 1],
      dimRoundingMode: undefined as unknown as string,
      activation: layer.activation,
      leakyreluAlpha: 0,
    },
  );
}

function layerForward(layer: Layer, inputs: readonly Tensor4D[], weights: Tensors): Tensor4D {
  if (layer.op === 'conv') return convForward(layer, inputs[0]!, weights);
  if (layer.op === 'sum') {
    const sum = inputs.reduce((left, right) => add(left, right));
    return layer.activation === 'relu' ? relu(sum) : sum;
  }
  const [x] = inputs;
  const { factor } = layer as UpsampleLayer<'upsample_nearest'>;
  return image.resizeNearestNeighbor(x!, [x!.shape[1] * factor, x!.shape[2] * factor]);
}

/**
 * Outputs of all live layers for several pictures at once.
 * @param frontier [count, height, width, channels] of each frozen layer that they read.
 */
export function liveForward(cut: TuningCut, frontier: Tensors, weights: Tensors): Tensors {
  const done = new Map(frontier);
  for (const layer of cut.live) {
    const inputs = layer.from.map((source) => done.get(source) as Tensor4D);
    done.set(layer.name, layerForward(layer, inputs, weights));
  }
  return done;
}

/**
 * Gradients by the tuned weights (`NAME.kernel`, `NAME.bias`), given those by the logits.
 * @param outputs what `liveForward` gave.
 */
export function liveBackward(
  cut: TuningCut,
  outputs: Tensors,
  weights: Tensors,
  byLogits: Tensor4D,
): Tensors {
  const alive = new Set(cut.live.map(({ name }) => name));
  const byOutput = new Map<string, Tensor4D>([[cut.head, byLogits]]);
  const byWeight = new Map<string, Tensor>();
  const pass = (source: string, gradient: () => Tensor4D): void => {
    if (!alive.has(source)) return;
    const known = byOutput.get(source);
    byOutput.set(source, known === undefined ? gradient() : add(known, gradient()));
  };
  for (const layer of [...cut.live].reverse()) {
    const given = byOutput.get(layer.name);
    if (given === undefined) continue;
    const output = outputs.get(layer.name) as Tensor4D;
    const isRectified = (layer.op === 'conv' || layer.op === 'sum') && layer.activation === 'relu';
    const dy: Tensor4D = isRectified ? mul(given, step(output)) : given;
    if (layer.op === 'conv') {
      const kernel = weights.get(`${layer.name}.kernel`) as Tensor4D;
      if (cut.tuned.has(layer.name)) {
        const x = outputs.get(layer.from[0]!) as Tensor4D;
        byWeight.set(`${layer.name}.kernel`, convKernelGradient(x, dy, layer.kernel));
        byWeight.set(`${layer.name}.bias`, convBiasGradient(dy));
      }
      pass(layer.from[0]!, () => convInputGradient(dy, kernel));
    } else if (layer.op === 'sum') {
      for (const source of layer.from) pass(source, () => dy);
    } else {
      // Every source place was copied factor * factor times: its gradient is the sum over the copies.
      const { factor } = layer as UpsampleLayer<'upsample_nearest'>;
      pass(layer.from[0]!, () => mul(avgPool(dy, factor, factor, 'valid'), factor ** 2));
    }
  }
  return byWeight;
}
