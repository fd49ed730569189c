import { readFileSync } from 'node:fs';
import { softmax } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeNetworkOpen } from '../../../src/cli/node-network.ts';
import { networkInput } from '../../../src/network/network-view.ts';

/** What training/parity.py writes; numbers in parity.bin are little-endian, offsets in bytes. */
interface ParityManifest {
  readonly weights_sha256: string;
  readonly height: number;
  readonly width: number;
  readonly classes: number;
  readonly stride: number;
  readonly crop_size: number;
  readonly cases: readonly {
    readonly cell_mm: readonly [number, number];
    readonly input: number;
    readonly strided: number;
    readonly crop: { readonly x: number; readonly y: number; readonly offset: number };
  }[];
}

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const LARGEST_DIFFERENCE = 1e-4;

/** Softmax of one pixel's logits, in double precision. */
function sharesOf(logits: readonly number[]): readonly number[] {
  const largest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - largest));
  const sum = powers.reduce((left, right) => left + right);
  return powers.map((power) => power / sum);
}

describe('the network in tfjs and in the trainer', () => {
  let manifest: ParityManifest;
  let bytes: Uint8Array<ArrayBuffer>;
  let opened: Awaited<ReturnType<typeof nodeNetworkOpen>>;

  beforeAll(async () => {
    manifest = JSON.parse(readFileSync(new URL('parity.json', FIXTURES), 'utf8')) as ParityManifest;
    bytes = new Uint8Array(readFileSync(new URL('parity.bin', FIXTURES)));
    opened = await nodeNetworkOpen();
  });

  test('the stored answers are those of the shipped weights', () => {
    expect(manifest.weights_sha256).toBe(opened.model.sha256);
    expect(manifest.cases.length).toBeGreaterThanOrEqual(2);
    expect(bytes.length).toBeLessThan(400_000);
  });

  test('every probability is the same to 1e-4', async () => {
    const { height, width, classes, stride, crop_size: cropSize } = manifest;
    const view = new DataView(bytes.buffer);
    const stored = (offset: number, index: number) =>
      sharesOf(
        Array.from({ length: classes }, (_, at) =>
          view.getFloat32(offset + (index * classes + at) * 4, true),
        ),
      );
    let compared = 0;
    let difference = 0;
    for (const {
      input,
      cell_mm: [face, bottom],
      strided,
      crop,
    } of manifest.cases) {
      const grey = bytes.subarray(input, input + height * width);
      const cellMm = Float32Array.from(
        { length: height },
        (_, row) => face + ((bottom - face) * (row + 0.5)) / height,
      );
      const { specification } = opened.network;
      const logits = opened.network.output(networkInput(specification.input, grey, cellMm));
      const shares = softmax(logits);
      const values = await shares.data();
      logits.dispose();
      shares.dispose();
      const compare = (x: number, y: number, expected: readonly number[]) => {
        for (const [at, share] of expected.entries()) {
          difference = Math.max(difference, Math.abs(share - values[(y * width + x) * classes + at]!));
          compared++;
        }
      };
      const perRow = width / stride;
      for (let index = 0; index < perRow * (height / stride); index++) {
        compare((index % perRow) * stride, Math.floor(index / perRow) * stride, stored(strided, index));
      }
      for (let index = 0; index < cropSize * cropSize; index++) {
        compare(
          crop.x + (index % cropSize),
          crop.y + Math.floor(index / cropSize),
          stored(crop.offset, index),
        );
      }
    }
    expect(compared).toBe(
      manifest.cases.length * ((height / stride) * (width / stride) + cropSize ** 2) * classes,
    );
    expect(difference).toBeLessThanOrEqual(LARGEST_DIFFERENCE);
  });
});
