import { InferenceSession, Tensor } from 'onnxruntime-web';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeBackendStart, specificationOpen } from '../../../../src/cli/node-network.ts';
import type { Contender } from '../../../../src/lab/bench/contender.ts';
import { onnxWrite } from '../../../../src/lab/bench/onnx.ts';
import { PAPER_OPERATORS, paperUnet } from '../../../../src/lab/bench/paper-unet.ts';
import { classesFromPlanes, planesFromRaster } from '../../../../src/lab/bench/planes.ts';
import { fieldInt, fieldText } from '../../../../src/lab/bench/protobuf.ts';
import { benchReport, benchTable, median } from '../../../../src/lab/bench/report.ts';
import { modelRandom } from '../../../../src/network/model-random.ts';
import { modelRead } from '../../../../src/network/model-read.ts';
import { networkBuild } from '../../../../src/network/network-build.ts';
import { networkShape } from '../../../../src/network/network-shape.ts';
import type { NetworkSpecification } from '../../../../src/network/network-specification.ts';
import { classesFromHead } from '../../../../src/network/raster-blocks.ts';

describe('protobuf', () => {
  test('the examples of the encoding guide', () => {
    expect([...fieldInt(1, 150)]).toEqual([0x08, 0x96, 0x01]);
    expect([...fieldText(2, 'testing')]).toEqual([0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67]);
  });
});

describe('the ONNX file', () => {
  let specification: NetworkSpecification;
  const HEIGHT = 288;
  const WIDTH = 128;
  const PIXELS = HEIGHT * WIDTH;
  const CHANNELS = 2;
  const input = Float32Array.from({ length: PIXELS * CHANNELS }, (_, at) => ((at * 43) % 257) / 256);

  beforeAll(async () => {
    await nodeBackendStart();
    specification = await specificationOpen();
  });

  test('gives in onnxruntime-web what tfjs gives, logits and classes alike', async () => {
    const files = await modelRandom(specification, 11);
    const { weights } = await modelRead(specification, files.manifest, files.weights);
    const network = networkBuild(specification, weights);
    const run = async (until: string) => {
      const session = await InferenceSession.create(onnxWrite(specification, weights, until), {
        executionProviders: ['wasm'],
      });
      const planes = planesFromRaster(input, CHANNELS);
      const answer = await session.run({
        input: new Tensor('float32', planes, [1, CHANNELS, HEIGHT, WIDTH]),
      });
      return answer[until]!.data as Float32Array;
    };
    const output = network.output(input);
    const expected = await output.data();
    output.dispose();
    const logits = await run('logits');
    expect(logits).toHaveLength(expected.length);
    let difference = 0;
    let spread = 0;
    for (let pixel = 0; pixel < PIXELS; pixel++) {
      for (let channel = 0; channel < 8; channel++) {
        const value = expected[pixel * 8 + channel]!;
        spread = Math.max(spread, Math.abs(value));
        difference = Math.max(difference, Math.abs(value - logits[channel * PIXELS + pixel]!));
      }
    }
    expect(spread).toBeGreaterThan(0.1);
    expect(difference).toBeLessThan(1e-3);

    const head = await network.head(input);
    network.dispose();
    const own = classesFromHead(head, new Uint8Array(PIXELS).fill(1));
    const theirs = classesFromPlanes(await run('head'), HEIGHT, WIDTH, 8);
    // Two logits may be equal to the last digits.
    expect(own.filter((value, at) => value !== theirs[at]).length).toBeLessThan(5);
    expect(new Set(own).size).toBeGreaterThan(2);
  }, 60_000);
});

