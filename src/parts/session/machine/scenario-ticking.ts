import type { ScenarioContext } from './scenario-context.ts';

/** Seconds in a step are counted one by one, so that a limit is kept over a reload and stops with the page. */
export const SECOND_MS = 1000;

/** Of each second, and of what is left of it when the step is left, so much was seen as a clock says. */
export const SECOND_SEEN = { entry: 'secondBegin', exit: 'secondEnd' } as const;

/** How much of the second that is being counted is over, 0 to 1: a page that slept went on with a late one. */
export function secondShare({ secondMs }: Pick<ScenarioContext, 'secondMs'>, nowMs: number): number {
  return Math.min(1, Math.max(0, nowMs - secondMs) / SECOND_MS);
}

/** Seconds to a tenth, as they are kept. */
export function tenthsRound(seconds: number): number {
  return Math.round(10 * seconds) / 10;
}

/** A step whose time is up goes on without an answer. */
export const TICKING = {
  initial: 'running',
  states: {
    running: {
      ...SECOND_SEEN,
      after: {
        [SECOND_MS]: [
          { guard: 'isTimeUp', actions: ['tick', 'stepLeave'] },
          { target: 'running', reenter: true, actions: 'tick' },
        ],
      },
    },
  },
} as const;

/** So it is where a patient is scanned, but while nothing is to be seen yet. */
export const TICKING_SCANNED = {
  initial: 'running',
  states: {
    running: {
      ...SECOND_SEEN,
      after: {
        [SECOND_MS]: [
          { guard: 'awaitsImage', target: 'running', reenter: true },
          { guard: 'isTimeUp', actions: ['tick', 'stepLeave'] },
          { target: 'running', reenter: true, actions: 'tick' },
        ],
      },
    },
  },
} as const;
