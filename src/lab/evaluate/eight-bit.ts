import { add, clipByValue, mul, round, type Tensor4D } from '@tensorflow/tfjs-core';
import { CommandError } from '../../cli/shared/command.ts';
import type { Model, Weights } from '../../network/model-read.ts';
import { type NetworkModel, networkBuild } from '../../network/network-build.ts';
import { kernelQuantised, rangeQuantisation } from '../../network/quantisation.ts';

/** Weights as their eight bits give them back. */
function weightsRounded(weights: Weights): Weights {
  return new Map(
    [...weights].map(([name, { shape, values }]) => {
      if (!name.endsWith('.kernel')) return [name, { shape, values }] as const;
      const filters = shape.at(-1)!;
      const stored = kernelQuantised(values, filters);
      const back = Float32Array.from(stored.values, (value, at) => value * stored.scales[at % filters]!);
      return [name, { shape, values: back }] as const;
    }),
  );
}

/**
 * The network as it computes in eight bits, but in floats: weights and each layer's output are rounded to what their bits
 * hold. What only picks values or repeats them has no range of its own and holds what it reads.
 * @throws CommandError where nobody measured the ranges of its layers
 */
export function networkEightBit({ specification, weights, calibration, ranges }: Model): NetworkModel {
  if (ranges === null) throw new CommandError('no-ranges', 'Run `npm run ranges` before --eight-bit.');
  return networkBuild(specification, weightsRounded(weights), calibration, undefined, (layer, output) => {
    const range = ranges.get(layer);
    if (range === undefined) return output;
    const { scales, zero } = rangeQuantisation(range);
    const stored = clipByValue(add(round(mul(output, 1 / scales[0]!)), zero), -128, 127);
    return mul(add(stored, -zero), scales[0]!) as Tensor4D;
  });
}
