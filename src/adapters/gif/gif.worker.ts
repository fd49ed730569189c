import type { ImageSeries } from '../../formats/files/image-series.ts';
import { InputError } from '../../formats/files/input-error.ts';
import { gifDamaged } from '../../formats/gif/gif-blocks.ts';
import { gifRead } from '../../formats/gif/gif-read.ts';
import type { FromGifWorker, ToGifWorker } from './gif-messages.ts';

/** The part of a worker's global scope that is used here; the DOM library knows windows only. */
interface WorkerScope {
  postMessage(message: FromGifWorker, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToGifWorker>) => void): void;
}

const scope = self as unknown as WorkerScope;

let image: ImageSeries['image'] | null = null;

async function answer(message: ToGifWorker): Promise<FromGifWorker> {
  if (message.type === 'open') {
    const { image: read, ...series } = gifRead(new Uint8Array(await message.file.arrayBuffer()));
    image = read;
    return { type: 'opened', series };
  }
  const stored = image?.(message.index);
  if (stored?.kind !== 'grey') throw gifDamaged();
  return { type: 'image', grey: stored.grey as Uint8Array<ArrayBuffer> };
}

scope.addEventListener('message', ({ data }) => {
  answer(data)
    .catch((cause: unknown): FromGifWorker => {
      const { code, fact } = cause instanceof InputError ? cause : gifDamaged();
      return { type: 'failed', code, fact };
    })
    .then((message) => scope.postMessage(message, message.type === 'image' ? [message.grey.buffer] : []));
});
