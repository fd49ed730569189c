import '@tensorflow/tfjs-backend-cpu';
import { conv2d, engine, randomUniform, setBackend, type Tensor4D, tensor4d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeBackendStart } from '../../../../src/cli/node-network.ts';
import {
  convBiasGradient,
  convInputGradient,
  convKernelGradient,
} from '../../../../src/network/tuning/conv-gradient.ts';

beforeAll(nodeBackendStart);

const uniform = (shape: [number, number, number, number], seed: number): Tensor4D =>
  randomUniform(shape, -1, 1, 'float32', seed);

/** sum(dy * conv(x, kernel)), whose gradients are asked for; in double precision, straight from the definition. */
function product(x: Tensor4D, kernel: Tensor4D, dy: Tensor4D): number {
  const [count, height, width, channels] = x.shape;
  const [size, , , filters] = kernel.shape;
  const [xs, ks, ds] = [x.dataSync(), kernel.dataSync(), dy.dataSync()];
  const reach = (size - 1) / 2;
  let sum = 0;
  for (let n = 0; n < count; n++)
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++)
        for (let a = 0; a < size; a++)
          for (let b = 0; b < size; b++) {
            const y = row + a - reach;
            const z = column + b - reach;
            if (y < 0 || y >= height || z < 0 || z >= width) continue;
            for (let c = 0; c < channels; c++)
              for (let f = 0; f < filters; f++) {
                sum +=
                  xs[((n * height + y) * width + z) * channels + c]! *
                  ks[((a * size + b) * channels + c) * filters + f]! *
                  ds[((n * height + row) * width + column) * filters + f]!;
              }
          }
  return sum;
}

/** The gradient by every value of one tensor: the product is linear in each, so a step of 1 gives it exactly. */
function differences(of: Tensor4D, productOf: (changed: Tensor4D) => number): number[] {
  const values = of.dataSync();
  const base = productOf(of);
  return Array.from(values, (_, at) => {
    const changed = values.slice();
    changed[at] = changed[at]! + 1;
    return productOf(tensor4d(changed, of.shape)) - base;
  });
}

function inner(left: ArrayLike<number>, right: ArrayLike<number>): number {
  return Array.from(left).reduce((sum, value, at) => sum + value * right[at]!, 0);
}

function closeExpect(found: ArrayLike<number>, wanted: ArrayLike<number>): void {
  expect(found.length).toBe(wanted.length);
  for (let at = 0; at < wanted.length; at++) expect(found[at]).toBeCloseTo(wanted[at]!, 3);
}

describe.each([1, 3, 5])('gradients of a convolution with a kernel of %i', (size) => {
  const make = () => ({
    x: uniform([2, 5, 4, 3], 1),
    kernel: uniform([size, size, 3, 2], 2),
    dy: uniform([2, 5, 4, 2], 3),
  });

  test('agree with finite differences', () => {
    const { x, kernel, dy } = make();
    closeExpect(
      convKernelGradient(x, dy, size).dataSync(),
      differences(kernel, (changed) => product(x, changed, dy)),
    );
    closeExpect(
      convInputGradient(dy, kernel).dataSync(),
      differences(x, (changed) => product(changed, kernel, dy)),
    );
  });

  test('are of the convolution that tfjs computes', () => {
    const { x, kernel, dy } = make();
    const y = conv2d(x, kernel, 1, 'same').dataSync();
    const sum = inner(dy.dataSync(), y);
    expect(product(x, kernel, dy)).toBeCloseTo(sum, 3);
    // The product is linear in the kernel: it is the sum of its gradient times the kernel.
    const gradient = convKernelGradient(x, dy, size).dataSync();
    expect(inner(kernel.dataSync(), gradient)).toBeCloseTo(sum, 3);
  });
});

test('the gradient by the bias is the sum over images and places', () => {
  const dy = tensor4d([1, 10, 2, 20, 3, 30, 4, 40], [2, 2, 1, 2]);
  expect([...convBiasGradient(dy).dataSync()]).toEqual([10, 100]);
});

test("agree with tfjs's own gradients, which its plain backend has, and run there too", async () => {
  const made = {
    x: uniform([3, 6, 5, 4], 1),
    kernel: uniform([3, 3, 4, 2], 2),
    dy: uniform([3, 6, 5, 2], 3),
  };
  const byWasm = [
    convKernelGradient(made.x, made.dy, 3).dataSync(),
    convInputGradient(made.dy, made.kernel).dataSync(),
  ];
  const values = [made.x, made.kernel, made.dy].map((tensor) => tensor.dataSync());
  await setBackend('cpu');
  try {
    const x = tensor4d(values[0]!, made.x.shape);
    const kernel = tensor4d(values[1]!, made.kernel.shape);
    const dy = tensor4d(values[2]!, made.dy.shape);
    const common = { strides: [1, 1], pad: 'same', dataFormat: 'NHWC', dimRoundingMode: undefined };
    const byFilter = engine().runKernel('Conv2DBackpropFilter', { x, dy }, {
      ...common,
      filterShape: kernel.shape,
    } as never) as Tensor4D;
    const byInput = engine().runKernel('Conv2DBackpropInput', { dy, filter: kernel }, {
      ...common,
      inputShape: x.shape,
    } as never) as Tensor4D;
    for (const found of [byWasm[0]!, convKernelGradient(x, dy, 3).dataSync()]) {
      closeExpect(found, byFilter.dataSync());
    }
    for (const found of [byWasm[1]!, convInputGradient(dy, kernel).dataSync()]) {
      closeExpect(found, byInput.dataSync());
    }
  } finally {
    await setBackend('wasm');
  }
});
