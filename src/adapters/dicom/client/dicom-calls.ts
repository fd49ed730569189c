import { InputError, type InputErrorCode } from '../../../formats/files/input-error.ts';
import { type WorkerCalls, workerCalls } from '../../shared/worker-calls.ts';
import type { DicomCalls } from '../shared/messages.ts';

/** Calls into a worker of its own, in which DICOM files are read. */
export function dicomCalls(): WorkerCalls<DicomCalls> {
  const worker = new Worker(new URL('../worker/dicom.worker.ts', import.meta.url), {
    type: 'module',
    name: 'dicom',
  });
  return workerCalls<DicomCalls, InputErrorCode>(worker, {
    failed: (code, fact) => new InputError(code, fact),
    crashed: () => new InputError('file-damaged', { code: 'dicomWorkerCrashed' }),
  });
}
