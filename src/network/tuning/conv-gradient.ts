import {
  conv2d,
  reshape,
  reverse,
  sum,
  type Tensor1D,
  type Tensor4D,
  transpose,
} from '@tensorflow/tfjs-core';

/*
 * Gradients of a SAME convolution of stride 1 with an odd, square kernel (HWIO), made of plain convolutions, which
 * every backend has: tfjs's own gradient by the kernel (Conv2DBackpropFilter) is missing on WebAssembly.
 * x: [count, height, width, channels]; dy, the gradient by the convolution's output: [count, height, width, filters].
 */

export function convBiasGradient(dy: Tensor4D): Tensor1D {
  return sum(reshape(dy, [-1, dy.shape[3]]), 0);
}

/** The same convolution run backwards: the kernel turned by half a turn, its channels swapped. */
export function convInputGradient(dy: Tensor4D, kernel: Tensor4D): Tensor4D {
  return conv2d(dy, transpose(reverse(kernel, [0, 1]), [0, 1, 3, 2]) as Tensor4D, 1, 'same');
}

/**
 * dk[a, b, c, f] = sum over images and places of x[place + (a, b) - reach, c] * dy[place, f]: a convolution again, of
 * the channels of `x` as images with the whole of `dy` as its kernel and the images as channels. On WebAssembly it is
 * four times as fast as a matrix product for each (a, b).
 */
export function convKernelGradient(x: Tensor4D, dy: Tensor4D, size: number): Tensor4D {
  const reach = (size - 1) / 2;
  const images = transpose(x, [3, 1, 2, 0]) as Tensor4D;
  const filter = transpose(dy, [1, 2, 0, 3]) as Tensor4D;
  const around: [number, number] = [reach, reach];
  const gradient = conv2d(images, filter, 1, reach === 0 ? 'valid' : [[0, 0], around, around, [0, 0]]);
  return transpose(gradient, [1, 2, 0, 3]);
}
