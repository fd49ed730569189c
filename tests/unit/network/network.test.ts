import { memory, type Tensor4D } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeBackendStart, specificationOpen } from '../../../src/cli/node-network.ts';
import { float16Decode, float16Encode } from '../../../src/network/float16.ts';
import { imageFactsFrom } from '../../../src/network/image-facts.ts';
import { modelRandom } from '../../../src/network/model-random.ts';
import { modelRead, type Weights } from '../../../src/network/model-read.ts';
import { networkBuild } from '../../../src/network/network-build.ts';
import { networkShape } from '../../../src/network/network-shape.ts';
import {
  type NetworkSpecification,
  networkSpecificationRead,
} from '../../../src/network/network-specification.ts';
import { blocksFromRaster, classesFromHead, confidenceFromHead } from '../../../src/network/raster-blocks.ts';
import { sentenceRejected, sentenceThrown } from '../../support/facts.ts';

const TINY = {
  name: 'tiny',
  version: 1,
  input: { geometry: 'cartesian', height: 4, width: 4, channels: 1 },
  classes: ['background', 'rib'],
};

function specificationOf(layers: readonly object[], classes = TINY.classes): NetworkSpecification {
  return networkSpecificationRead({ ...TINY, classes, layers });
}

function weightsOf(
  table: Readonly<Record<string, readonly [readonly number[], readonly number[]]>>,
): Weights {
  return new Map(
    Object.entries(table).map(([name, [shape, values]]) => [
      name,
      { shape, values: Float32Array.from(values) },
    ]),
  );
}

async function valuesOf(tensor: Tensor4D): Promise<readonly number[]> {
  const values = await tensor.data();
  tensor.dispose();
  return [...values];
}

describe('float16', () => {
  test('known numbers', () => {
    const bytes = Uint8Array.of(
      0x00,
      0x3c,
      0x00,
      0xc0,
      0xff,
      0x7b,
      0x01,
      0x00,
      0x00,
      0x04,
      0x55,
      0x35,
      0x00,
      0x80,
    );
    expect([...float16Decode(bytes, 0, 7)]).toEqual([1, -2, 65504, 2 ** -24, 2 ** -14, 0.333251953125, -0]);
    expect(float16Encode([1, -2, 65504, 2 ** -24, 2 ** -14, 1 / 3, -0])).toEqual(bytes);
    expect(float16Encode([65520, Number.NaN])).toEqual(Uint8Array.of(0x00, 0x7c, 0x00, 0x7e));
  });

  test('every finite half survives decoding and encoding', () => {
    const bytes = new Uint8Array(2 * 65536);
    new Uint16Array(bytes.buffer).set(Array.from({ length: 65536 }, (_, bits) => bits));
    const again = new Uint16Array(float16Encode(float16Decode(bytes, 0, 65536)).buffer);
    for (let bits = 0; bits < 65536; bits++) {
      if ((bits & 0x7c00) !== 0x7c00 && again[bits] !== bits) expect.fail(`0x${bits.toString(16)}`);
    }
  });

  test('rounds to the nearest half', () => {
    fc.assert(
      fc.property(fc.double({ min: -60000, max: 60000, noNaN: true }), (value) => {
        const [rounded] = float16Decode(float16Encode([value]), 0, 1);
        expect(Math.abs(rounded! - value)).toBeLessThanOrEqual(
          Math.max(Math.abs(value) * 2 ** -11, 2 ** -25),
        );
      }),
    );
  });
});

