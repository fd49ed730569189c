import { memory, randomUniform, type Tensor4D, tensor, tensor2d, tensor4d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { rehearsalDraw } from '../../../../src/adapters/segmenter/shared/rehearsal.ts';
import { nodeBackendStart, specificationOpen } from '../../../../src/cli/node-network.ts';
import { FINDINGS } from '../../../../src/domain/findings/finding.ts';
import { randomCreate } from '../../../../src/domain/numbers/random.ts';
import { modelRandom } from '../../../../src/network/model-random.ts';
import { modelRead, type Weights } from '../../../../src/network/model-read.ts';
import { modelWrite } from '../../../../src/network/model-write.ts';
import { networkBuild } from '../../../../src/network/network-build.ts';
import { networkShape } from '../../../../src/network/network-shape.ts';
import { networkInput } from '../../../../src/network/network-view.ts';
import { adamCreate } from '../../../../src/network/tuning/adam.ts';
import { type Example, exampleFlip, exampleOf } from '../../../../src/network/tuning/example.ts';
import { type Features, featureReader } from '../../../../src/network/tuning/features.ts';
import { liveBackward, liveForward } from '../../../../src/network/tuning/live-layers.ts';
import { networkTune, type TuningOrder } from '../../../../src/network/tuning/network-tune.ts';
import { logitsReach, segmentationLoss } from '../../../../src/network/tuning/segmentation-loss.ts';
import { type Lesson, tunerCreate } from '../../../../src/network/tuning/tuner.ts';
import { tuningFolds } from '../../../../src/network/tuning/tuning-folds.ts';
import { tuningRate, tuningSchedule } from '../../../../src/network/tuning/tuning-schedule.ts';
import { tuningCut } from '../../../../src/network/tuning/tuning-scope.ts';
import { sentenceThrown } from '../../../support/facts.ts';
import { HEIGHT, TINY, WIDTH } from './tiny-network.ts';

/** A picture that says something about every class. */
const lessonOf = (features: Features): Lesson => ({ features, taught: FINDINGS.map(() => true) });

let start: Weights;

beforeAll(async () => {
  await nodeBackendStart();
  const { manifest, weights } = await modelRandom(TINY, 7);
  start = (await modelRead(TINY, manifest, weights)).weights;
});

/** A bright line of pleura on noise, and dark fluid under it; `isOther`: as another machine's grey map shows them. */
function exampleDraw(seed: number, isOther = false): Example {
  const random = randomCreate(seed, 0);
  const row = 3 + Math.floor(random.next() * 6);
  const grey = Uint8Array.from({ length: HEIGHT * WIDTH }, (_, at) => {
    const y = Math.floor(at / WIDTH);
    const level = (y === row ? 200 : y > row ? 10 : 90) + Math.floor(random.next() * 30);
    return isOther ? 80 + Math.floor(0.6 * level) : level;
  });
  const classes = Uint8Array.from({ length: HEIGHT * WIDTH }, (_, at) => {
    const y = Math.floor(at / WIDTH);
    return y === row ? 2 : y > row ? 6 : 0;
  });
  return { grey, classes, cellMm: new Float32Array(HEIGHT).fill(1) };
}

function orderOf(count: number, exams: number, change: Partial<TuningOrder> = {}): TuningOrder {
  let time = 0;
  return {
    frames: Array.from({ length: count }, (_, seed) => ({
      example: exampleDraw(seed, true),
      group: `exam ${seed % exams}`,
    })),
    rehearse: () => [],
    scope: 'decoder',
    seed: 1,
    budgetMs: 1e9,
    now: () => time++,
    tell: () => {},
    ...change,
  };
}

describe('what is tuned', () => {
  test('all convolutions behind the encoder of the shipped network, or the last two', async () => {
    const shipped = await specificationOpen();
    const decoder = tuningCut(shipped, 'decoder');
    expect([...decoder.tuned].every((name) => /^(dec|head)/.test(name))).toBe(true);
    expect(decoder.frontier.every((name) => name.startsWith('enc'))).toBe(true);
    expect(decoder.head).toBe('head');
    expect(decoder.block).toBe(2);
    const last = tuningCut(shipped, 'last');
    expect(last.tuned.size).toBe(2);
    expect(last.live.map(({ name }) => name)).toEqual([...last.tuned]);
    expect(last.frontier).toHaveLength(1);
  });

  test('not layers that have no gradient here', () => {
    const layers = TINY.layers.map((layer) =>
      layer.name === 'dec0_up' ? { ...layer, op: 'upsample_bilinear' as const, factor: 2 } : layer,
    );
    expect(() => tuningCut({ ...TINY, layers }, 'decoder')).toThrow(
      expect.objectContaining({
        code: 'layers-untunable',
        fact: expect.objectContaining({ layer: 'dec0_up' }),
      }),
    );
  });
});

describe('the loss', () => {
  const LOGITS = [2, -1, 0.5, 0.1, 0.3, -0.7, -2, 1, 0.4];
  const TARGET = [1, 0, 0, 0, 1, 0, 0, 1, 0];
  const COUNTS = [1, 2, 0];
  const read = (values: readonly number[], taught: readonly boolean[]) => {
    const logits = logitsReach(tensor2d([...values], [3, 3]), [taught], 3);
    const { value, byLogits } = segmentationLoss(logits, tensor2d(TARGET, [3, 3]), COUNTS);
    return { value: value.dataSync()[0]!, byLogits: [...byLogits.dataSync()] };
  };

  /** Straight from training/losses.py, in double precision. */
  function reference(values: readonly number[]): number {
    const rows = [0, 1, 2].map((row) => values.slice(3 * row, 3 * row + 3).map(Math.exp));
    const p = rows.map((row) => row.map((value) => value / row.reduce((a, b) => a + b)));
    const entropy = -(Math.log(p[0]![0]!) + Math.log(p[1]![1]!) + Math.log(p[2]![1]!)) / 3;
    const predicted = p[0]![1]! + p[1]![1]! + p[2]![1]!;
    const dice = (2 * (p[1]![1]! + p[2]![1]!) + 1) / (predicted + 2 + 1);
    return 0.5 * entropy + 0.5 * (1 - dice);
  }

  test("is the trainer's, and its gradient agrees with finite differences", () => {
    const { value, byLogits } = read(LOGITS, [true, true, true]);
    expect(value).toBeCloseTo(reference(LOGITS), 5);
    const step = 1e-4;
    for (const [at, found] of byLogits.entries()) {
      const moved = (by: number) =>
        reference(LOGITS.map((logit, other) => (other === at ? logit + by : logit)));
      expect(found).toBeCloseTo((moved(step) - moved(-step)) / (2 * step), 5);
    }
  });

  test('does not push down a class that a picture says nothing about', () => {
    const { byLogits } = read(LOGITS, [true, true, false]);
    expect([byLogits[2], byLogits[5], byLogits[8]]).toEqual([0, 0, 0]);
    expect(byLogits[0]).toBeLessThan(0);
  });
});

test('the gradient by every tuned weight agrees with finite differences', async () => {
  const cut = tuningCut(TINY, 'decoder');
  const reader = featureReader(TINY, start, cut);
  const { frontier } = await reader.read(exampleDraw(3));
  reader.dispose();
  const { shapes } = networkShape(TINY);
  const given = new Map(
    [...frontier].map(([name, values]) => [name, tensor4d(values, [1, ...shapes.get(name)!])]),
  );
  const coefficients = randomUniform([1, HEIGHT / 2, WIDTH / 2, 32], -1, 1, 'float32', 5) as Tensor4D;
  const tensorsOf = (weights: Weights) =>
    new Map([...weights].map(([name, { shape, values }]) => [name, tensor(values, [...shape])]));
  const product = (weights: Weights): number => {
    const logits = liveForward(cut, given, tensorsOf(weights)).get(cut.head)!.dataSync();
    return Array.from(coefficients.dataSync()).reduce((sum, value, at) => sum + value * logits[at]!, 0);
  };
  const tensors = tensorsOf(start);
  const gradients = liveBackward(cut, liveForward(cut, given, tensors), tensors, coefficients);
  expect([...gradients.keys()].sort()).toEqual(
    [...start.keys()].filter((name) => !name.startsWith('enc')).sort(),
  );
  const step = 1e-3;
  for (const [name, gradient] of gradients) {
    const weight = start.get(name)!;
    const found = gradient.dataSync();
    expect(gradient.shape).toEqual(weight.shape);
    const moved = (at: number, by: number): number => {
      const values = weight.values.slice();
      values[at] = values[at]! + by;
      return product(new Map(start).set(name, { ...weight, values }));
    };
    for (const at of [0, 2, 5]) {
      const slope = (moved(at, step) - moved(at, -step)) / (2 * step);
      expect(Math.abs(found[at]! - slope), `${name}[${at}]`).toBeLessThan(0.02 + 0.02 * Math.abs(slope));
    }
  }
});

test('a step of tuning lowers the loss and leaves the encoder alone', async () => {
  const cut = tuningCut(TINY, 'decoder');
  const reader = featureReader(TINY, start, cut);
  const batch = [await reader.read(exampleDraw(3)), await reader.read(exampleDraw(4))].map(lessonOf);
  reader.dispose();
  const tuner = tunerCreate(TINY, start, cut, 0);
  const first = await tuner.step(batch, 1e-3);
  expect(await tuner.step(batch, 0)).toBeLessThan(first);
  const tuned = tuner.weights();
  for (const [name, { values }] of start) {
    if (name.startsWith('enc')) expect(tuned.get(name)!.values).toBe(values);
    else expect(tuned.get(name)!.values).not.toEqual(values);
  }
});

test('the frozen and the live part together answer as the whole network does', async () => {
  const cut = tuningCut(TINY, 'decoder');
  const reader = featureReader(TINY, start, cut);
  const network = networkBuild(TINY, start);
  const tuner = tunerCreate(TINY, start, cut, 0);
  const example = exampleDraw(5);
  const found = await tuner.classes(await reader.read(example));
  const output = network.output(networkInput(TINY.input, example.grey, example.cellMm));
  const logits = output.dataSync();
  output.dispose();
  for (let pixel = 0; pixel < HEIGHT * WIDTH; pixel++) {
    const scores = logits.subarray(pixel * 8, pixel * 8 + 8);
    expect(scores[found[pixel]!]).toBeCloseTo(Math.max(...scores), 4);
  }
  reader.dispose();
  network.dispose();
});

describe('Adam', () => {
  test('takes its first step by the rate, whatever the size of the gradient, and is pulled to its start', () => {
    const values = new Map([['w', Float32Array.of(1, -2)]]);
    const adam = adamCreate(values, 100);
    adam.step(new Map([['w', Float32Array.of(0.003, -40)]]), 0.001);
    const [first, second] = values.get('w')!;
    expect(first).toBeCloseTo(0.999, 5);
    expect(second).toBeCloseTo(-1.999, 5);
    const far = first!;
    for (let step = 0; step < 200; step++) adam.step(new Map([['w', new Float32Array(2)]]), 0.001);
    expect(Math.abs(values.get('w')![0]! - 1)).toBeLessThan(Math.abs(far - 1));
  });
});

describe('folds', () => {
  test('judge every example once, and never learn from an exam that they judge', () => {
    const groups = ['a', 'b', 'a', 'c', 'd', 'c', 'e'];
    const folds = tuningFolds(groups, 3, randomCreate(1, 1));
    expect(folds).toHaveLength(3);
    expect(folds.flatMap(({ judged }) => judged).sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    for (const { training, judged } of folds) {
      expect(training.length + judged.length).toBe(7);
      const learnt = new Set(training.map((place) => groups[place]));
      expect(judged.some((place) => learnt.has(groups[place]))).toBe(false);
    }
    expect(tuningFolds(['a', 'b', 'a'], 3, randomCreate(1, 1))).toHaveLength(2);
  });
});

test('a schedule grows with the frames, and shrinks to the time there is', () => {
  expect(tuningSchedule(20, 1e6).steps).toBeGreaterThan(tuningSchedule(5, 1e6).steps - 1);
  const short = tuningSchedule(20, 17.9);
  expect(short.steps).toBe(17);
  expect(short.marks.at(-1)).toBe(17);
  expect([...short.marks].sort((a, b) => a - b)).toEqual(short.marks);
  expect(tuningRate(0, tuningSchedule(20, 1e6))).toBeGreaterThan(0);
  expect(tuningRate(16, short)).toBeLessThan(tuningRate(8, short));
});

test('an example and its mirror image', () => {
  const example = exampleDraw(1);
  const marked = { ...example, classes: example.classes.map((_, at) => at % WIDTH) };
  const flipped = exampleFlip(marked, WIDTH);
  expect([...flipped.classes.subarray(WIDTH, 2 * WIDTH)]).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
  expect(exampleFlip(flipped, WIDTH)).toEqual(marked);
});

test('a mask of another size or with unknown classes is refused', () => {
  const sector = { kind: 'linear', mmPerPx: 1, originPx: { x: 4, y: 0 }, widthMm: 8, depthMm: 16 } as const;
  const raster = { width: WIDTH, height: HEIGHT, sector };
  const frame = { ...raster, grey: new Uint8Array(HEIGHT * WIDTH), timeMs: 0 };
  const classes = new Uint8Array(HEIGHT * WIDTH);
  const refuse = (mask: { width: number; classes: Uint8Array }) => () =>
    exampleOf(TINY.input, 8, frame, { ...raster, ...mask });
  expect(refuse({ width: 4, classes })).toThrow(expect.objectContaining({ code: 'mask-invalid' }));
  const strange = classes.slice().fill(9, 40, 41);
  expect(sentenceThrown(refuse({ width: WIDTH, classes: strange }))).toMatch(/holds the value 9/);
});

test('rehearsal shows what training shows, each pattern in turn', () => {
  const examples = rehearsalDraw({ ...TINY, input: { ...TINY.input, height: 288, width: 128 } }, 5);
  for (const { grey, classes } of examples) {
    expect([grey.length, classes.length]).toEqual([288 * 128, 288 * 128]);
    expect(new Set(grey).size).toBeGreaterThan(20);
  }
  expect(new Set(examples.flatMap(({ classes }) => [...new Set(classes)])).size).toBeGreaterThan(5);
});

describe('tuning a tiny network', () => {
  /** Knows one machine. */
  let trained: Weights;

  beforeAll(async () => {
    const cut = tuningCut(TINY, 'decoder');
    const reader = featureReader(TINY, start, cut);
    const seen = await Promise.all(
      [50, 51, 52, 53, 54, 55, 56, 57].map((seed) => reader.read(exampleDraw(seed))),
    );
    reader.dispose();
    const tuner = tunerCreate(TINY, start, cut, 0);
    for (let step = 0; step < 150; step++) await tuner.step(seen.map(lessonOf), 1e-2);
    trained = tuner.weights();
  });

  test('gains on exams that were not learnt from, repeats itself, and leaves no tensors', async () => {
    const tensors = memory().numTensors;
    const told: number[] = [];
    const tuned = await networkTune(TINY, trained, orderOf(9, 9, { tell: (share) => told.push(share) }));
    expect(tuned.steps).toBeGreaterThan(0);
    expect(tuned.after).toBeGreaterThan(tuned.before + 0.05);
    expect(told.at(-1)).toBe(1);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
    const again = await networkTune(TINY, trained, orderOf(9, 9));
    expect(again.weights).toEqual(tuned.weights);
    expect(memory().numTensors).toBe(tensors);

    // And on pictures that neither the folds nor the tuning ever saw.
    const cut = tuningCut(TINY, 'decoder');
    const right = async (weights: Weights): Promise<number> => {
      const reader = featureReader(TINY, weights, cut);
      const tuner = tunerCreate(TINY, weights, cut, 0);
      let hits = 0;
      for (let seed = 100; seed < 106; seed++) {
        const features = await reader.read(exampleDraw(seed, true));
        const found = await tuner.classes(features);
        hits += found.filter((value, at) => value === features.classes[at]).length;
      }
      reader.dispose();
      return hits / (6 * HEIGHT * WIDTH);
    };
    expect(await right(tuned.weights)).toBeGreaterThan((await right(trained)) + 0.05);
  });

  test('keeps the start where nothing can be gained', async () => {
    // What is marked has nothing to do with the picture.
    const frames = Array.from({ length: 6 }, (_, seed) => {
      const random = randomCreate(seed, 9);
      const { grey, cellMm } = exampleDraw(seed);
      const classes = grey.map(() => (random.next() < 0.02 ? 1 : 0));
      return { example: { grey, cellMm, classes }, group: `exam ${seed}` };
    });
    const order = orderOf(0, 1, { frames });
    const kept = await networkTune(TINY, trained, order);
    expect(kept.steps).toBe(0);
    expect(kept.weights).toBe(trained);
    expect(kept.after).toBe(kept.before);
  });

  test('rehearses beside the frames what it learnt before', async () => {
    const known = (seed: number): Example => exampleDraw(seed);
    const rehearsal = [60, 61, 62, 63].map(known);
    const lossOn = async (weights: Weights): Promise<number> => {
      const cut = tuningCut(TINY, 'decoder');
      const reader = featureReader(TINY, weights, cut);
      const lessons = (await Promise.all([70, 71, 72, 73].map((seed) => reader.read(known(seed))))).map(
        lessonOf,
      );
      reader.dispose();
      return tunerCreate(TINY, weights, cut, 0).step(lessons, 0);
    };
    const alone = await networkTune(TINY, trained, orderOf(9, 9));
    const beside = await networkTune(TINY, trained, orderOf(9, 9, { rehearse: () => rehearsal }));
    expect(beside.steps).toBeGreaterThan(0);
    expect(await lossOn(beside.weights)).toBeLessThan(await lossOn(alone.weights));
  });

  test('says what is missing', async () => {
    await expect(networkTune(TINY, start, orderOf(3, 3))).rejects.toMatchObject({ code: 'frames-too-few' });
    await expect(networkTune(TINY, start, orderOf(8, 1))).rejects.toMatchObject({ code: 'frames-too-few' });
    const { frames } = orderOf(5, 5);
    const empty = frames.map(({ example, group }) => ({
      example: { ...example, classes: new Uint8Array(HEIGHT * WIDTH) },
      group,
    }));
    await expect(networkTune(TINY, start, orderOf(0, 1, { frames: empty }))).rejects.toMatchObject({
      code: 'findings-missing',
    });
    const broken = new Map(start);
    const head = start.get('head.bias')!;
    broken.set('head.bias', { ...head, values: new Float32Array(head.values.length).fill(Number.NaN) });
    await expect(networkTune(TINY, broken, orderOf(5, 5))).rejects.toMatchObject({ code: 'tuning-diverged' });
  });
});

test('a model that is written is read back, rounded to float16', async () => {
  const { manifest, weights } = await modelWrite(TINY, TINY.input, start, { parent: 'x' });
  const model = await modelRead(TINY, manifest, weights);
  expect(model.weights).toEqual(start);
  const kernel = start.get('head.kernel')!;
  const wild = new Map(start).set('head.kernel', {
    ...kernel,
    values: kernel.values.slice().fill(1e6, 3, 4),
  });
  await expect(modelWrite(TINY, TINY.input, wild, {})).rejects.toMatchObject({ code: 'model-damaged' });
});
