import { SegmenterError } from './segmenter-error.ts';

interface LayerCommon {
  readonly name: string;
  /** Names of earlier layers, or `input`. */
  readonly from: readonly string[];
}

export interface SpaceToDepthLayer extends LayerCommon {
  readonly op: 'space_to_depth';
  readonly block: number;
}

/** Zero-padded SAME convolution, stride 1; the kernel is HWIO. */
export interface ConvLayer extends LayerCommon {
  readonly op: 'conv';
  readonly kernel: number;
  readonly filters: number;
  readonly activation: 'relu' | 'linear';
}

export interface MaxPoolLayer extends LayerCommon {
  readonly op: 'max_pool';
  readonly size: number;
}

/** Bilinear is the paper's and samples half-pixel centres, as Keras does. */
export interface UpsampleLayer<Op extends 'upsample_nearest' | 'upsample_bilinear'> extends LayerCommon {
  readonly op: Op;
  readonly factor: number;
}

export interface SumLayer extends LayerCommon {
  readonly op: 'sum';
  readonly activation?: 'relu' | 'linear';
}

/** TensorFlow's order: channel = (dy * block + dx) * C + c. */
export interface DepthToSpaceLayer extends LayerCommon {
  readonly op: 'depth_to_space';
  readonly block: number;
}

export interface LeakyReluLayer extends LayerCommon {
  readonly op: 'leaky_relu';
  readonly slope: number;
}

/** Batch norm has an epsilon of 1e-3, as Keras does; concat joins channels. */
export interface PlainLayer<Op extends 'batch_norm' | 'concat' | 'softmax'> extends LayerCommon {
  readonly op: Op;
}

export type Layer =
  | SpaceToDepthLayer
  | ConvLayer
  | MaxPoolLayer
  | UpsampleLayer<'upsample_nearest'>
  | UpsampleLayer<'upsample_bilinear'>
  | SumLayer
  | DepthToSpaceLayer
  | LeakyReluLayer
  | PlainLayer<'batch_norm'>
  | PlainLayer<'concat'>
  | PlainLayer<'softmax'>;

export type LayerOp = Layer['op'];

/**
 * The raster that a network takes. `polar`: the sector with a row per depth and a column per scan line; `cartesian`:
 * the sector's bounding box, fitted into a square.
 */
export interface NetworkInput {
  readonly geometry: 'polar' | 'cartesian';
  readonly height: number;
  readonly width: number;
  /** 1: grey levels; 2: also the width of a cell in the body, by which a B-line is told from a confluence. */
  readonly channels: number;
}

/** A network as a list of layers, each after those that it reads; tensors are NHWC with N = 1. */
export interface NetworkSpecification {
  readonly name: string;
  readonly version: number;
  readonly input: NetworkInput;
  readonly classes: readonly string[];
  readonly layers: readonly Layer[];
}

/** Which whole numbers each op must carry. */
const NUMBERS: Readonly<Record<LayerOp, readonly string[]>> = {
  space_to_depth: ['block'],
  conv: ['kernel', 'filters'],
  max_pool: ['size'],
  upsample_nearest: ['factor'],
  upsample_bilinear: ['factor'],
  sum: [],
  depth_to_space: ['block'],
  leaky_relu: [],
  batch_norm: [],
  concat: [],
  softmax: [],
};

const ACTIVATIONS: readonly unknown[] = ['relu', 'linear'];

/** @param fault in English, for who makes the network */
function wrong(fault: string): SegmenterError {
  return new SegmenterError('network-specification', { code: 'networkSpecificationWrong', fault });
}

function recordOf(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  throw wrong(`${what} is not an object.`);
}

function countIs(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0;
}

function textsAre(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
}

function layerRead(value: unknown, index: number, known: ReadonlySet<string>): Layer {
  const layer = recordOf(value, `layer ${index}`);
  const { name, op, from, activation, slope } = layer;
  if (typeof name !== 'string' || name === '') throw wrong(`layer ${index} has no name.`);
  if (known.has(name)) throw wrong(`two layers are called "${name}".`);
  if (typeof op !== 'string' || !Object.hasOwn(NUMBERS, op)) {
    throw wrong(`layer "${name}" has the unknown operation ${JSON.stringify(op)}.`);
  }
  if (!textsAre(from)) throw wrong(`layer "${name}" does not say what it reads.`);
  for (const source of from) {
    if (!known.has(source)) throw wrong(`layer "${name}" reads "${source}", which no earlier layer gives.`);
  }
  for (const field of NUMBERS[op as LayerOp]) {
    if (!countIs(layer[field])) throw wrong(`"${field}" of layer "${name}" must be a whole number above 0.`);
  }
  if ((op === 'conv' || activation !== undefined) && !ACTIVATIONS.includes(activation)) {
    throw wrong(`layer "${name}" has the unknown activation ${JSON.stringify(activation)}.`);
  }
  if (op === 'leaky_relu' && typeof slope !== 'number') throw wrong(`layer "${name}" has no slope.`);
  return layer as unknown as Layer;
}

/**
 * Reads a specification (the content of models/network.json).
 * @throws SegmenterError `network-specification`.
 */
export function networkSpecificationRead(json: unknown): NetworkSpecification {
  const root = recordOf(json, 'the file');
  const input = recordOf(root.input, '"input"');
  const { geometry, height, width, channels } = input;
  if (geometry !== 'polar' && geometry !== 'cartesian') {
    throw wrong(
      `the "geometry" of the input must be "polar" or "cartesian", not ${JSON.stringify(geometry)}.`,
    );
  }
  if (!countIs(height) || !countIs(width) || !countIs(channels)) {
    throw wrong('"input" needs height, width and channels.');
  }
  if (channels > 2) throw wrong('"input" may have one or two channels.');
  if (geometry === 'cartesian' && height !== width) throw wrong('a cartesian input must be a square.');
  const { name, version, classes, layers } = root;
  if (typeof name !== 'string' || !countIs(version)) throw wrong('it has no name and version.');
  if (!textsAre(classes)) throw wrong('"classes" is not a list of names.');
  if (!Array.isArray(layers) || layers.length === 0) throw wrong('it has no layers.');
  const known = new Set(['input']);
  const read = layers.map((value, index) => {
    const layer = layerRead(value, index, known);
    known.add(layer.name);
    return layer;
  });
  return { name, version, input: { geometry, height, width, channels }, classes, layers: read };
}