describe('a specification', () => {
  test('the shipped one looks at polar frames and has 0.16 GMAC, 0.59 M weights and eight classes', async () => {
    const specification = await specificationOpen();
    const { macs, weights, shapes } = networkShape(specification);
    expect(specification.input.geometry).toBe('polar');
    expect(macs).toBe(160_174_080);
    expect(weights[0]).toEqual({ name: 'enc0_a.kernel', shape: [3, 3, 8, 16] });
    expect(shapes.get('enc4_res2_sum')).toEqual([9, 4, 96]);
    expect(shapes.get('logits')).toEqual([288, 128, 8]);
  });

  test.each([
    ['an unknown operation', [{ name: 'a', op: 'warp', from: ['input'] }], 'unknown operation "warp"'],
    ['a missing source', [{ name: 'a', op: 'max_pool', from: ['b'], size: 2 }], 'reads "b"'],
    ['a missing number', [{ name: 'a', op: 'max_pool', from: ['input'] }], '"size" of layer "a"'],
    [
      'an unknown activation',
      [{ name: 'a', op: 'conv', from: ['input'], kernel: 1, filters: 2, activation: 'gelu' }],
      'unknown activation "gelu"',
    ],
    [
      'two layers of one name',
      [
        { name: 'a', op: 'softmax', from: ['input'] },
        { name: 'a', op: 'softmax', from: ['input'] },
      ],
      'two layers are called "a"',
    ],
  ])('%s is one sentence', (_what, layers, sentence) => {
    expect(sentenceThrown(() => specificationOf(layers))).toContain(sentence);
  });

  test.each([
    [{ geometry: 'log-polar', height: 4, width: 4, channels: 1 }, '"polar" or "cartesian", not "log-polar"'],
    [{ height: 4, width: 4, channels: 1 }, 'not undefined'],
    [{ geometry: 'polar', height: 4, channels: 1 }, 'needs height, width and channels'],
    [{ geometry: 'cartesian', height: 4, width: 6, channels: 1 }, 'a cartesian input must be a square'],
  ])('the input %j is one sentence', (input, sentence) => {
    expect(sentenceThrown(() => networkSpecificationRead({ ...TINY, input, layers: [] }))).toContain(
      sentence,
    );
  });

  test('shapes that do not fit are one sentence', () => {
    const pool = { name: 'a', op: 'max_pool', from: ['input'], size: 3 };
    expect(sentenceThrown(() => networkShape(specificationOf([pool])))).toContain('layer "a" divides 4 by 3');
    const conv = { name: 'a', op: 'conv', from: ['input'], kernel: 1, filters: 3, activation: 'linear' };
    expect(sentenceThrown(() => networkShape(specificationOf([conv])))).toContain(
      'gives 3 classes instead of 2',
    );
  });
});

describe('a model', () => {
  const specification = specificationOf([
    { name: 'a', op: 'conv', from: ['input'], kernel: 3, filters: 2, activation: 'linear' },
  ]);

  test('is read back as it was written', async () => {
    const { manifest, weights } = await modelRandom(specification, 3);
    const model = await modelRead(specification, manifest, weights);
    expect([...model.weights.keys()]).toEqual(['a.kernel', 'a.bias']);
    expect(model.weights.get('a.kernel')?.values).toEqual(float16Decode(weights, 0, 18));
    expect(model.weights.get('a.bias')?.values).toEqual(float16Decode(weights, 36, 2));
  });

  test('any flipped bit is found', async () => {
    const { manifest, weights } = await modelRandom(specification, 3);
    await fc.assert(
      fc.asyncProperty(fc.nat(weights.length * 8 - 1), async (bit) => {
        const damaged = weights.slice();
        damaged[bit >> 3] = damaged[bit >> 3]! ^ (1 << (bit & 7));
        await expect(modelRead(specification, manifest, damaged)).rejects.toMatchObject({
          code: 'model-damaged',
        });
      }),
      { numRuns: 40 },
    );
  });

  test('what is cut off, foreign, not finite or not a manifest has its own sentence', async () => {
    const files = await modelRandom(specification, 3);
    const manifest = files.manifest as { sha256: string };
    const refusal = (json: unknown, bytes = files.weights, wanted = specification) =>
      expect(sentenceRejected(modelRead(wanted, json, bytes))).resolves;
    await refusal(manifest, files.weights.slice(2)).toContain('has 38 bytes instead of 40');
    await refusal({ ...manifest, dtype: 'int8' }).toContain('weights must be "float16", not "int8"');
    await refusal('hello').toContain('it is not a JSON object');
    const polar = { ...specification, input: { ...specification.input, geometry: 'polar' as const } };
    await refusal(manifest, files.weights, polar).toContain(
      'was trained on cartesian frames of 4 x 4, but the network "tiny" looks at polar ones of 4 x 4',
    );
    const larger = specificationOf([
      { name: 'a', op: 'conv', from: ['input'], kernel: 1, filters: 2, activation: 'linear' },
    ]);
    await refusal(manifest, files.weights, larger).toContain('"a.kernel" has the shape 3x3x1x2');
    const infinite = files.weights.slice();
    infinite.set([0x00, 0x7c], 4);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', infinite));
    const sha256 = Buffer.from(digest).toString('hex');
    await refusal({ ...manifest, sha256 }, infinite).toContain('"a.kernel" holds values that are no numbers');
  });
});

