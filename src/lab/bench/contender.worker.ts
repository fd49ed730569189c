import { enableProdMode, env, ready, setBackend } from '@tensorflow/tfjs-core';
import networkJson from '../../../models/network.json';
import { litertNetwork } from '../../adapters/segmenter/worker/litert.ts';
import { wasmPrepare } from '../../adapters/segmenter/worker/wasm.ts';
import { modelRandom } from '../../network/model-random.ts';
import { type Model, modelRead } from '../../network/model-read.ts';
import { type NetworkPass, networkBuild } from '../../network/network-build.ts';
import { type NetworkInput, networkSpecificationRead } from '../../network/network-specification.ts';
import { classesFromHead, headLayout } from '../../network/raster-blocks.ts';
import type { Contender, FromContender, ToContender } from './contender.ts';
import { onnxWrite } from './onnx.ts';
import { PAPER_OPERATORS, paperUnet } from './paper-unet.ts';
import { classesFromPlanes, planesFromRaster } from './planes.ts';

/** A network in its runtime: the raw output, and how the class mask is read from it. */
interface Forward {
  readonly input: NetworkInput;
  run(input: Float32Array<ArrayBuffer>): Promise<Float32Array>;
  classes(output: Float32Array): Uint8Array;
}

const ORT_WASM = new URL(
  '../../../node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm',
  import.meta.url,
);
const ORT_MODULE = new URL(
  '../../../node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.mjs',
  import.meta.url,
);

const WARM_UP = 3;
/** Sides of the blocks that the shipped network sees as one pixel. */
const BLOCK = 2;

/**
 * tfjs gives its pool half of the cores that it sees, which on two cores is one thread; to compare equal numbers
 * of threads it is shown twice as many as it shall use.
 */
async function tfjsStart(threads: number): Promise<void> {
  enableProdMode();
  if (threads === 1) env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  else Object.defineProperty(navigator, 'hardwareConcurrency', { value: 2 * threads });
  const threadsUsed = wasmPrepare();
  await setBackend('wasm');
  await ready();
  if (threadsUsed() !== threads)
    throw new Error(`tfjs runs on ${threadsUsed()} threads instead of ${threads}.`);
}

async function onnxForward(model: Model, threads: number): Promise<Forward> {
  const { InferenceSession, Tensor, env: runtime } = await import('onnxruntime-web/wasm');
  runtime.wasm.wasmPaths = { wasm: ORT_WASM.href, mjs: ORT_MODULE.href };
  runtime.wasm.numThreads = threads;
  // Like tfjs it is spared the last rearrangement, and it keeps the first one, which it does in no time.
  const file = onnxWrite(model.specification, model.weights, 'head');
  const session = await InferenceSession.create(file, {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
  });
  const { input: shape, classes } = model.specification;
  const { height, width, channels } = shape;
  return {
    input: shape,
    async run(input) {
      const planes = planesFromRaster(input, channels);
      const answer = await session.run({
        input: new Tensor('float32', planes, [1, channels, height, width]),
      });
      return (await answer.head!.getData()) as Float32Array;
    },
    classes: (output) => classesFromPlanes(output, height, width, classes.length),
  };
}

function passForward(network: NetworkPass, block: number): Forward {
  const { input: shape, classes } = network.specification;
  const { height, width } = shape;
  const everywhere = new Uint8Array(height * width).fill(1);
  const layout = headLayout(height, width, block, classes.length);
  return {
    input: shape,
    run: async (input) => (await network.head(input)).values,
    classes: (values) => classesFromHead({ values, ...layout }, everywhere),
  };
}

async function forwardOf(
  { network, runtime, threads }: Contender,
  files: { manifest: unknown; weights: Uint8Array<ArrayBuffer> },
): Promise<Forward> {
  const shipped = networkSpecificationRead(networkJson);
  const model = await modelRead(shipped, files.manifest, files.weights);
  if (runtime === 'onnxruntime-web') return onnxForward(model, threads);
  if (runtime === 'litert') return passForward(await litertNetwork({ ...model, ranges: null }), BLOCK);
  if (runtime === 'litert-int8') return passForward(await litertNetwork(model), BLOCK);
  await tfjsStart(threads);
  if (network === 'batsign-unet') {
    return passForward(networkBuild(shipped, model.weights), BLOCK);
  }
  const paper = paperUnet(shipped.classes);
  const random = await modelRandom(paper, 1);
  const { weights } = await modelRead(paper, random.manifest, random.weights);
  return passForward(networkBuild(paper, weights, null, PAPER_OPERATORS), 1);
}

function inputOf({ input }: Forward, seed: number): Float32Array<ArrayBuffer> {
  return Float32Array.from(
    { length: input.height * input.width * input.channels },
    (_, at) => ((at * 37 + (at >> 8) * 11 + seed * 53) % 256) / 255,
  );
}

let forward: Forward | null = null;

function forwardStarted(): Forward {
  if (forward === null) throw new Error('The contender was not started.');
  return forward;
}

async function answer(message: ToContender): Promise<FromContender> {
  switch (message.type) {
    case 'start':
      forward = await forwardOf(message.contender, message.model);
      for (let frame = 0; frame < WARM_UP; frame++) await forward.run(inputOf(forward, frame));
      return { type: 'started' };
    case 'answer':
      return { type: 'answered', values: await forwardStarted().run(message.input) };
    case 'run': {
      const started = forwardStarted();
      const times: number[] = [];
      for (let frame = 0; frame < message.frames; frame++) {
        const input = inputOf(started, frame);
        const from = performance.now();
        started.classes(await started.run(input));
        times.push(performance.now() - from);
      }
      return { type: 'ran', times };
    }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToContender>) => {
  answer(data).then(
    (message) => self.postMessage(message),
    (error: unknown) => {
      const failed: FromContender = { type: 'failed', sentence: String(error) };
      self.postMessage(failed);
    },
  );
});
