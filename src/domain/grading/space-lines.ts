import type { Mask } from '../frame/frame.ts';
import { countedFind, type Instance, instancesFind } from './instances.ts';
import { windowAt, windowsOf } from './key/window.ts';

/** A separate B-line, and the intercostal space that it begins in: its place from the left. */
export interface SpaceLine {
  readonly line: Instance;
  readonly space: number;
}

/** The separate B-lines of a mask, from left to right, without scraps; merged ones, a confluence, are none. */
export function spaceLinesFind(mask: Mask): readonly SpaceLine[] {
  const windows = windowsOf(instancesFind(mask, 'rib'));
  return countedFind(mask, 'b_line').map((line) => ({ line, space: windowAt(windows, line.origin.lateral) }));
}

/** The most of them that lie in one intercostal space: how B-lines are counted in an image. */
export function spaceLinesMost(spaces: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const space of spaces) counts.set(space, (counts.get(space) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/** The most separate B-lines in one intercostal space of a mask. */
export function spaceLinesCount(mask: Mask): number {
  return spaceLinesMost(spaceLinesFind(mask).map(({ space }) => space));
}
