import { ByteBuffer } from 'flatbuffers';
import { expect, test } from 'vitest';
import { nodeModelRead } from '../../../../src/cli/node-network.ts';
import { tfliteWrite } from '../../../../src/network/tflite/tflite-write.ts';

/** A table of a FlatBuffer, read by the numbers of its fields; what is not there is 0 or empty. */
interface Table {
  int8(field: number): number;
  int32(field: number): number;
  ints(field: number): readonly number[];
  floats(field: number): readonly number[];
  /** How many bytes a vector of them has. */
  bytes(field: number): number;
  table(field: number): Table | null;
  tables(field: number): readonly Table[];
}

function tableAt(bytes: ByteBuffer, at: number): Table {
  const slot = (field: number) => bytes.__offset(at, 4 + 2 * field);
  const vector = (field: number) => {
    const place = slot(field);
    const start = place === 0 ? 0 : bytes.__vector(at + place);
    return { start, length: place === 0 ? 0 : bytes.__vector_len(at + place) };
  };
  return {
    int8: (field: number) => (slot(field) === 0 ? 0 : bytes.readInt8(at + slot(field))),
    int32: (field: number) => (slot(field) === 0 ? 0 : bytes.readInt32(at + slot(field))),
    ints: (field: number) => {
      const { start, length } = vector(field);
      return Array.from({ length }, (_, index) => bytes.readInt32(start + 4 * index));
    },
    floats: (field: number) => {
      const { start, length } = vector(field);
      return Array.from({ length }, (_, index) => bytes.readFloat32(start + 4 * index));
    },
    bytes: (field: number) => vector(field).length,
    tables: (field: number) => {
      const { start, length } = vector(field);
      return Array.from({ length }, (_, index) => tableAt(bytes, bytes.__indirect(start + 4 * index)));
    },
    table: (field: number) => (slot(field) === 0 ? null : tableAt(bytes, bytes.__indirect(at + slot(field)))),
  };
}

function modelOf(file: Uint8Array) {
  const bytes = new ByteBuffer(file);
  expect(bytes.__has_identifier('TFL3')).toBe(true);
  return tableAt(bytes, bytes.readInt32(0));
}

const FLOAT32 = 0;
const INT8 = 9;

test('in floats: all layers, their weights in floats, one input and one output', async () => {
  const { specification, weights } = await nodeModelRead();
  const model = modelOf(tfliteWrite(specification, weights, 'stem', 'head'));
  expect(model.int32(0)).toBe(3);
  const [graph] = model.tables(2);
  const tensors = graph!.tables(0);
  const [input] = graph!.ints(1);
  const [output] = graph!.ints(2);
  expect(tensors[input!]!.ints(0)).toEqual([1, 144, 64, 8]);
  expect(tensors[output!]!.ints(0)).toEqual([1, 144, 64, 32]);
  expect(tensors.every((tensor) => tensor.int8(1) !== INT8)).toBe(true);
  // The first convolution: OHWI, and every float is there.
  const kernel = tensors.find((tensor) => tensor.ints(0).join() === '16,3,3,8')!;
  expect(kernel.int8(1)).toBe(FLOAT32);
  expect(model.tables(4)[kernel.int32(2)]!.bytes(0)).toBe(4 * 16 * 3 * 3 * 8);
  const convolutions = specification.layers.filter(({ op }) => op === 'conv').length;
  const codes = model.tables(1).map((code) => code.int32(3));
  const operators = graph!.tables(3).map((operator) => codes[operator.int32(0)]);
  expect(operators.filter((code) => code === 3)).toHaveLength(convolutions);
});

test('in eight bits: weights of one byte with a scale a filter, floats go in and come out', async () => {
  const { specification, weights, ranges } = await nodeModelRead();
  expect(ranges).not.toBeNull();
  const model = modelOf(tfliteWrite(specification, weights, 'stem', 'head', ranges));
  const [graph] = model.tables(2);
  const tensors = graph!.tables(0);
  const [input] = graph!.ints(1);
  const [output] = graph!.ints(2);
  expect([tensors[input!]!.int8(1), tensors[output!]!.int8(1)]).toEqual([FLOAT32, FLOAT32]);
  const kernel = tensors.find((tensor) => tensor.ints(0).join() === '16,3,3,8')!;
  expect(kernel.int8(1)).toBe(INT8);
  expect(kernel.table(4)!.floats(2)).toHaveLength(16);
  expect(model.tables(4)[kernel.int32(2)]!.bytes(0)).toBe(16 * 3 * 3 * 8);
  // The grey levels of the image: 256 steps from 0 to 1.
  const stem = tensors.find((tensor) => tensor.ints(0).join() === '1,144,64,8' && tensor.int8(1) === INT8)!;
  expect(stem.table(4)!.floats(2)[0]).toBeCloseTo(1 / 255, 7);
});
