import type { PhantomRequest } from '../../../domain/scan/phantom-request.ts';
import type { LayeredSource, MModeColumns, SourceFrame } from '../../../ports/frame-source.ts';
import { HELD_NONE, heldAdd } from '../shared/held.ts';
import type { FromWorker, ToWorker } from '../shared/messages.ts';
import type { PhantomSourceError } from '../shared/phantom-source-error.ts';
import { examWorker, indexCheck } from './exam-worker.ts';

export interface PhantomSourceOptions {
  /** Side of the square images in pixels; 512 unless told otherwise. */
  readonly sizePx?: number;
  /** The image that `play` begins with; 0 unless told otherwise. */
  readonly startIndex?: number;
  /** Told when a running exam breaks down; a `freeze` under way rejects with the same error. */
  readonly onError?: (error: PhantomSourceError) => void;
  /** How long a simulator that ran may be silent; 15 s unless told otherwise, ms. */
  readonly silenceMs?: number;
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
export function phantomSource(request: PhantomRequest, options: PhantomSourceOptions = {}): LayeredSource {
  let listener: ((shown: SourceFrame) => void) | null = null;
  let held = HELD_NONE;
  let current = options.startIndex ?? 0;

  let columnsLast: MModeColumns | null = null;

  const exam = examWorker<ToWorker, FromWorker>({
    worker: (options.workerCreate ?? simulatorCreate)(),
    onError: options.onError,
    silenceMs: options.silenceMs,
    onFrame({ shown }) {
      if (listener === null) return;
      current = shown.index;
      held = heldAdd(held, shown.index, shown.frame.timeMs);
      listener(shown);
    },
    onFrozen({ columns }) {
      columnsLast = columns;
    },
  });
  exam.send({ type: 'open', request, sizePx: options.sizePx ?? SIZE_PX });

  const freeze = async (index: number, columns: number): Promise<SourceFrame> => {
    listener = null;
    indexCheck(index);
    const frozen = await exam.ask((ticket) => ({ type: 'freeze', index, columns, ticket }));
    current = frozen.index;
    return frozen;
  };

  return {
    kind: 'phantom',
    sectorAhead: exam.sectorAhead,
    seekable: null,
    steerable: null,
    live: null,
    play(next) {
      if (exam.ended() !== null) return;
      listener = next;
      exam.send({ type: 'play', index: current });
    },
    freeze: async (index = current) => freeze(index, 0),
    async freezeTraced(index, count) {
      const shown = await freeze(index, count);
      if (columnsLast === null) throw new Error('The simulator gave no M-mode with its image.');
      return { shown, columns: columnsLast };
    },
    held: async () => held,
    layersSet(layers) {
      if (exam.ended() === null) exam.send({ type: 'layers', layers });
    },
    close: exam.close,
  };
}
