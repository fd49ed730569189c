import { keep, type Tensor, type Tensor4D, tensor, tensor4d, tidy } from '@tensorflow/tfjs-core';
import type { CalibrationTables } from './calibration.ts';
import type { Weights } from './model-read.ts';
import { NETWORK_OPERATORS, type Operators } from './network-operators.ts';
import { networkShape } from './network-shape.ts';
import type { NetworkSpecification } from './network-specification.ts';
import { networkSteps } from './network-steps.ts';
import { blocksFromRaster, type HeadLayout, headLayout } from './raster-blocks.ts';
import { SegmenterError } from './segmenter-error.ts';

/** A network's output before its pixels are put in order. */
export interface NetworkHead extends HeadLayout {
  /** Logits: [height / block, width / block, block, block, classes], row-major. */
  readonly values: Float32Array;
}

/** A network that labels images, whatever computes it. It holds its weights until it is disposed, and nothing else. */
export interface NetworkPass {
  readonly specification: NetworkSpecification;
  /** Its calibration; null where nobody measured it. */
  readonly calibration: CalibrationTables | null;
  /** Whether it computes in eight bits instead of floats. */
  readonly isEightBit: boolean;
  /**
   * One pass, without the last `depth_to_space`: argmax can read the blocks as they are.
   * @param input row-major, `height * width * channels` values 0-1 (see `networkInput`).
   * @throws SegmenterError `answer-invalid`: the greatest of classes that are no numbers would look like an answer.
   */
  head(input: Float32Array<ArrayBuffer>): Promise<NetworkHead>;
  dispose(): void;
}

/** A network on the current tfjs backend. */
export interface NetworkModel extends NetworkPass {
  /** One pass to the very end of the specification: [1, height, width, classes]. The caller disposes it. */
  output(input: Float32Array<ArrayBuffer>): Tensor4D;
}

/** Sees the output of each layer that is computed, and gives what the next ones get. */
export type LayerWatch = (layer: string, output: Tensor4D) => Tensor4D;

/** The values, once they are known to be finite: NaN and infinity times 0 are NaN, which no sum loses. */
function finiteOf(values: Float32Array): Float32Array {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]! * 0;
  if (sum === 0) return values;
  throw new SegmenterError('answer-invalid', { code: 'networkAnswerUnsound' });
}

/**
 * Builds a network on the current tfjs backend.
 * @param watch for measuring; none unless given
 * @throws SegmenterError `network-specification` for an op that `operators` lacks or shapes that do not fit.
 */
export function networkBuild(
  specification: NetworkSpecification,
  weights: Weights,
  calibration: CalibrationTables | null = null,
  operators: Operators = NETWORK_OPERATORS,
  watch: LayerWatch | null = null,
): NetworkModel {
  const steps = networkSteps(specification, operators);
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

  const layout = headLayout(input.height, input.width, tail?.block ?? 1, specification.classes.length);

  const upload = (values: Float32Array<ArrayBuffer>): Map<string, Tensor4D> => {
    if (stem === null) return new Map([['input', tensor4d(values, [1, ...shapes.get('input')!])]]);
    const blocks = blocksFromRaster(values, input.height, input.width, stem.block, input.channels);
    return new Map([[stem.name, tensor4d(blocks, [1, ...shapes.get(stem.name)!])]]);
  };

  const pass = (values: Float32Array<ArrayBuffer>, until: string): Tensor4D =>
    tidy(() => {
      const done = upload(values);
      for (const { name, from, run } of steps) {
        if (done.has(name)) continue;
        const inputs = from.map((source) => done.get(source)!);
        const output = run(inputs, (role) => kept.get(`${name}.${role}`)!);
        done.set(name, watch === null ? output : watch(name, output));
        if (name === until) break;
      }
      return done.get(until)!;
    });

  return {
    specification,
    calibration,
    isEightBit: false,
    async head(values) {
      const result = pass(values, tail === null ? last.name : tail.from[0]!);
      try {
        return { values: finiteOf((await result.data()) as Float32Array), ...layout };
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
