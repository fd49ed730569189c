import type { Instance } from '../instances.ts';

/** The space between two neighbouring ribs, or between a rib and the side of the image: the lung is seen there. */
export interface IntercostalWindow {
  /** First and last scan line, -1 to +1. */
  readonly from: number;
  readonly to: number;
  /** The ribs that bound it; null where the image's side does. */
  readonly left: Instance | null;
  readonly right: Instance | null;
}

/** Narrower than this, in lateral units, nothing can be told in a window: 1 % of the image's scan lines. */
const NARROWEST = 0.02;

/** The windows of an image by its ribs, from left to right; the whole image where no rib is seen. */
export function windowsOf(ribs: readonly Instance[]): readonly IntercostalWindow[] {
  const ordered = [...ribs].sort((a, b) => a.lateralFrom - b.lateralFrom);
  const windows: IntercostalWindow[] = [];
  let left: Instance | null = null;
  let from = -1;
  const add = (to: number, right: Instance | null): void => {
    if (to - from >= NARROWEST) windows.push({ from, to, left, right });
  };
  for (const rib of ordered) {
    add(Math.min(1, rib.lateralFrom), rib);
    if (rib.lateralTo < from) continue;
    left = rib;
    from = Math.max(from, rib.lateralTo);
  }
  add(1, null);
  return windows.length > 0 ? windows : [{ from: -1, to: 1, left: null, right: null }];
}

/**
 * The window that a lesson speaks of (its place in the list): between the two ribs nearest to the middle of the image;
 * the widest one where fewer than two ribs are seen.
 */
export function windowMain(windows: readonly IntercostalWindow[]): number {
  const middleOf = ({ lateralFrom, lateralTo }: Instance): number => Math.abs(lateralFrom + lateralTo) / 2;
  // Of windows between ribs that are as near, the one whose own middle is nearer to that of the image.
  const rank = ({ from, to, left, right }: IntercostalWindow): number =>
    left !== null && right !== null
      ? Math.max(middleOf(left), middleOf(right)) + Math.abs(from + to) / 1000
      : 10 - (to - from);
  return windows.reduce((best, window, place) => (rank(window) < rank(windows[best]!) ? place : best), 0);
}

/** The window that a scan line lies in, or the one nearest to it. */
export function windowAt(windows: readonly IntercostalWindow[], lateral: number): number {
  const away = ({ from, to }: IntercostalWindow): number => Math.max(from - lateral, lateral - to, 0);
  return windows.reduce((best, window, place) => (away(window) < away(windows[best]!) ? place : best), 0);
}
