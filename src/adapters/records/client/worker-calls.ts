import type { CallName, FromWorker, RecordsCalls, ToWorker } from '../shared/messages.ts';
import { RecordsError } from '../shared/records-error.ts';

export interface WorkerCalls {
  call<Name extends CallName>(
    name: Name,
    ...args: Parameters<RecordsCalls[Name]>
  ): Promise<ReturnType<RecordsCalls[Name]>>;
  close(): void;
}

interface Waiter {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Calls into a worker. When it breaks down whatever is under way rejects with `records_crashed`, and all that follows. */
export function workerCalls(worker: Worker): WorkerCalls {
  const waiting = new Map<number, Waiter>();
  let nextTicket = 1;
  let ended: RecordsError | null = null;

  const end = (cause?: unknown): void => {
    ended ??= new RecordsError('records_crashed', { code: 'recordsCrashed' }, { cause });
    worker.terminate();
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };

  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    const waiter = waiting.get(data.ticket);
    waiting.delete(data.ticket);
    if (data.kind === 'done') waiter?.resolve(data.value);
    else waiter?.reject(new RecordsError(data.code, data.fact));
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    end(event.message);
  });
  worker.addEventListener('messageerror', () => end());

  return {
    call<Name extends CallName>(name: Name, ...args: Parameters<RecordsCalls[Name]>) {
      if (ended !== null) return Promise.reject(ended);
      return new Promise<ReturnType<RecordsCalls[Name]>>((resolve, reject) => {
        const ticket = nextTicket++;
        waiting.set(ticket, { resolve: resolve as (value: unknown) => void, reject });
        worker.postMessage({ ticket, name, args } as ToWorker);
      });
    },
    close: () => end('closed'),
  };
}
