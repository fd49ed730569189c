/** Seconds in a step are counted one by one, so that a limit is kept over a reload and stops with the page. */
export const SECOND_MS = 1000;

/** A step whose time is up goes on without an answer. */
export const TICKING = {
  initial: 'running',
  states: {
    running: {
      after: {
        [SECOND_MS]: [
          { guard: 'isTimeUp', actions: ['tick', 'stepLeave'] },
          { target: 'running', reenter: true, actions: 'tick' },
        ],
      },
    },
  },
} as const;
