import type { ModelFiles } from '../../../network/model-files.ts';
import { disposedError, SegmenterError } from '../../../network/segmenter-error.ts';
import type { Segmentation, SegmenterBackend, SegmenterInfo } from '../../../ports/segmenter.ts';
import type { FromWorker, SegmentMessage, ToWorker } from '../shared/messages.ts';

/** The worker broke down; another one may do better. */
export class WorkerCrash extends Error {
  /** The backend it ran on, where it had come that far. */
  readonly backend: SegmenterBackend | null;

  constructor(cause: string, backend: SegmenterBackend | null) {
    super(cause);
    this.name = 'WorkerCrash';
    this.backend = backend;
  }
}

export interface LinkOptions {
  readonly workerCreate: () => Worker;
  readonly model: ModelFiles;
  readonly backends: readonly SegmenterBackend[];
  /** A worker that stays silent for longer than this is taken for dead, ms. */
  readonly startSilenceMs: number;
  readonly frameSilenceMs: number;
  readonly progress: (share: number) => void;
  /** The worker broke down: while it started, over a frame, or with nothing to do. */
  readonly crashed: (crash: WorkerCrash) => void;
  /** Ends the worker; what is under way rejects with `segmenter-disposed`. */
  readonly signal: AbortSignal;
}

/** One running worker. */
export interface WorkerLink {
  readonly info: SegmenterInfo;
  /**
   * One frame at a time.
   * @throws SegmenterError when the frame cannot be segmented, WorkerCrash when the worker broke down.
   */
  segment(asked: Pick<SegmentMessage, 'frame' | 'confidence' | 'beside'>): Promise<Segmentation>;
}

/** Silence over a frame that a worker which has answered before is allowed, ms: its kernels are compiled by then. */
const ANSWERED_SILENCE_MS = 5000;

interface Waiter<T> {
  resolve(value: T): void;
  reject(error: Error): void;
}

/**
 * Starts a worker and waits until it is ready.
 * @throws SegmenterError when it refuses the model or the machine, WorkerCrash when it broke down.
 */
export function workerLinkOpen(options: LinkOptions): Promise<WorkerLink> {
  const worker = options.workerCreate();
  let starting: Waiter<WorkerLink> | null = null;
  let frame: (Waiter<Segmentation> & { readonly id: number }) | null = null;
  let running: SegmenterInfo | null = null;
  let over = false;
  let nextId = 1;
  let hasAnswered = false;
  let watchdog: ReturnType<typeof setTimeout> | undefined;

  const end = () => {
    over = true;
    clearTimeout(watchdog);
    worker.terminate();
  };
  const crash = (cause: string, backend: SegmenterBackend | null = running?.backend ?? null) => {
    if (over) return;
    end();
    const error = new WorkerCrash(cause, backend);
    options.crashed(error);
    starting?.reject(error);
    frame?.reject(error);
  };
  const watch = (silenceMs: number) => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => crash('The worker gave no answer.'), silenceMs);
  };
  const rest = () => clearTimeout(watchdog);

  const link = (info: SegmenterInfo): WorkerLink => ({
    info,
    segment({ frame: image, confidence, beside }) {
      return new Promise((resolve, reject) => {
        if (over) return reject(new WorkerCrash('The worker is gone.', info.backend));
        const id = nextId++;
        frame = { id, resolve, reject };
        watch(hasAnswered ? Math.min(ANSWERED_SILENCE_MS, options.frameSilenceMs) : options.frameSilenceMs);
        const message: ToWorker = { type: 'segment', id, frame: image, confidence, beside };
        worker.postMessage(message, 'bitmap' in image ? [image.bitmap] : []);
      });
    },
  });

  const receive = (message: FromWorker) => {
    if (over) return;
    switch (message.type) {
      case 'progress':
        watch(options.startSilenceMs);
        return options.progress(message.share);
      case 'ready':
        rest();
        running = message.info;
        starting?.resolve(link(message.info));
        starting = null;
        return;
      case 'refused':
        end();
        return starting?.reject(new SegmenterError(message.refusal.code, message.refusal.fact));
      case 'segmented':
      case 'failed': {
        if (frame?.id !== message.id) return;
        rest();
        hasAnswered = true;
        const { resolve, reject } = frame;
        frame = null;
        if (message.type === 'segmented') resolve(message.segmentation);
        else reject(new SegmenterError(message.refusal.code, message.refusal.fact));
        return;
      }
      case 'crashed':
        return crash(message.cause, message.backend);
    }
  };

  options.signal.addEventListener('abort', () => {
    if (over) return;
    end();
    starting?.reject(disposedError());
    frame?.reject(disposedError());
  });
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => receive(data));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    crash(event.message || 'The worker could not be started.');
  });
  worker.addEventListener('messageerror', () => crash('A message of the worker could not be read.'));

  return new Promise((resolve, reject) => {
    starting = { resolve, reject };
    watch(options.startSilenceMs);
    const message: ToWorker = { type: 'start', model: options.model, backends: options.backends };
    worker.postMessage(message);
  });
}
