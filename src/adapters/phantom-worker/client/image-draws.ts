import { CodedError } from '../../../domain/errors/coded-error.ts';
import type { PhantomRequest } from '../../../domain/scan/phantom-request.ts';
import type { ImageDraw } from '../../../domain/scenario/image-draw.ts';
import type { DrawnItem } from '../../../simulator/exam/item/item-draw.ts';
import type { DrawAnswer, DrawWanted } from '../shared/draw-messages.ts';
import { PhantomSourceError } from '../shared/phantom-source-error.ts';

/** Looks for exams that are as wanted, one after another in a worker of its own. */
export interface ImageDraws {
  /**
   * The exam of a request and what is wanted of it: asked for again, the same one without looking again. What is asked for
   * `now` goes before what is only looked for ahead. Rejects with CodedError where none fits, and with PhantomSourceError
   * where the worker broke down; then the next call looks again.
   */
  draw(request: PhantomRequest, draw: ImageDraw, when: 'now' | 'ahead'): Promise<DrawnItem>;
}

interface Wanted extends DrawWanted {
  readonly key: string;
  readonly drawn: Promise<DrawnItem>;
  readonly resolve: (drawn: DrawnItem) => void;
  readonly reject: (error: Error) => void;
}

/** So many are remembered: more than a round with its next one. */
const KEPT = 64;

function drawWorker(): Worker {
  return new Worker(new URL('../worker/draw.worker.ts', import.meta.url), { type: 'module', name: 'draw' });
}

/** @param workerCreate another worker than the simulator's own */
export function imageDrawsCreate(workerCreate: () => Worker = drawWorker): ImageDraws {
  const known = new Map<string, Wanted>();
  let queue: readonly Wanted[] = [];
  let current: Wanted | null = null;
  let worker: Worker | null = null;

  const next = (): void => {
    current = queue[0] ?? null;
    queue = queue.slice(1);
    if (current === null) return;
    worker ??= begin();
    worker.postMessage({ request: current.request, draw: current.draw } satisfies DrawWanted);
  };

  const settle = (act: (wanted: Wanted) => void): void => {
    const wanted = current;
    current = null;
    if (wanted !== null) act(wanted);
    next();
  };

  const refuse = (error: Error): void =>
    settle((wanted) => {
      known.delete(wanted.key);
      wanted.reject(error);
    });

  function begin(): Worker {
    const begun = workerCreate();
    begun.addEventListener('message', ({ data }: MessageEvent<DrawAnswer>) => {
      if ('drawn' in data) settle((wanted) => wanted.resolve(data.drawn));
      else refuse(new CodedError('no_item', data.fact));
    });
    const crash = (event: Event): void => {
      event.preventDefault();
      worker = null;
      begun.terminate();
      const cause = (event as Partial<ErrorEvent>).message ?? event.type;
      refuse(new PhantomSourceError('phantom-crashed', { code: 'phantomCrashed' }, { cause }));
    };
    begun.addEventListener('error', crash);
    begun.addEventListener('messageerror', crash);
    return begun;
  }

  return {
    draw(request, draw, when) {
      const key = JSON.stringify([request, draw]);
      const wanted = known.get(key) ?? wantedCreate(key, request, draw);
      if (!known.has(key)) {
        known.set(key, wanted);
        const oldest = known.keys().next().value;
        if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
        queue = [...queue, wanted];
      }
      if (when === 'now' && queue.includes(wanted)) {
        queue = [wanted, ...queue.filter((other) => other !== wanted)];
      }
      if (current === null) next();
      return wanted.drawn;
    },
  };
}

function wantedCreate(key: string, request: PhantomRequest, draw: ImageDraw): Wanted {
  let settled: Pick<Wanted, 'resolve' | 'reject'> | null = null;
  const drawn = new Promise<DrawnItem>((resolve, reject) => {
    settled = { resolve, reject };
  });
  // Who looks ahead waits for nothing.
  drawn.catch(() => {});
  return { key, request, draw, drawn, ...settled! };
}
