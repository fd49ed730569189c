import type { Sector } from '../../../domain/geometry/sector.ts';
import type { SourceFrame } from '../../../ports/frame-source.ts';
import type { ExamMessage, PageMessage } from '../shared/messages.ts';
import { PhantomSourceError } from '../shared/phantom-source-error.ts';

export interface ExamWorkerOptions<From extends ExamMessage> {
  readonly worker: Worker;
  /** Told when a running exam breaks down; what was asked for rejects with the same error. */
  readonly onError: ((error: PhantomSourceError) => void) | undefined;
  /** How long a simulator that ran may be silent; 15 s unless told otherwise, ms. */
  readonly silenceMs?: number | undefined;
  /** Takes an image that runs; the worker is told that it was taken when this returns. */
  readonly onFrame: (message: Extract<From, { type: 'frame' }>) => void;
  /** Told before the frozen image is given. */
  readonly onFrozen?: (message: Extract<From, { type: 'frozen' }>) => void;
}

/** The page's end of a simulator in a worker: what is asked, what fails, and that a hidden page looks at nothing. */
export interface ExamWorker<To> {
  send(message: To | PageMessage): void;
  /** Sends what `message` makes of a ticket, and waits for the image that carries it. */
  ask(message: (ticket: number) => To): Promise<SourceFrame>;
  /** Calls back once with how the images lie, as soon as the worker has told it. */
  sectorAhead(listener: (sector: Sector) => void): void;
  /** Why it is over; null while it lives. */
  ended(): PhantomSourceError | null;
  close(): void;
}

/** A simulator that ran is taken for dead after so long without an image, ms: the slowest makes one in a second or two. */
const SILENCE_MS = 15_000;

interface Ticket {
  readonly resolve: (frozen: SourceFrame) => void;
  readonly reject: (error: PhantomSourceError) => void;
}

export function examWorker<To, From extends ExamMessage>(options: ExamWorkerOptions<From>): ExamWorker<To> {
  const { worker, onFrame, onFrozen, onError } = options;
  const tickets = new Map<number, Ticket>();
  let nextTicket = 0;
  let ended: PhantomSourceError | null = null;
  let sector: Sector | null = null;
  let sectorListener: (sector: Sector) => void = () => {};

  const send = (message: To | PageMessage): void => worker.postMessage(message);

  let watchdog: ReturnType<typeof setTimeout> | undefined;
  /** Whether the next image is to be expected. Its first may take long, and is waited for. */
  let isRunning = false;
  const watch = (): void => {
    clearTimeout(watchdog);
    const isAwaited = (isRunning || tickets.size > 0) && hasAnswered && !document.hidden && ended === null;
    if (isAwaited) watchdog = setTimeout(() => crash('no answer'), options.silenceMs ?? SILENCE_MS);
  };
  let hasAnswered = false;

  const visibilityTell = (): void => {
    send({ type: document.hidden ? 'pause' : 'resume' });
    watch();
  };

  function end(error: PhantomSourceError): void {
    if (ended !== null) return;
    ended = error;
    clearTimeout(watchdog);
    document.removeEventListener('visibilitychange', visibilityTell);
    worker.terminate();
    for (const { reject } of tickets.values()) reject(error);
    tickets.clear();
    if (error.code !== 'phantom-closed') onError?.(error);
  }

  function receive(message: From): void {
    if (message.type === 'failed') {
      console.error(message.cause);
      end(new PhantomSourceError('phantom-failed', { code: 'phantomFailed' }, { cause: message.cause }));
    } else if (message.type === 'sector') {
      sector = message.sector;
      sectorListener(sector);
    } else if (message.type === 'frozen') {
      hasAnswered = true;
      onFrozen?.(message as Extract<From, { type: 'frozen' }>);
      tickets.get(message.ticket)?.resolve(message.frozen);
      tickets.delete(message.ticket);
      watch();
    } else {
      hasAnswered = true;
      isRunning = tickets.size === 0;
      watch();
      try {
        onFrame(message as Extract<From, { type: 'frame' }>);
      } finally {
        if (ended === null) send({ type: 'taken' });
      }
    }
  }

  const crash = (cause: string): void => {
    end(new PhantomSourceError('phantom-crashed', { code: 'phantomCrashed' }, { cause }));
  };
  worker.addEventListener('message', (event: MessageEvent<From>) => receive(event.data));
  const failed = (event: Event): void => {
    event.preventDefault();
    crash(event instanceof ErrorEvent ? event.message : event.type);
  };
  worker.addEventListener('error', failed);
  worker.addEventListener('messageerror', failed);
  document.addEventListener('visibilitychange', visibilityTell);
  if (document.hidden) visibilityTell();

  return {
    send,
    ask(message) {
      if (ended !== null) return Promise.reject(ended);
      return new Promise((resolve, reject) => {
        const ticket = nextTicket++;
        tickets.set(ticket, { resolve, reject });
        isRunning = false;
        send(message(ticket));
        watch();
      });
    },
    sectorAhead(listener) {
      if (sector !== null) listener(sector);
      else sectorListener = listener;
    },
    ended: () => ended,
    close() {
      end(new PhantomSourceError('phantom-closed', { code: 'phantomClosed' }));
    },
  };
}

/** @throws PhantomSourceError `phantom-index` unless it is a whole number from 0. */
export function indexCheck(index: number): void {
  if (Number.isSafeInteger(index) && index >= 0) return;
  throw new PhantomSourceError('phantom-index', { code: 'phantomIndex', index });
}
