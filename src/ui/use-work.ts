import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { noticeError } from './notices.ts';

/** How a task is followed and ended. */
export interface WorkHold {
  /** Tells how much of it is done, 0-1. */
  readonly onShare: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Runs a task, and shows the sentence where that failed without one of its own; stopped, it says nothing. */
export type WorkRun = (whatFailed: string, task: (hold: WorkHold) => Promise<void>) => Promise<void>;

/** One task after the other, of which a page shows that it runs, how far it is, and a way to end it. */
export function useWork(): {
  readonly work: WorkRun;
  readonly isBusy: ReadonlySignal<boolean>;
  /** Null where the task has not said. */
  readonly share: ReadonlySignal<number | null>;
  readonly stop: () => void;
} {
  const isBusy = useSignal(false);
  const share = useSignal<number | null>(null);
  const running = useRef<AbortController | null>(null);
  return {
    isBusy,
    share,
    stop: () => running.current?.abort(),
    async work(whatFailed, task) {
      const own = new AbortController();
      running.current = own;
      isBusy.value = true;
      share.value = null;
      const onShare = (now: number): void => {
        share.value = now;
      };
      try {
        await task({ onShare, signal: own.signal });
      } catch (error) {
        if (!own.signal.aborted) noticeError(error, whatFailed);
      } finally {
        isBusy.value = false;
        share.value = null;
      }
    },
  };
}
