import type { Frame } from '../../domain/frame/frame.ts';
import type { Mark } from '../../domain/marks/mark.ts';
import { type CarryPass, carryBlend } from '../../domain/motion/carry-blend.ts';
import type { CarryStretch } from '../../domain/motion/carry-stretch.ts';
import type { Followed } from '../../domain/motion/marks-follow.ts';
import type { CarriedFrame, KeyExpert } from '../../domain/scenario/expert-key.ts';
import type { StillClip } from '../../parts/labelling/still-clip.ts';

/** An image for the worker: the drawn one with its marks, or the next one beside the last, with null. */
export interface CarryMessage {
  readonly frame: Frame;
  readonly marks: readonly Mark[] | null;
}

/** Where the marks were followed to; nothing for a drawn image. */
export type CarryAnswer = readonly Followed[];

interface CarryOptions {
  readonly clip: Pick<StillClip, 'record' | 'frame'>;
  readonly expert: KeyExpert;
  readonly stretches: readonly CarryStretch[];
  /** How much of it is done, 0-1. */
  readonly onProgress: (share: number) => void;
  readonly aborted: AbortSignal;
}

/** Carries an expert's marks through stretches of a clip, in a worker of its own. Rejects on abort, and where images cannot be read. */
export async function carryRun(options: CarryOptions): Promise<readonly CarriedFrame[]> {
  const { clip, expert, stretches, onProgress, aborted } = options;
  const worker = new Worker(new URL('./carry.worker.ts', import.meta.url), { type: 'module' });
  const sides = stretches.map(({ before, after, first, last }) => {
    const count = last - first + 1;
    return (before === null ? 0 : count) + (after === null ? 0 : count);
  });
  const all = sides.reduce((sum, count) => sum + count, 0);
  let done = 0;
  const ask = (message: CarryMessage): Promise<CarryAnswer> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<CarryAnswer>) => resolve(data);
      worker.onerror = ({ message: cause }) => reject(new Error(cause));
      worker.postMessage(message);
    });
  const pass = async (anchorIndex: number | null, indices: readonly number[]): Promise<CarryPass | null> => {
    const anchor = expert.frames.find(({ index }) => index === anchorIndex);
    if (anchor === undefined) return null;
    await ask({ frame: await clip.frame(anchor.index), marks: anchor.marks });
    const followed = new Map<number, readonly Followed[]>();
    for (const index of indices) {
      aborted.throwIfAborted();
      followed.set(index, await ask({ frame: await clip.frame(index), marks: null }));
      done++;
      onProgress(done / all);
    }
    return { anchor, followed };
  };
  try {
    const carried: CarriedFrame[] = [];
    for (const stretch of stretches) {
      const { before, after, first, last } = stretch;
      const rising = Array.from({ length: last - first + 1 }, (_, i) => first + i);
      const forward = await pass(before, rising);
      const backward = await pass(after, [...rising].reverse());
      carried.push(...carryBlend(stretch, forward, backward, clip.record.sector));
    }
    return carried;
  } finally {
    worker.terminate();
  }
}
