import type { Fan } from '../domain/geometry/fan.ts';
import type { LitMask } from './lit-mask.ts';

/** Stretches of the scan lines just before the end of a fan and just behind it, as shares of their length. */
const BEFORE = { from: 0.94, to: 0.985 } as const;
const BEHIND = { from: 1.015, to: 1.06 } as const;
/** Grey levels above the background: an image that fades is lost where it is hardly brighter than this. */
const FAINT = 8;
/** Share of its level before an end that an image keeps behind it where it fades: at a true end nothing is left. */
const KEPT = 0.35;
/** Share of the picture that is darker than the background is taken to be. */
const BACKGROUND_SHARE = 0.02;

/** Whether a fan ends where its echoes do, or where they become too faint to be told from the dark. */
export function fanEndIsSeen(fan: Fan, { width, height, levels }: LitMask): boolean {
  const sums = { before: 0, behind: 0 };
  const counts = { before: 0, behind: 0 };
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at++) {
      const share = depthShare(fan, column + 0.5, row + 0.5);
      const band =
        share >= BEFORE.from && share <= BEFORE.to
          ? 'before'
          : share >= BEHIND.from && share <= BEHIND.to
            ? 'behind'
            : null;
      if (band === null) continue;
      sums[band] += levels[at]!;
      counts[band] += 1;
    }
  }
  // An end that the border of the picture cuts off cannot be seen.
  if (counts.before === 0 || counts.behind === 0) return true;
  const background = levels.toSorted()[Math.floor(BACKGROUND_SHARE * levels.length)]!;
  const before = sums.before / counts.before - background;
  const behind = sums.behind / counts.behind - background;
  return before >= FAINT || behind <= KEPT * before;
}

/** How far down its scan line a point lies, 1 at the end; NaN beside the fan. */
function depthShare(fan: Fan, x: number, y: number): number {
  if (fan.kind === 'linear') {
    const isWithin = x >= fan.left && x <= fan.right;
    return isWithin ? (y - fan.top) / (fan.bottom - fan.top) : Number.NaN;
  }
  const dx = x - fan.apexX;
  const dy = y - fan.apexY;
  const isWithin = dy > 0 && Math.abs(dx) <= dy * Math.tan(fan.half);
  return isWithin ? (Math.hypot(dx, dy) - fan.inner) / (fan.outer - fan.inner) : Number.NaN;
}
