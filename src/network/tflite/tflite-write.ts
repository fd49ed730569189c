import { Builder, type Offset } from 'flatbuffers';
import type { Weights } from '../model-read.ts';
import { networkShape, type Shape } from '../network-shape.ts';
import type { Layer, NetworkSpecification } from '../network-specification.ts';
import { kernelQuantised, type LayerRanges, type Quantisation, rangeQuantisation } from '../quantisation.ts';

/** Numbers of fields, operators and options are those of tensorflow/lite/schema/schema.fbs, version 3. */
const SCHEMA = 3;
const IDENTIFIER = 'TFL3';
const FLOAT32 = 0;
const INT32 = 2;
const INT8 = 9;
const SAME = 0;
const VALID = 1;
const RELU = 1;
const BUFFER_ALIGNMENT = 16;

const OPERATORS = {
  add: { code: 0, options: 11 },
  concat: { code: 2, options: 10 },
  conv: { code: 3, options: 1 },
  dequantize: { code: 6, options: 38 },
  maxPool: { code: 17, options: 5 },
  reshape: { code: 22, options: 17 },
  quantize: { code: 114, options: 75 },
} as const;
type OperatorName = keyof typeof OPERATORS;
const OPERATOR_NAMES = Object.keys(OPERATORS) as OperatorName[];

interface TensorEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: typeof FLOAT32 | typeof INT32 | typeof INT8;
  /** Its content; null where it is computed. */
  readonly bytes: Uint8Array | null;
  readonly quantisation: Quantisation | null;
}

interface OperatorEntry {
  readonly name: OperatorName;
  readonly inputs: readonly number[];
  readonly output: number;
  /** Writes the options' table. */
  readonly options: (builder: Builder) => Offset;
}

/** HWIO to OHWI. */
function kernelTurned<Values extends Float32Array | Int8Array>(values: Values, outputs: number): Values {
  const turned = values.slice() as Values;
  let to = 0;
  for (let output = 0; output < outputs; output++) {
    for (let from = output; from < values.length; from += outputs) turned[to++] = values[from]!;
  }
  return turned;
}

type Content = Float32Array | Int32Array | Int8Array;

const bytesOf = ({ buffer, byteOffset, byteLength }: Content): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

const convOptions = (isRelu: boolean) => (builder: Builder) => {
  builder.startObject(6);
  builder.addFieldInt8(0, SAME, -1);
  builder.addFieldInt32(1, 1, 0);
  builder.addFieldInt32(2, 1, 0);
  builder.addFieldInt8(3, isRelu ? RELU : 0, 0);
  return builder.endObject();
};

const poolOptions = (size: number) => (builder: Builder) => {
  builder.startObject(6);
  builder.addFieldInt8(0, VALID, 0);
  for (const field of [1, 2, 3, 4]) builder.addFieldInt32(field, size, 0);
  return builder.endObject();
};

const addOptions = (isRelu: boolean) => (builder: Builder) => {
  builder.startObject(1);
  builder.addFieldInt8(0, isRelu ? RELU : 0, 0);
  return builder.endObject();
};

const concatOptions = (axis: number) => (builder: Builder) => {
  builder.startObject(2);
  builder.addFieldInt32(0, axis, 0);
  return builder.endObject();
};

const reshapeOptions = (shape: readonly number[]) => (builder: Builder) => {
  const vector = intsWrite(builder, shape);
  builder.startObject(1);
  builder.addFieldOffset(0, vector, 0);
  return builder.endObject();
};

function intsWrite(builder: Builder, values: readonly number[]): Offset {
  builder.startVector(4, values.length, 4);
  for (const value of [...values].reverse()) builder.addInt32(value);
  return builder.endVector();
}

function offsetsWrite(builder: Builder, offsets: readonly Offset[]): Offset {
  builder.startVector(4, offsets.length, 4);
  for (const offset of [...offsets].reverse()) builder.addOffset(offset);
  return builder.endVector();
}

/** The tensors and operators of a network, in the order in which they are computed. */
class Graph {
  readonly tensors: TensorEntry[] = [];
  readonly operators: OperatorEntry[] = [];
  readonly #named = new Map<string, number>();

  /** A tensor of a name that others read: a constant where it has content, else computed. */
  add(
    name: string,
    shape: readonly number[],
    content: Content | null = null,
    quantisation: Quantisation | null = null,
  ): number {
    const type =
      content instanceof Int32Array
        ? INT32
        : quantisation !== null || content instanceof Int8Array
          ? INT8
          : FLOAT32;
    const bytes = content === null ? null : bytesOf(content);
    this.tensors.push({ name, shape, type, bytes, quantisation });
    this.#named.set(name, this.tensors.length - 1);
    return this.tensors.length - 1;
  }

  quantisation(at: number): Quantisation | null {
    return this.tensors[at]!.quantisation;
  }

