import { InputError, type InputErrorCode } from '../../../formats/files/input-error.ts';
import { callsAborted, type WorkerCalls, workerCalls } from '../../shared/worker-calls.ts';
import type { ArchiveCalls } from '../shared/messages.ts';

export interface ArchiveOptions {
  /** Aborted, whatever is under way rejects with an AbortError, and the worker is ended. */
  readonly signal?: AbortSignal | undefined;
  readonly workerCreate?: () => Worker;
}

export interface ArchiveCaller extends Pick<WorkerCalls<ArchiveCalls>, 'call'> {
  close(): void;
}

function workerOwn(): Worker {
  return new Worker(new URL('../worker/archive.worker.ts', import.meta.url), {
    type: 'module',
    name: 'archive',
  });
}

/** Calls into a worker of its own, in which archives are packed and unpacked. */
export function archiveCalls({ signal, workerCreate = workerOwn }: ArchiveOptions): ArchiveCaller {
  signal?.throwIfAborted();
  const { call, end } = workerCalls<ArchiveCalls, InputErrorCode>(workerCreate(), {
    failed: (code, fact) => new InputError(code, fact),
    crashed: () => new InputError('archive-refused', { code: 'zipWorkerCrashed' }),
  });
  const close = (): void => {
    signal?.removeEventListener('abort', close);
    end(callsAborted());
  };
  signal?.addEventListener('abort', close);
  return { call, close };
}
