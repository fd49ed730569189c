import { backend, ready, removeBackend, setBackend } from '@tensorflow/tfjs-core';
import type { Model } from '../../../network/model-read.ts';
import { type NetworkModel, networkBuild } from '../../../network/network-build.ts';
import { SegmenterError } from '../../../network/segmenter-error.ts';
import type { SegmenterBackend, SegmenterInfo } from '../../../ports/segmenter.ts';
import { webgl2IsHardware, webgpuIsHardware } from './software-renderer.ts';

export interface RunningNetwork {
  readonly network: NetworkModel;
  readonly info: SegmenterInfo;
}

/** How to bring one tfjs backend up. */
interface Candidate {
  /** Whether it is worth a try: for graphics, whether there is a real graphics processor. */
  usable(): Promise<boolean>;
  /** Fetches it; once it is ready, the returned function tells its threads. */
  fetch(): Promise<() => number>;
  /** Calls back once if its graphics context is taken away. */
  watch(lost: (cause: string) => void): void;
}

const CANDIDATES: Readonly<Partial<Record<SegmenterBackend, Candidate>>> = {
  webgpu: {
    usable: webgpuIsHardware,
    async fetch() {
      await import('@tensorflow/tfjs-backend-webgpu');
      return () => 1;
    },
    watch(lost) {
      const { device } = backend() as unknown as { device: { lost: Promise<{ message: string }> } };
      void device.lost.then(({ message }) => lost(`The graphics device was lost. ${message}`));
    },
  },
  webgl: {
    usable: async () => webgl2IsHardware(),
    async fetch() {
      await import('@tensorflow/tfjs-backend-webgl');
      return () => 1;
    },
    watch(lost) {
      const { gpgpu } = backend() as unknown as { gpgpu: { gl: WebGL2RenderingContext } };
      gpgpu.gl.canvas.addEventListener('webglcontextlost', () => lost('The graphics context was lost.'));
    },
  },
  wasm: {
    usable: async () => typeof WebAssembly === 'object',
    async fetch() {
      const { wasmPrepare } = await import('./wasm.ts');
      return wasmPrepare();
    },
    watch() {},
  },
};

const WARM_UP_PASSES = 2;
const TIMED_PASSES = 7;
/** A backend whose warm pass takes longer than this is not timed further. */
const HOPELESS_MS = 400;

async function passMs(network: NetworkModel, input: Float32Array<ArrayBuffer>): Promise<number> {
  const from = performance.now();
  await network.head(input);
  return performance.now() - from;
}

/** Median milliseconds of a few passes after warm-up. */
async function networkTime(network: NetworkModel): Promise<number> {
  const { height, width, channels } = network.specification.input;
  const input = Float32Array.from({ length: height * width * channels }, (_, at) => ((at * 37) % 256) / 255);
  let warm = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < WARM_UP_PASSES; pass++) warm = await passMs(network, input);
  if (warm > HOPELESS_MS) return warm;
  const times: number[] = [];
  for (let pass = 0; pass < TIMED_PASSES; pass++) times.push(await passMs(network, input));
  times.sort((left, right) => left - right);
  return times[TIMED_PASSES >> 1]!;
}

async function candidateRun(name: SegmenterBackend, model: Model): Promise<RunningNetwork | null> {
  const candidate = CANDIDATES[name];
  if (candidate === undefined) return null;
  try {
    if (!(await candidate.usable())) return null;
    const threads = await candidate.fetch();
    if (!(await setBackend(name))) return null;
    await ready();
    const network = networkBuild(model.specification, model.weights, model.calibration);
    const info: SegmenterInfo = {
      backend: name,
      threads: threads(),
      inferenceMs: await networkTime(network),
      weightsSha256: model.sha256,
    };
    return { network, info };
  } catch (error) {
    // A driver's fault must not cost the other backends their try; a wrong network is nobody's fault but its own.
    if (error instanceof SegmenterError && error.code !== 'answer-invalid') throw error;
    console.warn(`The backend ${name} does not run here.`, error);
    return null;
  }
}

/**
 * Brings the network up on the fastest of the given backends that this machine really has.
 * @param progress called with the share of candidates tried, 0-1.
 * @param lost called once if the backend in use is taken away later.
 * @throws SegmenterError `backend-missing` when none runs.
 */
export async function networkStart(
  model: Model,
  backends: readonly SegmenterBackend[],
  progress: (share: number) => void,
  lost: (cause: string, backend: SegmenterBackend) => void,
): Promise<RunningNetwork> {
  let best: RunningNetwork | null = null;
  for (const [index, name] of backends.entries()) {
    const next = await candidateRun(name, model);
    progress((index + 1) / backends.length);
    if (next === null) continue;
    if (best === null) {
      best = next;
      continue;
    }
    const nextWins: boolean = next.info.inferenceMs < best.info.inferenceMs;
    const loser: RunningNetwork = nextWins ? best : next;
    if (nextWins) best = next;
    loser.network.dispose();
    await setBackend(best.info.backend);
    removeBackend(loser.info.backend);
  }
  if (best === null) {
    throw new SegmenterError('backend-missing', { code: 'networkBackendMissing' });
  }
  const { backend: name } = best.info;
  CANDIDATES[name]?.watch((cause) => lost(cause, name));
  return best;
}
