import type { Frame } from '../../domain/frame/frame.ts';
import { USUAL_GAP_MS } from '../../formats/files/image-series.ts';
import type { FrameSource, SourceFrame } from '../../ports/frame-source.ts';

export interface FramesSourceOptions {
  readonly kind: 'clip' | 'picture';
  /** Of each frame, from 0, rising. */
  readonly timesMs: readonly number[];
  /** Frame `index`; asked for one after the other, never two at once. */
  readonly frame: (index: number) => Promise<Frame>;
  /** Told when playing breaks off, e.g. on a damaged picture. */
  readonly onError: (error: unknown) => void;
  readonly close: () => void;
}

/** Range of the speed. */
const SPEED = { least: 0.1, most: 4 } as const;

/** Plays frames that all lie there from the beginning, at their own times or faster or slower, and gives each again. */
export function framesSource({ kind, timesMs, frame, onError, close }: FramesSourceOptions): FrameSource {
  const last = timesMs.length - 1;
  let pace = { speed: 1, isLooping: true };
  /** The image that is shown. */
  let current = 0;
  /** Counts starts and stops: what an earlier one began has no more say. */
  let session = 0;
  let isClosed = false;
  let queue: Promise<unknown> = Promise.resolve();

  const frameAt = (index: number): Promise<SourceFrame> => {
    const work = queue.then(async () => ({ frame: await frame(index), truth: null, index }));
    queue = work.catch(() => {});
    return work;
  };

  /** How long frame `index` is shown; the last one as long as the one before it. */
  const gapMs = (index: number): number => {
    const from = Math.min(index, last - 1);
    return (timesMs[from + 1]! - timesMs[from]! || USUAL_GAP_MS) / pace.speed;
  };

  const run = async (own: number, listener: (shown: SourceFrame) => void): Promise<void> => {
    let due = performance.now();
    let index = current === last && !pace.isLooping ? 0 : current;
    for (;;) {
      const shown = await frameAt(index);
      const early = due - performance.now();
      // A machine that is too slow shows every frame, only later.
      if (early > 0) await pause(early);
      else due -= early;
      if (session !== own) return;
      current = index;
      listener(shown);
      if (last === 0 || (index === last && !pace.isLooping)) return;
      due += gapMs(index);
      index = index === last ? 0 : index + 1;
    }
  };

  return {
    kind,
    play(listener) {
      if (isClosed) return;
      session += 1;
      const own = session;
      run(own, listener).catch((error: unknown) => {
        if (session === own) onError(error);
      });
    },
    async freeze(index) {
      session += 1;
      current = Math.max(0, Math.min(last, Math.round(index ?? current)));
      return frameAt(current);
    },
    close() {
      isClosed = true;
      session += 1;
      close();
    },
    held: async () => ({ first: 0, timesMs }),
    seekable: {
      paceSet({ speed, isLooping }) {
        pace = { speed: Math.min(SPEED.most, Math.max(SPEED.least, speed)), isLooping };
      },
    },
    sectorAhead: null,
    steerable: null,
    live: null,
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