describe('a built network', () => {
  beforeAll(nodeBackendStart);

  const ramp = Float32Array.from({ length: 16 }, (_, at) => at);

  test('convolves with zero padding, bias and relu, kernel rows first', async () => {
    const specification = specificationOf([
      { name: 'a', op: 'conv', from: ['input'], kernel: 3, filters: 2, activation: 'relu' },
    ]);
    // Filter 0 looks one pixel to the left, filter 1 is minus the pixel above plus ten.
    const kernel = new Array<number>(18).fill(0);
    kernel[(1 * 3 + 0) * 2] = 1;
    kernel[(0 * 3 + 1) * 2 + 1] = -1;
    const network = networkBuild(
      specification,
      weightsOf({ 'a.kernel': [[3, 3, 1, 2], kernel], 'a.bias': [[2], [0, 10]] }),
    );
    const values = await valuesOf(network.output(ramp));
    const expected = [...ramp].flatMap((_, at) => [
      at % 4 === 0 ? 0 : at - 1,
      Math.max(0, 10 - (at < 4 ? 0 : at - 4)),
    ]);
    expect(values).toEqual(expected);
    network.dispose();
  });

  test('pools, repeats and sums', async () => {
    const specification = specificationOf(
      [
        { name: 'pool', op: 'max_pool', from: ['input'], size: 2 },
        { name: 'up', op: 'upsample_nearest', from: ['pool'], factor: 2 },
        { name: 'sum', op: 'sum', from: ['up', 'input'], activation: 'relu' },
      ],
      ['background'],
    );
    const network = networkBuild(specification, new Map());
    const input = Float32Array.from(ramp, (value) => value - 12);
    // The pooled maxima are -7, -5, 1 and 3, each over its own 2 x 2 pixels.
    const pooled = [-7, -5, 1, 3];
    const expected = [...input].map((value, at) =>
      Math.max(0, value + pooled[Math.floor(at / 8) * 2 + Math.floor((at % 4) / 2)]!),
    );
    expect(await valuesOf(network.output(input))).toEqual(expected);
    network.dispose();
  });

  test('depth to space undoes space to depth, in the middle of a network too', async () => {
    const specification = specificationOf(
      [
        { name: 'in', op: 'space_to_depth', from: ['input'], block: 2 },
        { name: 'out', op: 'depth_to_space', from: ['in'], block: 2 },
        { name: 'in2', op: 'space_to_depth', from: ['out'], block: 2 },
        { name: 'out2', op: 'depth_to_space', from: ['in2'], block: 2 },
      ],
      ['background'],
    );
    const network = networkBuild(specification, new Map());
    expect(await valuesOf(network.output(ramp))).toEqual([...ramp]);
    const head = await network.head(ramp);
    expect([...head.starts]).toEqual([0, 1, 4, 5, 2, 3, 6, 7, 8, 9, 12, 13, 10, 11, 14, 15]);
    expect([...head.values]).toEqual([0, 1, 4, 5, 2, 3, 6, 7, 8, 9, 12, 13, 10, 11, 14, 15]);
    network.dispose();
  });

  test('the blocks of a head are read as depth to space orders them, and no tensor is left', async () => {
    const specification = await specificationOpen();
    const { manifest, weights } = await modelRandom(specification, 5);
    const model = await modelRead(specification, manifest, weights);
    const before = memory().numTensors;
    const network = networkBuild(specification, model.weights);
    const built = memory().numTensors;
    const { height, width, channels } = specification.input;
    const pixels = height * width;
    const input = Float32Array.from({ length: pixels * channels }, (_, at) => ((at * 29) % 251) / 250);
    const logits = await valuesOf(network.output(input));
    const head = await network.head(input);
    expect(memory().numTensors).toBe(built);
    const inside = new Uint8Array(pixels).fill(1, 300);
    const classes = classesFromHead(head, inside);
    const sure = confidenceFromHead(head, inside);
    const rowAreas = Float64Array.from({ length: height }, (_, row) => 1 + row);
    const { shares } = imageFactsFrom(head, { known: inside, rowAreas });
    const expectedMasses = new Float64Array(8);
    for (let pixel = 300; pixel < pixels; pixel++) {
      const powers = logits.slice(pixel * 8, pixel * 8 + 8).map(Math.exp);
      const sum = powers.reduce((left, right) => left + right);
      for (let index = 0; index < 8; index++) {
        expectedMasses[index] =
          expectedMasses[index]! + (powers[index]! / sum) * (1 + Math.floor(pixel / width));
      }
    }
    const all = expectedMasses.reduce((sum, mass) => sum + mass);
    for (let index = 0; index < 8; index++) {
      expect((shares[index]! * all) / expectedMasses[index]!).toBeCloseTo(1, 5);
    }
    for (let pixel = 0; pixel < pixels; pixel += 7) {
      const own = logits.slice(pixel * 8, pixel * 8 + 8);
      const largest = Math.max(...own);
      const share = 1 / own.reduce((sum, logit) => sum + Math.exp(logit - largest), 0);
      if (classes[pixel] !== (inside[pixel] ? own.indexOf(largest) : 0))
        expect.fail(`class of pixel ${pixel}`);
      if (Math.abs(sure[pixel]! - (inside[pixel] ? share * 255 : 255)) > 0.51)
        expect.fail(`share at ${pixel}`);
    }
    network.dispose();
    expect(memory().numTensors).toBe(before);
  });

  test('an answer with a value that is no number is refused, and no tensor is left', async () => {
    const specification = specificationOf([
      { name: 'a', op: 'conv', from: ['input'], kernel: 1, filters: 2, activation: 'linear' },
    ]);
    for (const bias of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const network = networkBuild(
        specification,
        weightsOf({
          'a.kernel': [
            [1, 1, 1, 2],
            [1, 1],
          ],
          'a.bias': [[2], [0, bias]],
        }),
      );
      const built = memory().numTensors;
      await expect(network.head(ramp)).rejects.toMatchObject({ code: 'answer-invalid' });
      expect(memory().numTensors).toBe(built);
      network.dispose();
    }
    // A negative zero is a number.
    const sound = networkBuild(
      specification,
      weightsOf({
        'a.kernel': [
          [1, 1, 1, 2],
          [-0, 1],
        ],
        'a.bias': [[2], [-0, 3e38]],
      }),
    );
    expect((await sound.head(ramp)).values).toHaveLength(32);
    sound.dispose();
    const input = ramp.with(5, Number.NaN) as Float32Array<ArrayBuffer>;
    const fed = networkBuild(
      specification,
      weightsOf({
        'a.kernel': [
          [1, 1, 1, 2],
          [1, 1],
        ],
        'a.bias': [[2], [0, 0]],
      }),
    );
    await expect(fed.head(input)).rejects.toMatchObject({ code: 'answer-invalid' });
    fed.dispose();
  });

  test('an operation that was not given is one sentence', () => {
    const specification = specificationOf([{ name: 'a', op: 'leaky_relu', from: ['input'], slope: 0.1 }]);
    expect(sentenceThrown(() => networkBuild(specification, new Map()))).toContain(
      '"leaky_relu", which this program cannot run',
    );
  });

  test('blocks of a raster', () => {
    expect([...blocksFromRaster(ramp, 4, 4, 2)]).toEqual([
      0, 1, 4, 5, 2, 3, 6, 7, 8, 9, 12, 13, 10, 11, 14, 15,
    ]);
  });

  test('channels of a pixel stay side by side in its block', () => {
    // Two rows of two pixels of two channels make one block.
    const pair = Float32Array.of(1, 10, 2, 20, 3, 30, 4, 40);
    expect([...blocksFromRaster(pair, 2, 2, 2, 2)]).toEqual([1, 10, 2, 20, 3, 30, 4, 40]);
    const row = Float32Array.of(1, 10, 2, 20, 3, 30, 4, 40, 5, 50, 6, 60, 7, 70, 8, 80);
    expect([...blocksFromRaster(row, 2, 4, 2, 2)]).toEqual([
      1, 10, 2, 20, 5, 50, 6, 60, 3, 30, 4, 40, 7, 70, 8, 80,
    ]);
  });
});
