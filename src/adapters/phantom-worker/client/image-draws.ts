import { CodedError } from '../../../domain/errors/coded-error.ts';
import type { DrawAnswer, DrawnOf, DrawWanted } from '../shared/draw-messages.ts';
import { PhantomSourceError } from '../shared/phantom-source-error.ts';

/** Looks for exams and patients that are as wanted, one after another in a worker of its own. */
export interface ImageDraws {
  /**
   * The exam or patient that is as wanted: asked for again, the same one without looking again. What is asked for `now`
   * goes before what is only looked for ahead. Rejects with CodedError where none fits, and with PhantomSourceError where
   * the worker broke down; then the next call looks again.
   */
  draw<Kind extends DrawWanted['kind']>(
    asked: Extract<DrawWanted, { kind: Kind }>,
    when: 'now' | 'ahead',
  ): Promise<DrawnOf[Kind]>;
}

type Drawn = DrawnOf[DrawWanted['kind']];

interface Wanted {
  readonly asked: DrawWanted;
  readonly key: string;
  readonly drawn: Promise<Drawn>;
  readonly resolve: (drawn: Drawn) => void;
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
    worker.postMessage(current.asked);
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
    draw<Kind extends DrawWanted['kind']>(asked: Extract<DrawWanted, { kind: Kind }>, when: 'now' | 'ahead') {
      const key = JSON.stringify(asked);
      const wanted = known.get(key) ?? wantedCreate(key, asked);
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
      // What is drawn is of the kind that was asked for.
      return wanted.drawn as Promise<DrawnOf[Kind]>;
    },
  };
}

function wantedCreate(key: string, asked: DrawWanted): Wanted {
  let settled: Pick<Wanted, 'resolve' | 'reject'> | null = null;
  const drawn = new Promise<Drawn>((resolve, reject) => {
    settled = { resolve, reject };
  });
  // Who looks ahead waits for nothing.
  drawn.catch(() => {});
  return { asked, key, drawn, ...settled! };
}
