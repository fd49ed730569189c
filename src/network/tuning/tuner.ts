import {
  reshape,
  type Tensor,
  type Tensor2D,
  type Tensor4D,
  tensor,
  tensor2d,
  tensor4d,
  tidy,
} from '@tensorflow/tfjs-core';
import type { Weight, Weights } from '../model-read.ts';
import { networkShape } from '../network-shape.ts';
import type { NetworkSpecification } from '../network-specification.ts';
import { classesFromHead, headLayout } from '../raster-blocks.ts';
import { adamCreate } from './adam.ts';
import type { Features } from './features.ts';
import { liveBackward, liveForward, type Tensors } from './live-layers.ts';
import { logitsReach, segmentationLoss } from './segmentation-loss.ts';
import { TuningError } from './tuning-error.ts';
import type { TuningCut } from './tuning-scope.ts';

/** A picture to learn from. */
export interface Lesson {
  readonly features: Features;
  /** Whether it says anything about each class: labels are silent on what none of them ever shows. */
  readonly taught: readonly boolean[];
}

/** The live part of a network, being tuned on the current backend. */
export interface Tuner {
  /**
   * One step of Adam on a few lessons.
   * @returns the loss before the step.
   * @throws TuningError `tuning-diverged`.
   */
  step(batch: readonly Lesson[], rate: number): Promise<number>;
  /** The greatest class of each pixel, row-major. */
  classes(features: Features): Promise<Uint8Array>;
  /** A copy of the weights as they are now, frozen ones included. */
  weights(): Weights;
}

export function tunerCreate(
  specification: NetworkSpecification,
  start: Weights,
  cut: TuningCut,
  pull: number,
): Tuner {
  const { input, classes: names } = specification;
  const { shapes } = networkShape(specification);
  const layout = headLayout(input.height, input.width, cut.block, names.length);
  const everywhere = new Uint8Array(input.height * input.width).fill(1);
  const isLive = new Set(cut.live.map(({ name }) => name));
  const needed = [...start].filter(([name]) => isLive.has(name.slice(0, name.lastIndexOf('.'))));
  const isTuned = (name: string): boolean => cut.tuned.has(name.slice(0, name.lastIndexOf('.')));
  const values = new Map(
    needed.filter(([name]) => isTuned(name)).map(([name, weight]) => [name, weight.values.slice()]),
  );
  const adam = adamCreate(values, pull);

  const weightTensors = (): Tensors =>
    new Map<string, Tensor>(
      needed.map(([name, { shape, values: frozen }]) => [
        name,
        tensor(values.get(name) ?? frozen, [...shape], 'float32'),
      ]),
    );
  const frontierTensors = (batch: readonly Features[]): Tensors =>
    new Map<string, Tensor>(
      cut.frontier.map((name) => {
        const [height, width, channels] = shapes.get(name)!;
        const area = height * width * channels;
        const joined = new Float32Array(batch.length * area);
        for (const [place, { frontier }] of batch.entries()) joined.set(frontier.get(name)!, place * area);
        return [name, tensor4d(joined, [batch.length, height, width, channels])];
      }),
    );
  const target = (batch: readonly Features[]): { readonly target: Tensor2D; readonly counts: number[] } => {
    const area = layout.starts.length;
    const hot = new Float32Array(batch.length * area * names.length);
    const counts = names.map(() => 0);
    for (const [place, { classes }] of batch.entries()) {
      for (let pixel = 0; pixel < area; pixel++) {
        const value = classes[pixel]!;
        hot[place * area * names.length + layout.starts[pixel]! + value] = 1;
        counts[value] = counts[value]! + 1;
      }
    }
    return { target: tensor2d(hot, [batch.length * area, names.length]), counts };
  };

  return {
    async step(lessons, rate) {
      const batch = lessons.map(({ features }) => features);
      const [loss, ...gradients] = tidy(() => {
        const weights = weightTensors();
        const outputs = liveForward(cut, frontierTensors(batch), weights);
        const logits = outputs.get(cut.head) as Tensor4D;
        const truth = target(batch);
        const { value, byLogits } = segmentationLoss(
          logitsReach(
            logits,
            lessons.map(({ taught }) => taught),
            names.length,
          ),
          truth.target,
          truth.counts,
        );
        const byWeight = liveBackward(cut, outputs, weights, reshape(byLogits, logits.shape));
        return [value, ...[...values.keys()].map((name) => byWeight.get(name)!)];
      });
      const [read, ...numbers] = await Promise.all([loss!, ...gradients].map((result) => result.data()));
      for (const result of [loss!, ...gradients]) result.dispose();
      const value = read![0]!;
      if (!Number.isFinite(value)) {
        throw new TuningError('tuning-diverged', { code: 'tuningDiverged' });
      }
      adam.step(
        new Map([...values.keys()].map((name, index) => [name, numbers[index] as Float32Array])),
        rate,
      );
      return value;
    },
    async classes(features) {
      const logits = tidy(
        () => liveForward(cut, frontierTensors([features]), weightTensors()).get(cut.head) as Tensor4D,
      );
      const read = (await logits.data()) as Float32Array;
      logits.dispose();
      return classesFromHead({ values: read, ...layout }, everywhere);
    },
    weights: () =>
      new Map<string, Weight>(
        [...start].map(([name, { shape, values: frozen }]) => [
          name,
          { shape, values: values.get(name)?.slice() ?? frozen },
        ]),
      ),
  };
}
