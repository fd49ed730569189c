import type { PhantomRequest } from '../../../domain/phantom/request.ts';
import type { FrameSource, SourceFrame } from '../../../ports/frame-source.ts';
import type { FromWorker, ToWorker } from '../shared/messages.ts';
import { PhantomSourceError } from '../shared/phantom-source-error.ts';

export interface PhantomSourceOptions {
  /** Side of the square images in pixels; 512 unless told otherwise. */
  readonly sizePx?: number;
  /** Told when a running exam breaks down; a `freeze` under way rejects with the same error. */
  readonly onError?: (error: PhantomSourceError) => void;
  /** Another worker than the simulator's own. */
  readonly workerCreate?: () => Worker;
}

const SIZE_PX = 512;

function simulatorCreate(): Worker {
  return new Worker(new URL('../worker/phantom.worker.ts', import.meta.url), {
    type: 'module',
    name: 'phantom',
  });
}

interface Ticket {
  readonly resolve: (frozen: SourceFrame) => void;
  readonly reject: (error: PhantomSourceError) => void;
}

/**
 * A virtual patient, simulated in a worker of its own at the exam's frame rate.
 *
 * While the page is hidden nothing is rendered; shown again, it goes on with the next image.
 *
 * Each image's bytes belong to whoever receives them. `play` starts at the image that `freeze` stopped on.
 * `freeze()` gives the image shown last (0 when none was); `freeze(index)` exactly that one, at any time.
 * `freeze` rejects with PhantomSourceError: `phantom-index` for an index that is no whole number >= 0,
 * `phantom-failed` when the simulator refuses the request, `phantom-crashed` when the worker broke down,
 * `phantom-closed` after `close`.
 */
export function phantomSource(request: PhantomRequest, options: PhantomSourceOptions = {}): FrameSource {
  const worker = (options.workerCreate ?? simulatorCreate)();
  const tickets = new Map<number, Ticket>();
  let listener: ((shown: SourceFrame) => void) | null = null;
  let shownIndex = 0;
  let nextTicket = 0;
  let ended: PhantomSourceError | null = null;

  const send = (message: ToWorker): void => worker.postMessage(message);

  const visibilityTell = (): void => send({ type: document.hidden ? 'pause' : 'resume' });

  function end(error: PhantomSourceError): void {
    if (ended !== null) return;
    ended = error;
    listener = null;
    document.removeEventListener('visibilitychange', visibilityTell);
    worker.terminate();
    for (const { reject } of tickets.values()) reject(error);
    tickets.clear();
    if (error.code !== 'phantom-closed') options.onError?.(error);
  }

  function receive(message: FromWorker): void {
    switch (message.type) {
      case 'frame': {
        if (listener === null) return;
        const { index, frame } = message;
        shownIndex = index;
        try {
          listener({ frame, truth: null, index });
        } finally {
          if (ended === null) send({ type: 'taken' });
        }
        return;
      }
      case 'frozen': {
        const { ticket, index, frame, truth } = message;
        shownIndex = index;
        tickets.get(ticket)?.resolve({ frame, truth, index });
        tickets.delete(ticket);
        return;
      }
      case 'failed':
        end(
          new PhantomSourceError(
            'phantom-failed',
            `This virtual patient cannot be simulated: ${message.cause}. Choose another one.`,
          ),
        );
    }
  }

  const crash = (event: Event): void => {
    event.preventDefault();
    const cause = event instanceof ErrorEvent ? event.message : event.type;
    end(
      new PhantomSourceError(
        'phantom-crashed',
        'The virtual patient stopped unexpectedly. Start the exam again.',
        cause,
      ),
    );
  };
  worker.addEventListener('message', (event: MessageEvent<FromWorker>) => receive(event.data));
  worker.addEventListener('error', crash);
  worker.addEventListener('messageerror', crash);
  send({ type: 'open', request, sizePx: options.sizePx ?? SIZE_PX });
  document.addEventListener('visibilitychange', visibilityTell);
  if (document.hidden) visibilityTell();

  return {
    kind: 'phantom',
    play(next) {
      if (ended !== null) return;
      listener = next;
      send({ type: 'play', index: shownIndex });
    },
    freeze(index = shownIndex) {
      listener = null;
      if (ended !== null) return Promise.reject(ended);
      if (!Number.isSafeInteger(index) || index < 0) {
        return Promise.reject(
          new PhantomSourceError(
            'phantom-index',
            `There is no image ${index}: ask for a whole number from 0.`,
          ),
        );
      }
      return new Promise((resolve, reject) => {
        const ticket = nextTicket++;
        tickets.set(ticket, { resolve, reject });
        send({ type: 'freeze', index, ticket });
      });
    },
    close() {
      end(new PhantomSourceError('phantom-closed', 'The exam was closed.'));
    },
  };
}
