import type { PhantomRequest } from '../../../domain/scan/phantom-request.ts';

/** Two ribs near each other, black shadows and even A-lines: a plain bat sign. */
export const BAT: PhantomRequest = {
  seed: 204,
  split: 'game',
  pattern: 'a_lines',
  probe: 'convex',
  depthMm: 140,
};

/** A broad window between two ribs, in which there is room for what is put in. */
export const BROAD: PhantomRequest = {
  seed: 341,
  split: 'game',
  pattern: 'a_lines',
  probe: 'convex',
  depthMm: 130,
};