  at(name: string): number {
    const at = this.#named.get(name);
    if (at === undefined) throw new Error(`There is no tensor "${name}".`);
    return at;
  }

  run(
    name: OperatorName,
    inputs: readonly number[],
    output: number,
    options: OperatorEntry['options'],
  ): void {
    this.operators.push({ name, inputs, output, options });
  }

  reshape(from: number, name: string, shape: readonly number[]): number {
    const target = this.add(`${name}.shape`, [shape.length], Int32Array.from(shape));
    const output = this.add(name, shape, null, this.quantisation(from));
    this.run('reshape', [from, target], output, reshapeOptions(shape));
    return output;
  }
}

const batched = (shape: Shape): readonly number[] => [1, ...shape];

function layerAdd(
  graph: Graph,
  layer: Layer,
  layers: readonly Layer[],
  shapes: ReadonlyMap<string, Shape>,
  weights: Weights,
  ranges: LayerRanges | null,
): void {
  const { name, from } = layer;
  const shape = shapes.get(name)!;
  const range = ranges?.get(name);
  const own = range === undefined ? null : rangeQuantisation(range);
  switch (layer.op) {
    case 'conv': {
      const kernel = weights.get(`${name}.kernel`)!;
      const bias = weights.get(`${name}.bias`)!;
      const [height, width, inputs, outputs] = kernel.shape as [number, number, number, number];
      const source = graph.at(from[0]!);
      const filterShape = [outputs, height, width, inputs];
      const given = graph.quantisation(source);
      let filter: number;
      let offset: number;
      if (given === null) {
        filter = graph.add(`${name}.kernel`, filterShape, kernelTurned(kernel.values, outputs));
        offset = graph.add(`${name}.bias`, bias.shape, bias.values);
      } else {
        const stored = kernelQuantised(kernel.values, outputs);
        const turned = kernelTurned(stored.values, outputs);
        filter = graph.add(`${name}.kernel`, filterShape, turned, {
          scales: stored.scales,
          zero: 0,
          axis: 0,
        });
        const scales = stored.scales.map((scale) => scale * given.scales[0]!);
        const steps = Int32Array.from(bias.values, (value, at) => Math.round(value / scales[at]!));
        offset = graph.add(`${name}.bias`, bias.shape, steps, { scales, zero: 0, axis: 0 });
      }
      const output = graph.add(name, batched(shape), null, own);
      graph.run('conv', [source, filter, offset], output, convOptions(layer.activation === 'relu'));
      return;
    }
    case 'max_pool': {
      const source = graph.at(from[0]!);
      const output = graph.add(name, batched(shape), null, graph.quantisation(source));
      graph.run('maxPool', [source], output, poolOptions(layer.size));
      return;
    }
    case 'upsample_nearest':
      // Enlarged where it is added: XNNPACK has no kernel for it, and a broadcast does the same.
      return;
    case 'sum': {
      const enlarged = layers.find((other) => other.op === 'upsample_nearest' && from.includes(other.name));
      const options = addOptions(layer.activation === 'relu');
      if (enlarged?.op !== 'upsample_nearest') {
        const given = from.map((source) => graph.at(source));
        graph.run('add', given, graph.add(name, batched(shape), null, own), options);
        return;
      }
      const [height, width, channels] = shapes.get(enlarged.from[0]!)!;
      const { factor } = enlarged;
      const other = from.find((source) => source !== enlarged.name)!;
      const source = graph.at(enlarged.from[0]!);
      const wideShape = [1, height, width, factor * channels];
      const wide = graph.add(`${name}.wide`, wideShape, null, graph.quantisation(source));
      graph.run('concat', new Array(factor).fill(source), wide, concatOptions(3));
      const row = width * factor * channels;
      const low = graph.reshape(wide, `${name}.low`, [height, 1, row]);
      const high = graph.reshape(graph.at(other), `${name}.high`, [height, factor, row]);
      const sum = graph.add(`${name}.sum`, [height, factor, row], null, own);
      graph.run('add', [low, high], sum, options);
      graph.reshape(sum, name, batched(shape));
      return;
    }
    default:
      throw new Error(`"${layer.op}" of layer "${name}" is not among the shipped network's operations.`);
  }
}

const optionless = (builder: Builder) => {
  builder.startObject(0);
  return builder.endObject();
};

/**
 * The same network as a TensorFlow Lite file: input the layer `first` [1, height, width, channels], which whoever runs
 * it computes (a rearrangement of the image), output the layer `until`; both float32, channels last.
 * @param ranges of the outputs of all layers, for a network of eight bits; null for one of float32
 */
