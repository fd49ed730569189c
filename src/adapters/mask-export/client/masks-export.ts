import { CodedError } from '../../../domain/errors/coded-error.ts';
import type { ExportRaster, FromWorker, ToWorker } from '../shared/messages.ts';

export interface MasksOrder {
  readonly raster: ExportRaster;
  readonly images: number;
  /** Class indices of an image on the raster of `sectorFit(sector, MASK_SIZE)`; null where there are none. */
  readonly maskOf: (index: number) => Promise<Uint8Array | null>;
  /** Told how many images are done. */
  readonly onProgress: (done: number) => void;
  /** Aborted, it gives null. */
  readonly signal: AbortSignal;
  readonly workerCreate?: () => Worker;
}

/** Masks could not be packed. */
class MaskExportError extends CodedError<'masks_failed'> {
  override readonly name = 'MaskExportError';

  constructor(cause: unknown) {
    super('masks_failed', { code: 'masksFailed' }, { cause });
  }
}

function workerOwn(): Worker {
  return new Worker(new URL('../worker/mask-export.worker.ts', import.meta.url), {
    type: 'module',
    name: 'mask-export',
  });
}

/**
 * A zip of masks as PNGs named `mask-0001.png` and so on, counted as the images are; what has no mask is left out.
 * @throws MaskExportError, or whatever `maskOf` rejects with.
 */
export async function masksExport(order: MasksOrder): Promise<Blob | null> {
  const { raster, images, maskOf, onProgress, signal, workerCreate = workerOwn } = order;
  const worker = workerCreate();
  const ask = (message: ToWorker): Promise<FromWorker> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => resolve(data);
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new MaskExportError(event.message));
      };
      worker.postMessage(message);
    });
  const digits = Math.max(4, `${images}`.length);
  try {
    worker.postMessage({ type: 'begin', raster } satisfies ToWorker);
    for (let index = 0; index < images; index++) {
      if (signal.aborted) return null;
      const classes = await maskOf(index);
      const name = `mask-${`${index + 1}`.padStart(digits, '0')}.png`;
      if (classes !== null) await ask({ type: 'mask', name, classes });
      onProgress(index + 1);
    }
    const answer = await ask({ type: 'end' });
    if (answer.type !== 'archive') throw new MaskExportError('no archive');
    return answer.archive;
  } finally {
    worker.terminate();
  }
}
