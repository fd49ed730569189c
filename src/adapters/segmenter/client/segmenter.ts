import type { ModelFiles } from '../../../network/model-files.ts';
import { disposedError, SegmenterError, type SegmenterErrorCode } from '../../../network/segmenter-error.ts';
import type { Segmenter, SegmenterBackend } from '../../../ports/segmenter.ts';
import { BACKENDS, type BackendMemory, backendRemembered, memoryKey, memoryLocal } from './backend-memory.ts';
import { type ModelSource, modelShipped } from './model-source.ts';
import { requestRelease, type SegmentRequest, segmentRequest } from './request.ts';
import { WorkerCrash, type WorkerLink, workerLinkOpen } from './worker-link.ts';

export interface SegmenterOptions {
  /** Where the model comes from; the one that is bundled unless given. */
  readonly model?: ModelSource;
  /** Where the picked backend is remembered; localStorage unless given. */
  readonly memory?: BackendMemory;
  /** Backends to choose from, in the order in which they are tried. */
  readonly backends?: readonly SegmenterBackend[];
  readonly workerCreate?: () => Worker;
  /** How long a worker may be silent over one frame before it is taken for dead, ms. */
  readonly frameSilenceMs?: number;
}

/** Share of the start that the download takes. */
const FETCHED = 0.5;
/** Breakdowns in a row, with no frame answered in between, after which the segmenter gives up. */
const CRASHES_ALLOWED = 3;
/** Refusals that other bytes of the same files may mend. */
const FILE_FAULTS: ReadonlySet<SegmenterErrorCode> = new Set([
  'model-manifest',
  'model-damaged',
  'model-mismatch',
]);
const START_SILENCE_MS = 60_000;
const FRAME_SILENCE_MS = 10_000;

function reportNone(_share: number): void {}

function workerOwn(): Worker {
  return new Worker(new URL('../worker/segmenter.worker.ts', import.meta.url), {
    type: 'module',
    name: 'segmenter',
  });
}

function crashedError(): SegmenterError {
  return new SegmenterError('segmenter-crashed', { code: 'networkCrashed' });
}

/**
 * A segmenter in a worker of its own. One frame is under way and at most one waits; a newer frame takes the
 * waiting one's place, and the older call answers null, as an aborted one does. When the worker breaks down
 * another is started, and the frame is tried again (a bitmap is gone with its worker and answers null).
 *
 * `load` and `segment` reject with a SegmenterError.
 */
export function segmenterCreate(options: SegmenterOptions = {}): Segmenter {
  const {
    model = modelShipped,
    memory = memoryLocal,
    backends = BACKENDS,
    workerCreate = workerOwn,
  } = options;
  const disposal = new AbortController();
  const broken = new Set<SegmenterBackend>();
  let files: Promise<ModelFiles> | null = null;
  let isAfresh = false;
  let link: Promise<WorkerLink> | null = null;
  let waiting: SegmentRequest | null = null;
  let current: SegmentRequest | null = null;
  let pumping = false;
  let crashes = 0;
  let report = reportNone;

  const filesOnce = () => {
    files ??= model((share) => report(share * FETCHED), isAfresh).catch((error: unknown) => {
      filesDrop();
      throw error;
    });
    return files;
  };

  const filesDrop = () => {
    files = null;
    isAfresh = true;
  };

  const crashed = ({ backend }: WorkerCrash) => {
    crashes++;
    link = null;
    // Graphics that failed once are left alone; WebAssembly has nothing to fall back on.
    if (backend === 'webgl' || backend === 'webgpu') broken.add(backend);
  };

  const linkOpen = (fetched: ModelFiles, tried: readonly SegmenterBackend[]) =>
    workerLinkOpen({
      workerCreate,
      model: fetched,
      backends: tried,
      startSilenceMs: START_SILENCE_MS,
      frameSilenceMs: options.frameSilenceMs ?? FRAME_SILENCE_MS,
      progress: (share) => report(FETCHED + (1 - FETCHED) * share),
      crashed,
      signal: disposal.signal,
    });

  const linkStart = async (): Promise<WorkerLink> => {
    const fetched = await filesOnce();
    const key = memoryKey(fetched.manifest, navigator.userAgent);
    let remembered = backendRemembered(memory, key);
    for (;;) {
      if (disposal.signal.aborted) throw disposedError();
      if (crashes > CRASHES_ALLOWED) throw crashedError();
      const sound = backends.filter((name) => !broken.has(name));
      const tried = remembered !== null && sound.includes(remembered) ? [remembered] : sound;
      try {
        const opened = await linkOpen(fetched, tried);
        memory.set(key, opened.info.backend);
        return opened;
      } catch (error) {
        memory.remove(key);
        const missing = error instanceof SegmenterError && error.code === 'backend-missing';
        if (error instanceof SegmenterError && FILE_FAULTS.has(error.code)) filesDrop();
        if (!(error instanceof WorkerCrash) && !(missing && remembered !== null)) throw error;
        remembered = null;
      }
    }
  };

  const linkOnce = (): Promise<WorkerLink> => {
    if (link !== null) return link;
    const started = linkStart();
    link = started;
    started.catch(() => {
      if (link === started) link = null;
    });
    return started;
  };

  const waitingTake = (): SegmentRequest | null => {
    const request = waiting;
    waiting = null;
    return request;
  };

  const retry = (request: SegmentRequest) => {
    if (waiting !== null || 'bitmap' in request.frame) request.drop();
    else if (!request.settled()) waiting = request;
  };

  const segmentOn = async (ready: WorkerLink, request: SegmentRequest) => {
    current = request;
    try {
      request.resolve(await ready.segment(request));
      crashes = 0;
    } catch (error) {
      if (error instanceof WorkerCrash) retry(request);
      else request.reject(error as Error);
    } finally {
      current = null;
    }
  };

  const pump = async () => {
    if (pumping) return;
    pumping = true;
    while (waiting !== null) {
      try {
        const ready = await linkOnce();
        const request = waitingTake();
        if (request !== null) await segmentOn(ready, request);
      } catch (error) {
        waitingTake()?.reject(error as Error);
      }
    }
    pumping = false;
  };

  const waitingDrop = () => {
    const request = waitingTake();
    if (request === null) return;
    requestRelease(request);
    request.drop();
  };

  return {
    async load(onProgress) {
      report = onProgress;
      crashes = 0;
      try {
        const { info } = await linkOnce();
        onProgress(1);
        return info;
      } finally {
        // A network that is started anew after a breakdown is no longer this loading.
        if (report === onProgress) report = reportNone;
      }
    },
    async segment(frame, asked = {}) {
      if (disposal.signal.aborted) throw disposedError();
      const request = segmentRequest(frame, asked);
      if (asked.signal?.aborted) {
        requestRelease(request);
        return null;
      }
      asked.signal?.addEventListener('abort', () => {
        if (waiting === request) waitingDrop();
        else request.drop();
      });
      waitingDrop();
      waiting = request;
      void pump();
      return request.answer;
    },
    dispose() {
      disposal.abort();
      waitingDrop();
      current?.drop();
      link = null;
    },
  };
}
