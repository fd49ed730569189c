import { InputError } from '../../formats/files/input-error.ts';
import { type Picture, type Pictures, pictureOf } from './picture.ts';
import { videoDamaged } from './video-damaged.ts';
import type { FromVideoWorker, ToVideoWorker } from './video-messages.ts';
import type { VideoTimes } from './video-times.ts';

/** A worker that says nothing for so long is caught in a damaged file and never will. */
const SILENCE_MS = 15_000;

export interface VideoReader extends Pictures {
  readonly times: VideoTimes;
}

/**
 * Reads a video in a worker of its own: what a damaged file does to a demultiplexer or decoder, it does not do to the
 * page.
 * @param times of a file that was opened before, which is not looked through again
 */
export async function videoReader(
  file: Blob,
  kind: 'mp4' | 'webm',
  times: VideoTimes | null,
  onPicture: (index: number, picture: Picture) => void,
): Promise<VideoReader> {
  const worker = new Worker(new URL('./video.worker.ts', import.meta.url), { type: 'module' });
  let isClosed = false;
  /** The caller that waits for the worker's answer; `close` answers too. */
  let settle: (message: FromVideoWorker | null) => void = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = (): void => {
    isClosed = true;
    worker.terminate();
    settle(null);
  };
  const listen = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => settle(failure(videoDamaged())), SILENCE_MS);
  };
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    settle(failure(videoDamaged()));
  });
  worker.addEventListener('message', ({ data }: MessageEvent<FromVideoWorker>) => {
    listen();
    if (data.type === 'picture') pictureTake(data.index, data.picture);
    else if (data.type !== 'alive') settle(data);
  });

  const pictureTake = (index: number, picture: VideoFrame | ImageBitmap): void => {
    try {
      const isFrame = 'displayWidth' in picture;
      const width = isFrame ? picture.displayWidth : picture.width;
      const height = isFrame ? picture.displayHeight : picture.height;
      if (!isClosed) onPicture(index, pictureOf(picture, width, height));
    } catch (error) {
      settle(failure(error instanceof InputError ? error : videoDamaged()));
    } finally {
      picture.close();
    }
  };

  /** Null when it was closed meanwhile. */
  const ask = async (message: ToVideoWorker): Promise<FromVideoWorker | null> => {
    if (isClosed) return null;
    const answered = await new Promise<FromVideoWorker | null>((resolve) => {
      settle = resolve;
      listen();
      worker.postMessage(message);
    });
    clearTimeout(timer);
    if (answered?.type !== 'failed') return answered;
    close();
    throw new InputError(answered.code, answered.fact);
  };

  const opened = await ask({ type: 'open', file, kind, times });
  if (opened?.type !== 'opened') throw videoDamaged();
  return {
    times: opened.times,
    async reach(index) {
      await ask({ type: 'reach', index });
    },
    close,
  };
}

function failure({ code, fact }: InputError): FromVideoWorker {
  return { type: 'failed', code, fact };
}
