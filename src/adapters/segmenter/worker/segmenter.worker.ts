import { enableProdMode, memory } from '@tensorflow/tfjs-core';
import type { Frame } from '../../../domain/frame/frame.ts';
import { maskObey } from '../../../domain/grading/key/anatomy-read.ts';
import { modelRead } from '../../../network/model-read.ts';
import type { NetworkModel, NetworkPass } from '../../../network/network-build.ts';
import { specificationShipped } from '../../../network/network-shipped.ts';
import { SegmenterError } from '../../../network/segmenter-error.ts';
import type { SegmenterBackend } from '../../../ports/segmenter.ts';
import { type ClipAnswers, clipAnswersCreate } from '../shared/clip-answers.ts';
import type { FromWorker, SegmentMessage, StartMessage, ToWorker } from '../shared/messages.ts';
import { segmentClipFrame, segmentFrame } from '../shared/segment.ts';
import { networkStart } from './backend.ts';
import { frameFromBitmap } from './bitmap-frame.ts';
import { quickNetwork } from './quick-network.ts';

/** The part of a worker's global scope that is used here; the DOM library knows windows only. */
interface WorkerScope {
  postMessage(message: FromWorker, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
}

const scope = self as unknown as WorkerScope;

/** Share of the start after which the weights are known to be sound. */
const CHECKED = 0.2;

let network: NetworkModel | null = null;
let answers: ClipAnswers | null = null;
let backend: SegmenterBackend | null = null;
/** Makes the quicker network of the first image; null once it was asked for, and where none is wanted. */
let quickMake: ((frame: Frame) => Promise<NetworkPass | null>) | null = null;
let quick: NetworkPass | null = null;

function post(message: FromWorker, transfer: Transferable[] = []): void {
  scope.postMessage(message, transfer);
}

function crashed(error: unknown): void {
  const cause = error instanceof Error ? error.message : String(error);
  post({ type: 'crashed', cause, backend });
}

async function start({ model, backends }: StartMessage): Promise<void> {
  enableProdMode();
  try {
    const read = await modelRead(specificationShipped(), model.manifest, model.weights);
    post({ type: 'progress', share: CHECKED });
    const running = await networkStart(
      read,
      backends,
      (share) => post({ type: 'progress', share: CHECKED + (1 - CHECKED) * share }),
      (cause) => crashed(cause),
    );
    network = running.network;
    backend = running.info.backend;
    quickMake = backend === 'wasm' ? (frame) => quickNetwork(read, running.network, frame) : null;
    post({ type: 'ready', info: running.info });
  } catch (error) {
    if (!(error instanceof SegmenterError)) return crashed(error);
    post({ type: 'refused', refusal: { code: error.code, fact: error.fact } });
  }
}

/** Masks that follow a moving image may come from a quicker network, once it is there; what is graded by never does. */
async function quickStart(frame: Frame): Promise<void> {
  const make = quickMake;
  quickMake = null;
  if (make !== null) quick = await make(frame);
}

async function segment({ id, frame, confidence, beside }: SegmentMessage): Promise<void> {
  const startedMs = performance.now();
  try {
    if (network === null) throw new Error('A frame came before the network was ready.');
    const grey = 'bitmap' in frame ? frameFromBitmap(frame) : frame;
    answers ??= clipAnswersCreate(network);
    const labelled =
      beside === null
        ? await segmentFrame(confidence ? network : (quick ?? network), grey, confidence, startedMs)
        : await segmentClipFrame(network, answers, grey, beside, confidence, startedMs);
    const segmentation = confidence ? labelled : { ...labelled, mask: maskObey(labelled.mask) };
    const transfer = [segmentation.mask.classes.buffer as ArrayBuffer];
    if (segmentation.confidence !== null) transfer.push(segmentation.confidence.buffer as ArrayBuffer);
    post({ type: 'segmented', id, segmentation, tensors: memory().numTensors }, transfer);
    if (!confidence) void quickStart(grey);
  } catch (error) {
    // Sound weights that give no numbers are the backend's fault: another is tried.
    if (!(error instanceof SegmenterError) || error.code === 'answer-invalid') return crashed(error);
    post({ type: 'failed', id, refusal: { code: error.code, fact: error.fact } });
  }
}

scope.addEventListener('message', ({ data }) => {
  void (data.type === 'start' ? start(data) : segment(data));
});
