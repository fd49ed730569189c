import { InputError } from '../../../formats/files/input-error.ts';
import type { ArchiveCalls, FromWorker, ToWorker } from '../shared/messages.ts';

export interface ArchiveOptions {
  /** Aborted, whatever is under way rejects with an AbortError, and the worker is ended. */
  readonly signal?: AbortSignal | undefined;
  readonly workerCreate?: () => Worker;
}

export interface ArchiveCaller {
  /** `onBytes` is told how much came out, or went in, since it was told last. */
  call<Name extends keyof ArchiveCalls>(
    name: Name,
    args: Parameters<ArchiveCalls[Name]>,
    onBytes?: (bytes: number) => void,
  ): Promise<ReturnType<ArchiveCalls[Name]>>;
  close(): void;
}

interface Waiter {
  resolve(value: unknown): void;
  reject(error: Error): void;
  onBytes(bytes: number): void;
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
  const worker = workerCreate();
  const waiting = new Map<number, Waiter>();
  let nextTicket = 1;
  let ended: Error | null = null;

  const end = (why: Error): void => {
    ended ??= why;
    worker.terminate();
    signal?.removeEventListener('abort', abort);
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  const abort = (): void => end(new DOMException('Nobody waits for it any more.', 'AbortError'));
  signal?.addEventListener('abort', abort);

  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    const waiter = waiting.get(data.ticket);
    if (data.kind === 'bytes') {
      waiter?.onBytes(data.bytes);
      return;
    }
    waiting.delete(data.ticket);
    if (data.kind === 'done') waiter?.resolve(data.value);
    else waiter?.reject(new InputError(data.code, data.fact));
  });
  const crash = (event: Event): void => {
    event.preventDefault();
    end(new InputError('archive-refused', { code: 'zipWorkerCrashed' }));
  };
  worker.addEventListener('error', crash);
  worker.addEventListener('messageerror', crash);

  return {
    call(name, args, onBytes = () => {}) {
      if (ended !== null) return Promise.reject(ended);
      return new Promise((resolve, reject) => {
        const ticket = nextTicket++;
        waiting.set(ticket, { resolve: resolve as (value: unknown) => void, reject, onBytes });
        worker.postMessage({ ticket, name, args } as ToWorker);
      });
    },
    close: abort,
  };
}