describe("the paper's U-Net", () => {
  test('is the one of 13.9 GMAC, with two normalised convolutions a level', async () => {
    const { classes } = await specificationOpen();
    const paper = paperUnet(classes);
    const { macs, shapes } = networkShape(paper);
    expect(macs / 1e9).toBeCloseTo(13.9, 1);
    expect(shapes.get('enc4_b')).toEqual([16, 16, 512]);
    expect(paper.layers.filter(({ op }) => op === 'batch_norm')).toHaveLength(18);
    expect(paper.layers.filter(({ op }) => op === 'concat')).toHaveLength(4);
  });

  test('runs, and its shares sum to one', async () => {
    await nodeBackendStart();
    const full = paperUnet(['a', 'b'], [4, 8, 16]);
    const paper = { ...full, input: { ...full.input, height: 32, width: 32 } };
    const files = await modelRandom(paper, 2);
    const { weights } = await modelRead(paper, files.manifest, files.weights);
    const network = networkBuild(paper, weights, null, PAPER_OPERATORS);
    const { values, starts } = await network.head(
      Float32Array.from({ length: 1024 }, (_, at) => (at % 9) / 9),
    );
    network.dispose();
    expect(starts).toEqual(Int32Array.from({ length: 1024 }, (_, pixel) => 2 * pixel));
    expect(values).toHaveLength(2048);
    for (let pixel = 0; pixel < 1024; pixel++)
      expect(values[2 * pixel]! + values[2 * pixel + 1]!).toBeCloseTo(1, 5);
  });
});

describe('the report', () => {
  const contenders: readonly Contender[] = [
    { network: 'batsign-unet', runtime: 'tfjs-wasm', threads: 1 },
    { network: 'batsign-unet', runtime: 'onnxruntime-web', threads: 1 },
    { network: 'paper-unet', runtime: 'tfjs-wasm', threads: 1 },
    { network: 'batsign-unet', runtime: 'tfjs-wasm', threads: 2 },
    { network: 'batsign-unet', runtime: 'litert', threads: 1 },
    { network: 'batsign-unet', runtime: 'litert-int8', threads: 1 },
  ];
  const report = benchReport(contenders, {
    times: [[20, 10, 90], [16, 14], [500], [5], [12], [8, 7, 9]],
    wholeWay: { times: [25, 25, 40], threads: 1, runtime: 'litert-int8' },
    wholeWayFloat: { times: [50], threads: 1, runtime: 'tfjs-wasm' },
    phantom: [4, 10, 5],
    sources: {
      phantom: { gapsMs: [30, 30, 30, 30, 30, 30, 30, 30, 30, 60], probeToPixelMs: [40, 70, 50, 60] },
      clip: { spanMs: 4000, overlays: 130 },
      camera: { spanMs: 2000, delivered: 60, overlays: 57, agesShown: [0, 1, 0, 2, 1] },
    },
    differences: { 'onnxruntime-web': 0, litert: 0 },
    isolated: true,
    cores: 2,
  });

  test('medians, rates, and ratios of equal threads', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(report.rows[0]).toEqual({
      name: 'Batsign U-Net',
      runtime: 'tfjs-wasm',
      threads: 1,
      median_ms: 20,
      fps: 50,
    });
    expect(report.ratio_to_paper_unet).toBe(25);
    expect(report.ratio_to_onnxruntime_web).toBe(0.75);
    expect(report.eight_bit).toEqual({
      ratio_to_tfjs: 2.5,
      ratio_to_onnxruntime_web: 1.88,
      ratio_to_litert: 1.5,
      ratio_to_paper_unet: 62.5,
    });
    expect(report.whole_way_fps).toBe(40);
    expect(report.whole_way_float_fps).toBe(20);
    expect(report.rows).toHaveLength(9);
    expect(report.sources.phantom).toEqual({ fps: 30.3, frame_ms_p95: 60, probe_to_pixel_ms_p95: 70 });
    expect(report.sources.clip).toEqual({ overlay_fps: 32.5 });
    expect(report.sources.camera).toEqual({ delivered_fps: 30, overlay_fps: 28.5, stale_frames_max: 2 });
    expect(report.rows.at(-1)).toMatchObject({ name: 'phantom frame with truth', median_ms: 5, fps: 200 });
  });

  test('the table has a line a row', () => {
    expect(benchTable(report)).toContain('frame to overlay');
    expect(benchTable(report).split('\n')).toHaveLength(1 + 9 + 1 + 8);
  });
});
