import type { ImageSeries, RemoteImages, RemoteSeries } from '../../formats/files/image-series.ts';
import { InputError } from '../../formats/files/input-error.ts';
import { gifDamaged } from '../../formats/gif/gif-blocks.ts';
import type { FromGifWorker, ToGifWorker } from './gif-messages.ts';

/** A GIF that is being gone through. */
interface GifReader extends RemoteImages {
  readonly series: Omit<ImageSeries, 'image'>;
}

/**
 * Opens a GIF in workers, one for whoever goes through its images: each of them rests on all those before it, which is
 * work for minutes where they are many.
 * @throws InputError as `gifRead` does, AbortError
 */
export async function gifOpen(file: Blob, signal?: AbortSignal): Promise<RemoteSeries> {
  // The worker that looked through the file is the first to read its images too.
  let spare: GifReader | null = await gifReader(file, signal);
  return {
    ...spare.series,
    async open() {
      const reader = spare ?? (await gifReader(file));
      spare = null;
      return reader;
    },
  };
}

async function gifReader(file: Blob, signal?: AbortSignal): Promise<GifReader> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./gif.worker.ts', import.meta.url), { type: 'module', name: 'gif' });
  /** The caller that waits for the worker's answer. */
  let settle: (answer: FromGifWorker | Error) => void = () => {};
  let ended: Error | null = null;

  const end = (why: Error): void => {
    ended ??= why;
    worker.terminate();
    settle(ended);
  };
  const close = (): void => end(new DOMException('The GIF was closed.', 'AbortError'));
  worker.addEventListener('message', ({ data }: MessageEvent<FromGifWorker>) => settle(data));
  const crash = (event: Event): void => {
    event.preventDefault();
    end(gifDamaged());
  };
  worker.addEventListener('error', crash);
  worker.addEventListener('messageerror', crash);

  const ask = async (message: ToGifWorker): Promise<FromGifWorker> => {
    if (ended !== null) throw ended;
    const answer = await new Promise<FromGifWorker | Error>((resolve) => {
      settle = resolve;
      worker.postMessage(message);
    });
    if (answer instanceof Error) throw answer;
    if (answer.type !== 'failed') return answer;
    const refusal = new InputError(answer.code, answer.fact);
    end(refusal);
    throw refusal;
  };

  signal?.addEventListener('abort', close);
  try {
    const opened = await ask({ type: 'open', file });
    if (opened.type !== 'opened') throw gifDamaged();
    return {
      series: opened.series,
      async image(index) {
        const answer = await ask({ type: 'image', index });
        if (answer.type !== 'image') throw gifDamaged();
        return { kind: 'grey', grey: answer.grey };
      },
      close,
    };
  } finally {
    signal?.removeEventListener('abort', close);
  }
}
