import { type GreyFrames, levelsShrink } from './grey-levels.ts';
import type { LitMask } from './lit-mask.ts';

/** Which way the streaks of one square of the image face. */
export interface StreakDirection {
  /** Middle of the square, in mask pixels. */
  readonly x: number;
  readonly y: number;
  /** Sine and cosine of the angle from straight down to the direction across the streaks; right is positive. */
  readonly sin: number;
  readonly cos: number;
  /** Its weight, 0-1: one clear direction, and well above what compression leaves. */
  readonly weight: number;
}

/** Speckle and reflectors are drawn out across the scan lines: across the streaks lies the scan line. */
export interface StreakField {
  readonly streaks: readonly StreakDirection[];
  /** Sum of the weights. */
  readonly weight: number;
}

const CELL_PX = 16;
/** More frames add little: what they show is the same geometry. */
const FRAMES = 6;
/**
 * Grey levels per pixel of a gradient that counts half. Weaker ones are mostly the blocks of a lossy codec, which
 * lie level whatever the scan lines do: on recorded clips a floor of 5 to 25 brings the directions, which come out
 * at 0.6 of the true angle without, to 0.8 of it.
 */
const GRADIENT_FLOOR = 10;
/** Distance from the unlit in pixels: the outline's own edges say nothing about scan lines. */
const MARGIN_PX = 4;
/** Steeper streaks than any scan line of a fan are not across it: the walls of shadows. */
const TILT_MOST = 1;

/**
 * The direction across the streaks in each square of the image: the main axis of the structure tensor (Bigün and
 * Granlund 1987, with Scharr's derivatives), summed over up to six frames.
 */
export function streakField(frames: GreyFrames, width: number, height: number, mask: LitMask): StreakField {
  const count = Math.min(FRAMES, frames.length);
  const images = Array.from(
    { length: count },
    (_, i) => levelsShrink(frames[Math.floor((i * frames.length) / count)]!, width, height).levels,
  );
  const streaks: StreakDirection[] = [];
  for (let top = 0; top < mask.height; top += CELL_PX) {
    for (let left = 0; left < mask.width; left += CELL_PX) {
      const streak = cellStreak(images, mask, left, top);
      if (streak !== null) streaks.push(streak);
    }
  }
  return { streaks, weight: streaks.reduce((sum, { weight }) => sum + weight, 0) };
}

function cellStreak(
  images: readonly Float32Array[],
  mask: LitMask,
  left: number,
  top: number,
): StreakDirection | null {
  const { width: w, height: h } = mask;
  const floor = GRADIENT_FLOOR * GRADIENT_FLOOR;
  let level = 0;
  let slant = 0;
  let total = 0;
  let count = 0;
  for (let y = Math.max(top, MARGIN_PX); y < Math.min(top + CELL_PX, h - MARGIN_PX); y++) {
    for (let x = Math.max(left, MARGIN_PX); x < Math.min(left + CELL_PX, w - MARGIN_PX); x++) {
      const at = y * w + x;
      if (!isDeepInside(mask, at)) continue;
      count += 1;
      for (const v of images) {
        const falling = v[at + w + 1]! - v[at - w - 1]!;
        const rising = v[at - w + 1]! - v[at + w - 1]!;
        const gx = (3 * (falling + rising) + 10 * (v[at + 1]! - v[at - 1]!)) / 32;
        const gy = (3 * (falling - rising) + 10 * (v[at + w]! - v[at - w]!)) / 32;
        const squared = gx * gx + gy * gy;
        const share = squared / (squared + floor);
        level += (gy * gy - gx * gx) * share;
        slant += 2 * gx * gy * share;
        total += squared * share;
      }
    }
  }
  if (count < 0.4 * CELL_PX * CELL_PX || total === 0) return null;
  const tilt = Math.atan2(slant, level) / 2;
  if (Math.abs(tilt) > TILT_MOST) return null;
  const coherence = Math.hypot(level, slant) / total;
  const energy = total / (count * images.length);
  return {
    x: left + CELL_PX / 2,
    y: top + CELL_PX / 2,
    sin: Math.sin(tilt),
    cos: Math.cos(tilt),
    weight: coherence * coherence * (energy / (energy + floor / 4)),
  };
}

function isDeepInside({ lit, width }: LitMask, at: number): boolean {
  const rows = MARGIN_PX * width;
  return (
    lit[at] === 1 &&
    lit[at - MARGIN_PX] === 1 &&
    lit[at + MARGIN_PX] === 1 &&
    lit[at - rows] === 1 &&
    lit[at + rows] === 1 &&
    lit[at - rows - MARGIN_PX] === 1 &&
    lit[at - rows + MARGIN_PX] === 1 &&
    lit[at + rows - MARGIN_PX] === 1 &&
    lit[at + rows + MARGIN_PX] === 1
  );
}
