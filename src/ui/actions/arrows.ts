import type { ActionPress, KeyCombination } from './action.ts';

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

/** Of an action with two keys: the first goes one way (-1), the second the other (1). */
export const pairWay = ({ index }: ActionPress): number => (index === 0 ? -1 : 1);
