import type { Weights } from '../../network/model-read.ts';
import { networkShape, type Shape } from '../../network/network-shape.ts';
import type { Layer, NetworkSpecification } from '../../network/network-specification.ts';
import { type Field, fieldBytes, fieldInt, fieldMessage, fieldText, message } from './protobuf.ts';

/** Field numbers are those of onnx.proto (onnx/onnx, IR version 8); opset 17. */
const IR_VERSION = 8;
const OPSET = 17;
const FLOAT = 1;
const ATTRIBUTE_INT = 2;
const ATTRIBUTE_STRING = 3;
const ATTRIBUTE_INTS = 7;

type Attribute = string | number | readonly number[];

function attributeField(name: string, value: Attribute): Field {
  if (typeof value === 'string') {
    return fieldMessage(5, [fieldText(1, name), fieldText(4, value), fieldInt(20, ATTRIBUTE_STRING)]);
  }
  if (typeof value === 'number') {
    return fieldMessage(5, [fieldText(1, name), fieldInt(3, value), fieldInt(20, ATTRIBUTE_INT)]);
  }
  const items = value.map((item) => fieldInt(8, item));
  return fieldMessage(5, [fieldText(1, name), ...items, fieldInt(20, ATTRIBUTE_INTS)]);
}

function nodeField(
  op: string,
  inputs: readonly string[],
  output: string,
  attributes: Readonly<Record<string, Attribute>> = {},
): Field {
  return fieldMessage(1, [
    ...inputs.map((input) => fieldText(1, input)),
    fieldText(2, output),
    fieldText(3, output),
    fieldText(4, op),
    ...Object.entries(attributes).map(([name, value]) => attributeField(name, value)),
  ]);
}

function tensorField(name: string, shape: readonly number[], values: Float32Array): Field {
  const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return fieldMessage(5, [
    ...shape.map((size) => fieldInt(1, size)),
    fieldInt(2, FLOAT),
    fieldText(8, name),
    fieldBytes(9, raw),
  ]);
}

/** A float tensor of batch 1 in ONNX's order, channels first. */
function valueField(field: number, name: string, [height, width, channels]: Shape): Field {
  const sizes = [1, channels, height, width].map((size) => fieldMessage(1, [fieldInt(1, size)]));
  const type = fieldMessage(1, [fieldInt(1, FLOAT), fieldMessage(2, sizes)]);
  return fieldMessage(field, [fieldText(1, name), fieldMessage(2, [type])]);
}

/** HWIO to OIHW. */
function kernelTurned(
  values: Float32Array,
  [height, width, inputs, outputs]: readonly number[],
): Float32Array {
  const turned = new Float32Array(values.length);
  let to = 0;
  for (let output = 0; output < outputs!; output++) {
    for (let input = 0; input < inputs!; input++) {
      for (let at = 0; at < height! * width!; at++) {
        turned[to++] = values[(at * inputs! + input) * outputs! + output]!;
      }
    }
  }
  return turned;
}

/** Nodes and weights of one layer; every layer's output bears its name. */
function layerFields(layer: Layer, weights: Weights): readonly Field[] {
  const { name, from } = layer;
  const activated = (relu: boolean, node: (output: string) => Field): readonly Field[] =>
    relu ? [node(`${name}_linear`), nodeField('Relu', [`${name}_linear`], name)] : [node(name)];
  switch (layer.op) {
    case 'conv': {
      const kernel = weights.get(`${name}.kernel`)!;
      const bias = weights.get(`${name}.bias`)!;
      const [height, width, inputs, outputs] = kernel.shape;
      const pad = (layer.kernel - 1) / 2;
      return [
        tensorField(
          `${name}.kernel`,
          [outputs!, inputs!, height!, width!],
          kernelTurned(kernel.values, kernel.shape),
        ),
        tensorField(`${name}.bias`, bias.shape, bias.values),
        ...activated(layer.activation === 'relu', (output) =>
          nodeField('Conv', [from[0]!, `${name}.kernel`, `${name}.bias`], output, {
            kernel_shape: [height!, width!],
            pads: [pad, pad, pad, pad],
          }),
        ),
      ];
    }
    case 'max_pool':
      return [
        nodeField('MaxPool', from, name, {
          kernel_shape: [layer.size, layer.size],
          strides: [layer.size, layer.size],
        }),
      ];
    case 'upsample_nearest':
      return [
        tensorField(`${name}.scales`, [4], Float32Array.of(1, 1, layer.factor, layer.factor)),
        nodeField('Resize', [from[0]!, '', `${name}.scales`], name, {
          mode: 'nearest',
          coordinate_transformation_mode: 'asymmetric',
          nearest_mode: 'floor',
        }),
      ];
    case 'sum':
      return activated(layer.activation === 'relu', (output) => nodeField('Add', from, output));
    case 'space_to_depth':
      return [nodeField('SpaceToDepth', from, name, { blocksize: layer.block })];
    case 'depth_to_space':
      return [nodeField('DepthToSpace', from, name, { blocksize: layer.block, mode: 'DCR' })];
    case 'softmax':
    case 'leaky_relu':
    case 'batch_norm':
    case 'concat':
    case 'upsample_bilinear':
      throw new Error(`"${layer.op}" of layer "${name}" is not among the shipped network's operations.`);
  }
}

/**
 * The same network as an ONNX file: input `input` [1, 1, height, width], output the layer `until` (the last one
 * unless given), channels first.
 */
export function onnxWrite(
  specification: NetworkSpecification,
  weights: Weights,
  until: string = specification.layers.at(-1)!.name,
): Uint8Array<ArrayBuffer> {
  const { shapes } = networkShape(specification);
  const end = specification.layers.findIndex(({ name }) => name === until) + 1;
  const graph = [
    ...specification.layers.slice(0, end).flatMap((layer) => layerFields(layer, weights)),
    fieldText(2, specification.name),
    valueField(11, 'input', shapes.get('input')!),
    valueField(12, until, shapes.get(until)!),
  ];
  return message([
    fieldInt(1, IR_VERSION),
    fieldText(2, 'batsign'),
    fieldMessage(7, graph),
    fieldMessage(8, [fieldText(1, ''), fieldInt(2, OPSET)]),
  ]);
}
