import { dicomDamaged } from '../../../formats/dicom/dicom-damaged.ts';
import { dicomRead } from '../../../formats/dicom/dicom-read.ts';
import type { ImageSeries, StoredImage } from '../../../formats/files/image-series.ts';
import { InputError } from '../../../formats/files/input-error.ts';
import type { FromWorker, ToWorker } from '../shared/messages.ts';

/** The part of a worker's global scope that is used here; the DOM library knows windows only. */
interface WorkerScope {
  postMessage(message: FromWorker, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
}

const scope = self as unknown as WorkerScope;

/** Files held open, each from the moment it is asked for. */
const files = new Map<number, Promise<ImageSeries>>();

interface Answer {
  readonly value: unknown;
  /** Handed over, not copied. */
  readonly moved: Transferable[];
}

function bytesOf(image: StoredImage): Uint8Array {
  return image.kind === 'grey' ? image.grey : image.jpeg;
}

async function answer(call: ToWorker): Promise<Answer> {
  switch (call.name) {
    case 'open': {
      const [file, content] = call.args;
      const opening = content.arrayBuffer().then((buffer) => dicomRead(new Uint8Array(buffer)));
      files.set(file, opening);
      const { image: _, ...series } = await opening;
      return { value: series, moved: [] };
    }
    case 'image': {
      const [file, index] = call.args;
      const series = await files.get(file);
      if (series === undefined) throw new Error('The file was let go of.');
      const image = series.image(index);
      return { value: image, moved: [bytesOf(image).buffer as ArrayBuffer] };
    }
    case 'close':
      files.delete(call.args[0]);
      return { value: undefined, moved: [] };
  }
}

async function take(call: ToWorker): Promise<void> {
  const { ticket } = call;
  try {
    const { value, moved } = await answer(call);
    scope.postMessage({ ticket, kind: 'done', value }, moved);
  } catch (cause) {
    const { code, fact } = cause instanceof InputError ? cause : dicomDamaged();
    scope.postMessage({ ticket, kind: 'failed', code, fact }, []);
  }
}

scope.addEventListener('message', ({ data }) => {
  void take(data);
});
