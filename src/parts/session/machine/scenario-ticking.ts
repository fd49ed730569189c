/** Seconds in a step are counted one by one, so that a limit is kept over a reload and stops with the page. */
export const SECOND_MS = 1000;
export const TICKING = {
  initial: 'running',
  states: { running: { after: { [SECOND_MS]: { target: 'running', reenter: true, actions: 'tick' } } } },
} as const;
