import { type Pace, paceKeep, paceStart, paceWait } from '../shared/pace.ts';

/** Images on their way to the page at once: one being looked at, one under way. */
const UNTAKEN_MAX = 2;

/** Gives images at their pace, one after the other, as long as the page takes them. */
export interface Runner {
  /** Runs from this image on. */
  play(index: number, frameRateHz: number): void;
  halt(): void;
  /** Gives nothing until `resume`; what was due meanwhile is not run after. */
  pause(): void;
  resume(): void;
  /** The page has room for another image. */
  taken(): void;
}

/** `give` makes an image and sends it; what it throws goes to `fail` and ends the run. */
export function runnerCreate(give: (index: number) => void, fail: (error: unknown) => void): Runner {
  let run: { pace: Pace; index: number; readonly frameRateHz: number } | null = null;
  let isPaused = false;
  let untaken = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function halt(): void {
    clearTimeout(timer);
    run = null;
  }

  function step(): void {
    clearTimeout(timer);
    if (run === null || isPaused || untaken >= UNTAKEN_MAX) return;
    const waitMs = paceWait(run.pace, run.index, performance.now());
    if (waitMs > 0) {
      timer = setTimeout(step, waitMs);
      return;
    }
    const { index, pace } = run;
    try {
      give(index);
    } catch (error) {
      halt();
      fail(error);
      return;
    }
    untaken++;
    run.pace = paceKeep(pace, index, performance.now());
    run.index = index + 1;
    timer = setTimeout(step, 0);
  }

  /** Begins the count of time anew. */
  function runFrom(index: number, frameRateHz: number): void {
    run = { pace: paceStart(performance.now(), index, frameRateHz), index, frameRateHz };
    step();
  }

  return {
    halt,
    play(index, frameRateHz) {
      untaken = 0;
      runFrom(index, frameRateHz);
    },
    pause() {
      isPaused = true;
    },
    resume() {
      isPaused = false;
      if (run !== null) runFrom(run.index, run.frameRateHz);
    },
    taken() {
      untaken = Math.max(0, untaken - 1);
      step();
    },
  };
}
