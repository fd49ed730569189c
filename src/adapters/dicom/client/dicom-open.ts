import type { RemoteSeries, StoredImage } from '../../../formats/files/image-series.ts';
import { callsAborted, type WorkerCalls } from '../../shared/worker-calls.ts';
import type { DicomCalls, DicomSeries } from '../shared/messages.ts';
import { dicomCalls } from './dicom-calls.ts';

/** One for all files of the page: a CD holds hundreds, and a worker takes longer to start than one of them to read. */
let worker: WorkerCalls<DicomCalls> | null = null;
/** Files that the worker reads or holds. */
const held = new Set<number>();
let nextFile = 1;

/** A file that the worker holds. */
interface HeldFile {
  readonly series: DicomSeries;
  image(index: number): Promise<StoredImage>;
  close(): void;
}

/**
 * Opens a DICOM file in a worker, so that however large it is the page goes on. The worker holds the file while anybody
 * reads its images, and reads it again for the next who does.
 * @throws InputError as `dicomRead` does, AbortError
 */
export async function dicomOpen(content: Blob, signal?: AbortSignal): Promise<RemoteSeries> {
  const first = await fileHold(content, signal);
  let holding: Promise<HeldFile> | null = Promise.resolve(first);
  let readers = 0;
  return {
    ...first.series,
    async open() {
      holding ??= fileHold(content);
      const own = holding;
      readers += 1;
      let isClosed = false;
      const openCheck = (): void => {
        if (isClosed) throw new DOMException('The DICOM file was closed.', 'AbortError');
      };
      const close = (): void => {
        if (isClosed) return;
        isClosed = true;
        readers -= 1;
        if (readers > 0) return;
        holding = null;
        own.then(
          (file) => file.close(),
          () => {},
        );
      };
      try {
        const file = await own;
        return {
          async image(index) {
            openCheck();
            const image = await file.image(index);
            openCheck();
            return image;
          },
          close,
        };
      } catch (error) {
        close();
        throw error;
      }
    },
  };
}

async function fileHold(content: Blob, signal?: AbortSignal): Promise<HeldFile> {
  signal?.throwIfAborted();
  if (worker === null || worker.isEnded) {
    worker = dicomCalls();
    held.clear();
  }
  const own = worker;
  const file = nextFile++;
  held.add(file);
  const close = (): void => {
    if (!held.delete(file) || own.isEnded) return;
    own.call('close', [file]).catch(() => {});
  };
  // Others that it holds would be lost with it; then it reads to the end.
  const abort = (): void => {
    if (held.size === 1) own.end(callsAborted());
  };
  signal?.addEventListener('abort', abort);
  try {
    const series = await own.call('open', [file, content]);
    signal?.throwIfAborted();
    return { series, image: (index) => own.call('image', [file, index]), close };
  } catch (error) {
    close();
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}