export function tfliteWrite(
  specification: NetworkSpecification,
  weights: Weights,
  first: string,
  until: string,
  ranges: LayerRanges | null = null,
): Uint8Array<ArrayBuffer> {
  const { layers, name } = specification;
  const { shapes } = networkShape(specification);
  const graph = new Graph();
  const givenShape = batched(shapes.get(first)!);
  let input: number;
  if (ranges === null) {
    input = graph.add(first, givenShape);
  } else {
    input = graph.add('given', givenShape);
    const stored = graph.add(first, givenShape, null, rangeQuantisation(ranges.get(first)!));
    graph.run('quantize', [input], stored, optionless);
  }
  const start = layers.findIndex((layer) => layer.name === first) + 1;
  const end = layers.findIndex((layer) => layer.name === until) + 1;
  for (const layer of layers.slice(start, end)) layerAdd(graph, layer, layers, shapes, weights, ranges);
  let output = graph.at(until);
  if (ranges !== null) {
    const stored = output;
    output = graph.add('answer', graph.tensors[stored]!.shape);
    graph.run('dequantize', [stored], output, optionless);
  }
  return graphWrite(graph, name, input, output);
}

function quantisationWrite(builder: Builder, { scales, zero, axis }: Quantisation): Offset {
  builder.startVector(4, scales.length, 4);
  for (const scale of [...scales].reverse()) builder.addFloat32(scale);
  const scalesAt = builder.endVector();
  builder.startVector(8, scales.length, 8);
  for (let at = 0; at < scales.length; at++) builder.addInt64(BigInt(zero));
  const zerosAt = builder.endVector();
  builder.startObject(7);
  builder.addFieldOffset(2, scalesAt, 0);
  builder.addFieldOffset(3, zerosAt, 0);
  builder.addFieldInt32(6, axis, 0);
  return builder.endObject();
}

function graphWrite(graph: Graph, name: string, input: number, output: number): Uint8Array<ArrayBuffer> {
  const builder = new Builder(1 << 20);
  const contents = graph.tensors.flatMap(({ bytes }) => (bytes === null ? [] : [bytes]));
  const buffers = [null, ...contents].map((bytes) => {
    if (bytes === null) {
      builder.startObject(1);
      return builder.endObject();
    }
    builder.startVector(1, bytes.length, BUFFER_ALIGNMENT);
    for (let at = bytes.length - 1; at >= 0; at--) builder.addInt8(bytes[at]!);
    const data = builder.endVector();
    builder.startObject(1);
    builder.addFieldOffset(0, data, 0);
    return builder.endObject();
  });
  let bufferAt = 0;
  const tensors = graph.tensors.map((tensor) => {
    const shape = intsWrite(builder, tensor.shape);
    const label = builder.createString(tensor.name);
    const quantisation = tensor.quantisation === null ? 0 : quantisationWrite(builder, tensor.quantisation);
    builder.startObject(5);
    builder.addFieldOffset(0, shape, 0);
    builder.addFieldInt8(1, tensor.type, 0);
    builder.addFieldInt32(2, tensor.bytes === null ? 0 : ++bufferAt, 0);
    builder.addFieldOffset(3, label, 0);
    builder.addFieldOffset(4, quantisation, 0);
    return builder.endObject();
  });
  const operators = graph.operators.map((operator) => {
    const inputs = intsWrite(builder, operator.inputs);
    const outputs = intsWrite(builder, [operator.output]);
    const options = operator.options(builder);
    builder.startObject(5);
    builder.addFieldInt32(0, OPERATOR_NAMES.indexOf(operator.name), 0);
    builder.addFieldOffset(1, inputs, 0);
    builder.addFieldOffset(2, outputs, 0);
    builder.addFieldInt8(3, OPERATORS[operator.name].options, 0);
    builder.addFieldOffset(4, options, 0);
    return builder.endObject();
  });
  const codes = OPERATOR_NAMES.map((operator) => {
    builder.startObject(4);
    builder.addFieldInt8(0, OPERATORS[operator].code, 0);
    builder.addFieldInt32(2, 1, 0);
    builder.addFieldInt32(3, OPERATORS[operator].code, 0);
    return builder.endObject();
  });
  const graphParts = [
    offsetsWrite(builder, tensors),
    intsWrite(builder, [input]),
    intsWrite(builder, [output]),
    offsetsWrite(builder, operators),
    builder.createString(name),
  ];
  builder.startObject(5);
  for (const [field, part] of graphParts.entries()) builder.addFieldOffset(field, part, 0);
  const subgraph = offsetsWrite(builder, [builder.endObject()]);
  const codesAt = offsetsWrite(builder, codes);
  const buffersAt = offsetsWrite(builder, buffers);
  const description = builder.createString(name);
  builder.startObject(5);
  builder.addFieldInt32(0, SCHEMA, 0);
  builder.addFieldOffset(1, codesAt, 0);
  builder.addFieldOffset(2, subgraph, 0);
  builder.addFieldOffset(3, description, 0);
  builder.addFieldOffset(4, buffersAt, 0);
  builder.finish(builder.endObject(), IDENTIFIER);
  return builder.asUint8Array().slice();
}
