import type { Layer, LayerOp, NetworkSpecification } from '../network-specification.ts';
import { TuningError } from './tuning-error.ts';

/** Which convolutions are tuned: all behind the encoder, or the last two. */
export const TUNING_SCOPES = ['decoder', 'last'] as const;
export type TuningScope = (typeof TUNING_SCOPES)[number];

/** A network cut in two: what stays as it is, and what is computed anew (and back) at every step of tuning. */
export interface TuningCut {
  /** Convolutions whose kernel and bias are tuned. */
  readonly tuned: ReadonlySet<string>;
  /** Layers that depend on a tuned one, in order, without the last `depth_to_space`. */
  readonly live: readonly Layer[];
  /** Layers of the frozen part that live ones read; computed once per picture. */
  readonly frontier: readonly string[];
  /** The live layer that gives the logits, and the block of pixels that each of its places stands for. */
  readonly head: string;
  readonly block: number;
}

const LAST_CONVOLUTIONS = 2;
/** How models/network.json names the layers of the encoder. */
const ENCODER = /^enc/;
const DIFFERENTIABLE: readonly LayerOp[] = ['conv', 'sum', 'upsample_nearest'];

function tunedNames(layers: readonly Layer[], scope: TuningScope): ReadonlySet<string> {
  const convolutions = layers.filter(({ op }) => op === 'conv').map(({ name }) => name);
  return new Set(
    scope === 'last'
      ? convolutions.slice(-LAST_CONVOLUTIONS)
      : convolutions.filter((name) => !ENCODER.test(name)),
  );
}

/** @throws TuningError `layers-untunable`. */
export function tuningCut({ name, layers }: NetworkSpecification, scope: TuningScope): TuningCut {
  const tuned = tunedNames(layers, scope);
  const tail = layers.at(-1)!;
  const isBlocked = tail.op === 'depth_to_space';
  const moved = new Set<string>();
  for (const layer of layers) {
    if (tuned.has(layer.name) || layer.from.some((source) => moved.has(source))) moved.add(layer.name);
  }
  const live = layers.filter((layer) => moved.has(layer.name) && !(isBlocked && layer === tail));
  const [last] = live.slice(-1);
  if (last === undefined) {
    throw new TuningError('layers-untunable', { code: 'tuningWithoutLayers', network: name });
  }
  for (const layer of live) {
    if (DIFFERENTIABLE.includes(layer.op) && (layer.op !== 'conv' || layer.kernel % 2 === 1)) continue;
    throw new TuningError('layers-untunable', {
      code: 'tuningLayerFixed',
      layer: layer.name,
      network: name,
      operation: layer.op,
    });
  }
  const frontier = new Set(live.flatMap(({ from }) => from.filter((source) => !moved.has(source))));
  return {
    tuned,
    live,
    frontier: [...frontier],
    head: last.name,
    block: isBlocked ? tail.block : 1,
  };
}
