import { InputError } from '../../../formats/files/input-error.ts';
import type { DicomCalls, FromWorker, ToWorker } from '../shared/messages.ts';

export interface DicomCaller {
  /** Whether the worker was ended, or broke down. */
  readonly isEnded: boolean;
  call<Name extends keyof DicomCalls>(
    name: Name,
    args: Parameters<DicomCalls[Name]>,
  ): Promise<ReturnType<DicomCalls[Name]>>;
  /** Ends the worker; what is under way rejects with an AbortError. */
  end(): void;
}

interface Waiter {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Calls into a worker of its own, in which DICOM files are read. */
export function dicomCalls(): DicomCaller {
  const worker = new Worker(new URL('../worker/dicom.worker.ts', import.meta.url), {
    type: 'module',
    name: 'dicom',
  });
  const waiting = new Map<number, Waiter>();
  let nextTicket = 1;
  let ended: Error | null = null;

  const end = (why: Error): void => {
    ended ??= why;
    worker.terminate();
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    const waiter = waiting.get(data.ticket);
    waiting.delete(data.ticket);
    if (data.kind === 'done') waiter?.resolve(data.value);
    else waiter?.reject(new InputError(data.code, data.fact));
  });
  const crash = (event: Event): void => {
    event.preventDefault();
    end(new InputError('file-damaged', { code: 'dicomWorkerCrashed' }));
  };
  worker.addEventListener('error', crash);
  worker.addEventListener('messageerror', crash);

  return {
    get isEnded() {
      return ended !== null;
    },
    call(name, args) {
      if (ended !== null) return Promise.reject(ended);
      return new Promise((resolve, reject) => {
        const ticket = nextTicket++;
        waiting.set(ticket, { resolve: resolve as (value: unknown) => void, reject });
        worker.postMessage({ ticket, name, args } as ToWorker);
      });
    },
    end: () => end(new DOMException('Nobody waits for it any more.', 'AbortError')),
  };
}
