import type { KeyCombination } from './action.ts';

export const ARROW_KEYS: readonly KeyCombination[] = [
  { key: 'ArrowLeft' },
  { key: 'ArrowUp' },
  { key: 'ArrowDown' },
  { key: 'ArrowRight' },
];

/** The way of each of them on the image: x to the right, y down. */
export const ARROW_WAYS: readonly (readonly [x: number, y: number])[] = [
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, 0],
];
