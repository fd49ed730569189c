import type { MessageFact } from '../../domain/message/message-fact.ts';

/** Calls that a worker answers, by name. */
type CallsOf<Calls> = { readonly [Name in keyof Calls]: (...args: never[]) => unknown };

/** One call on its way to a worker. */
export type CallMessage<Calls extends CallsOf<Calls>> = {
  readonly [Name in keyof Calls]: {
    readonly ticket: number;
    readonly name: Name;
    readonly args: Parameters<Calls[Name]>;
  };
}[keyof Calls];

/** What comes back of a call: its value, or a code and what a person is told of it. */
export type AnswerMessage<Code extends string> =
  /** So many more bytes came out, or went in. */
  | { readonly ticket: number; readonly kind: 'bytes'; readonly bytes: number }
  | { readonly ticket: number; readonly kind: 'done'; readonly value: unknown }
  | { readonly ticket: number; readonly kind: 'failed'; readonly code: Code; readonly fact: MessageFact };

export interface WorkerCalls<Calls extends CallsOf<Calls>> {
  /** Whether the worker was ended, or broke down. */
  readonly isEnded: boolean;
  /**
   * Rejects with the error of the answer, or with the one that the worker was ended or broke down by.
   *
   * @param onBytes is told how much came out, or went in, since it was told last
   */
  call<Name extends keyof Calls>(
    name: Name,
    args: Parameters<Calls[Name]>,
    onBytes?: (bytes: number) => void,
  ): Promise<ReturnType<Calls[Name]>>;
  /** Ends the worker. What is under way rejects with this error, and so does all that follows. */
  end(why: Error): void;
}

export interface WorkerCallsErrors<Code extends string> {
  /** The error that an answer tells of. */
  failed(code: Code, fact: MessageFact): Error;
  /** The error by which all calls fail once the worker broke down; what the browser says of it, where it says something. */
  crashed(cause: unknown): Error;
}

interface Waiter {
  resolve(value: unknown): void;
  reject(error: Error): void;
  onBytes(bytes: number): void;
}

/** Calls into a worker, each answered by its ticket, in any order. */
export function workerCalls<Calls extends CallsOf<Calls>, Code extends string>(
  worker: Worker,
  errors: WorkerCallsErrors<Code>,
): WorkerCalls<Calls> {
  const waiting = new Map<number, Waiter>();
  let nextTicket = 1;
  let ended: Error | null = null;

  const end = (why: Error): void => {
    ended ??= why;
    worker.terminate();
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };

  worker.addEventListener('message', ({ data }: MessageEvent<AnswerMessage<Code>>) => {
    const waiter = waiting.get(data.ticket);
    if (data.kind === 'bytes') {
      waiter?.onBytes(data.bytes);
      return;
    }
    waiting.delete(data.ticket);
    if (data.kind === 'done') waiter?.resolve(data.value);
    else waiter?.reject(errors.failed(data.code, data.fact));
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    end(errors.crashed(event.message));
  });
  worker.addEventListener('messageerror', () => end(errors.crashed(undefined)));

  return {
    get isEnded() {
      return ended !== null;
    },
    call(name, args, onBytes = () => {}) {
      if (ended !== null) return Promise.reject(ended);
      return new Promise((resolve, reject) => {
        const ticket = nextTicket++;
        waiting.set(ticket, { resolve: resolve as (value: unknown) => void, reject, onBytes });
        worker.postMessage({ ticket, name, args });
      });
    },
    end,
  };
}

/** Why calls fail that nobody waits for any more. */
export function callsAborted(): DOMException {
  return new DOMException('Nobody waits for it any more.', 'AbortError');
}
