import { CodedError } from '../../../domain/errors/coded-error.ts';
import type { AdaptHold, AdaptResult, AdaptWanted } from '../../../ports/tuner.ts';
import { REHEARSED } from '../shared/rehearsed.ts';
import type { FromTuner, TuneMessage } from '../shared/tuner-messages.ts';
import { type ModelSource, modelShipped } from './model-source.ts';

export interface TunerOptions {
  /** The model that is adapted; the one that is bundled unless given. */
  readonly model?: ModelSource;
  readonly rehearsed?: number;
  readonly workerCreate?: () => Worker;
  /** A worker that says nothing for longer is taken for dead, ms. */
  readonly silenceMs?: number;
}

/** A step takes a second at most; simulated frames are drawn before the first of them. */
const SILENCE_MS = 120_000;

function workerOwn(): Worker {
  return new Worker(new URL('../worker/tuner.worker.ts', import.meta.url), { type: 'module', name: 'tuner' });
}

/**
 * Adapts the network in a worker of its own, which is ended afterwards: all of its memory goes with it.
 * @throws CodedError, or an AbortError
 */
export async function networkAdapt(
  wanted: AdaptWanted,
  { onProgress, signal }: AdaptHold,
  options: TunerOptions = {},
): Promise<AdaptResult> {
  const {
    model = modelShipped,
    rehearsed = REHEARSED,
    workerCreate = workerOwn,
    silenceMs = SILENCE_MS,
  } = options;
  const files = await model(() => {}, false);
  signal.throwIfAborted();
  const worker = workerCreate();
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<AdaptResult>((resolve, reject) => {
      const crashed = (cause: unknown): void =>
        reject(new CodedError('tuner-crashed', { code: 'tuningCrashed' }, { cause }));
      const watch = (): void => {
        clearTimeout(watchdog);
        watchdog = setTimeout(() => crashed('The worker gave no answer.'), silenceMs);
      };
      signal.addEventListener('abort', () => reject(signal.reason as Error));
      worker.addEventListener('message', ({ data }: MessageEvent<FromTuner>) => {
        watch();
        if (data.type === 'progress') onProgress(data.phase, data.share, data.leftMs);
        else if (data.type === 'done') resolve(data.result);
        else if (data.type === 'failed') reject(new CodedError(data.code, data.fact));
        else crashed(data.cause);
      });
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        crashed(event.message);
      });
      worker.addEventListener('messageerror', () => crashed('A message of the worker could not be read.'));
      watch();
      const message: TuneMessage = { ...wanted, model: files, scope: 'decoder', rehearsed };
      worker.postMessage(message);
    });
  } finally {
    clearTimeout(watchdog);
    worker.terminate();
  }
}
