import type { FromWorker, ToWorker } from '../shared/messages.ts';
import { type MaskArchive, maskArchive } from './mask-archive.ts';

/** The part of a worker's global scope that is used here; the DOM library knows windows only. */
interface WorkerScope {
  postMessage(message: FromWorker): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
}

const scope = self as unknown as WorkerScope;

let archive: MaskArchive | null = null;

scope.addEventListener('message', ({ data }) => {
  if (data.type === 'begin') archive = maskArchive(data.raster);
  else if (data.type === 'mask') {
    archive?.add(data.name, data.classes);
    scope.postMessage({ type: 'packed' });
  } else if (archive !== null) {
    scope.postMessage({
      type: 'archive',
      archive: new Blob([...archive.end()], { type: 'application/zip' }),
    });
  }
});
