import networkJson from '../../../models/network.json';
import type { ModelFiles } from '../../network/model-files.ts';
import type { Contender, FromContender, ToContender } from './contender.ts';
import { phantomPaceMeasure } from './phantom-pace.ts';
import { type CameraPace, cameraPaceMeasure } from './sources/camera.ts';
import { type ClipPace, clipPaceMeasure } from './sources/clip.ts';
import { type PatientPace, patientPaceMeasure } from './sources/patient.ts';
import { modelFloat, type WholeWay, wholeWayMeasure } from './whole-way.ts';

export interface BenchOrder {
  readonly contenders: readonly Contender[];
  readonly rounds: number;
  readonly wholeWayFrames: number;
  readonly model: { readonly manifest: unknown; readonly weightsBase64: string };
}

export interface BenchOutcome {
  /** Milliseconds of every measured frame, per contender. */
  readonly times: readonly (readonly number[])[];
  readonly wholeWay: WholeWay;
  /** The same where the network computes in floats alone. */
  readonly wholeWayFloat: WholeWay;
  /** Milliseconds of each 512 x 512 frame of the virtual phantom with its truth. */
  readonly phantom: readonly number[];
  /** Each kind of source on the game's own screen, with the overlay running. */
  readonly sources: { readonly phantom: PatientPace; readonly clip: ClipPace; readonly camera: CameraPace };
  /** Largest difference between what tfjs and each other runtime of floats answers. */
  readonly differences: Readonly<Record<'onnxruntime-web' | 'litert', number>>;
  readonly isolated: boolean;
  readonly cores: number;
}

declare global {
  interface Window {
    benchRun(order: BenchOrder): Promise<BenchOutcome>;
  }
}

/** Frames a round: the paper's network takes as long for one as the others for dozens. */
const FRAMES_A_ROUND = { 'batsign-unet': 4, 'paper-unet': 1 } as const;
const HEAD_CHANNELS = 32;

interface Running {
  readonly contender: Contender;
  ask(message: ToContender): Promise<FromContender>;
  readonly worker: Worker;
}

function contenderOpen(contender: Contender): Running {
  const worker = new Worker(new URL('./contender.worker.ts', import.meta.url), { type: 'module' });
  const ask = (message: ToContender) =>
    new Promise<FromContender>((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({ data }: MessageEvent<FromContender>) =>
        data.type === 'failed' ? reject(new Error(data.sentence)) : resolve(data);
      worker.postMessage(message);
    });
  return { contender, ask, worker };
}

async function answerOf(running: Running): Promise<Float32Array> {
  const { height, width, channels } = networkJson.input;
  const input = Float32Array.from({ length: height * width * channels }, (_, at) => ((at * 41) % 239) / 239);
  const message = await running.ask({ type: 'answer', input });
  if (message.type !== 'answered') throw new Error(`${running.contender.runtime} gave no answer.`);
  return message.values;
}

/** Channels last, of an answer that has them first. */
function lastOfFirst(first: Float32Array): Float32Array {
  const pixels = first.length / HEAD_CHANNELS;
  return Float32Array.from(
    first,
    (_, at) => first[(at % HEAD_CHANNELS) * pixels + Math.floor(at / HEAD_CHANNELS)]!,
  );
}

function differenceOf(one: Float32Array, other: Float32Array): number {
  if (one.length !== other.length) return Number.POSITIVE_INFINITY;
  return one.reduce((largest, value, at) => Math.max(largest, Math.abs(value - other[at]!)), 0);
}

window.benchRun = async ({ contenders, rounds, wholeWayFrames, model }) => {
  const weights = Uint8Array.from(atob(model.weightsBase64), (letter) => letter.charCodeAt(0));
  const files: ModelFiles = { manifest: model.manifest, weights };
  const running = contenders.map(contenderOpen);
  for (const { ask, contender } of running) await ask({ type: 'start', contender, model: files });
  const own = (runtime: Contender['runtime']) =>
    running.find(({ contender }) => contender.runtime === runtime && contender.network === 'batsign-unet')!;
  const answer = await answerOf(own('tfjs-wasm'));
  const differences = {
    'onnxruntime-web': differenceOf(answer, lastOfFirst(await answerOf(own('onnxruntime-web')))),
    litert: differenceOf(answer, await answerOf(own('litert'))),
  };
  const times: number[][] = contenders.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { ask, contender }] of running.entries()) {
      const message = await ask({ type: 'run', frames: FRAMES_A_ROUND[contender.network] });
      if (message.type === 'ran') times[index]!.push(...message.times);
    }
  }
  for (const { worker } of running) worker.terminate();
  const wholeWayFloat = await wholeWayMeasure(modelFloat(files), ['webgpu', 'webgl', 'wasm'], wholeWayFrames);
  const wholeWay = await wholeWayMeasure(files, ['webgpu', 'webgl', 'wasm'], wholeWayFrames);
  return {
    times,
    wholeWay,
    wholeWayFloat,
    phantom: phantomPaceMeasure(),
    sources: {
      phantom: await patientPaceMeasure(files),
      clip: await clipPaceMeasure(files),
      camera: await cameraPaceMeasure(files),
    },
    differences,
    isolated: crossOriginIsolated,
    cores: navigator.hardwareConcurrency,
  };
};
