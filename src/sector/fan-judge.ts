import type { ConvexFan, Fan, LinearFan } from '../domain/geometry/fan.ts';
import { arcInner, arcOuter, fanRays } from './fan-arcs.ts';
import { CUT_SUPPORT, ON_EDGE_PX, type Outline, sideSupport } from './fan-edges.ts';
import type { LitMask } from './lit-mask.ts';
import type { StreakVote } from './streak-vote.ts';

/** Evidence for and against a fan. */
export interface Evidence {
  readonly mask: LitMask;
  readonly sample: LitSample;
  readonly outline: Outline;
  readonly streaks: StreakVote;
}

/** So much of a fan's outline fixes it. */
const SEEN_ENOUGH = 0.25;

export interface Judged {
  readonly fan: Fan;
  /** Lower is better; fans of one image can be compared. */
  readonly cost: number;
  /** 0-1: how well the fan fits what is lit, whatever else might fit. */
  readonly fit: number;
  /** 0.5 where only streaks say where the apex is, 1 where enough of the outline is seen. */
  readonly sureness: number;
  /** Whether the border of the picture cuts the scan lines off before they end. */
  readonly isEndCut: boolean;
}

/** Half of 38 degrees: convex probes open wider, and the lit strip between two shadows looks like a narrower fan. */
const USUAL_HALF_LEAST = 0.33;
/** Cost of streaks that lie athwart the scan lines, against a share of echoes outside or of edges unseen. */
const STREAK_COST = 2;
/** Share of a fan's disagreement, against the apex that agrees best, that counts. */
const APEX_SHARE = 0.25;
/** Cost of a fan none of whose edges is seen: its free apex fits the streaks of any image a little. */
const UNSEEN_COST = 0.12;

/**
 * Echoes outside count most, then streaks along the scan lines, then edges that nothing shows, then darkness inside
 * (shadows are common).
 */
export function fanJudge(fan: Fan, { mask, sample, outline, streaks }: Evidence): Judged {
  const { support, seen, isEndCut } =
    fan.kind === 'convex'
      ? convexSupport(fan, mask, outline)
      : {
          support: linearSupport(fan, mask, outline),
          seen: 1,
          isEndCut: Math.abs(fan.bottom - mask.height) < ON_EDGE_PX,
        };
  // Corners of a cropped image lie beyond the arc that just fits in it: no sign of a wrong fan.
  const whole = isEndCut && fan.kind === 'convex' ? { ...fan, outer: 2 * fan.outer } : fan;
  const { outside, dark } = sharesMeasure(whole, sample);
  const agreement = fan.kind === 'convex' ? convexAgreement(fan, streaks) : streaks.linear;
  const common = 2 * outside + 0.5 * (1 - support) + STREAK_COST * streaks.strength * (1 - agreement);
  return {
    fan,
    cost: common + (fan.kind === 'convex' ? convexCost(fan, mask, dark, seen) : linearCost(fan, mask, dark)),
    sureness: 0.5 + 0.5 * Math.min(1, seen / SEEN_ENOUGH),
    isEndCut,
    fit: Math.max(0, Math.min(1, (1 - 3 * outside) * (1 - 0.5 * dark) * (0.3 + 0.75 * support))),
  };
}

/** Streaks tell a fan from parallel scan lines better than one apex from another, which edges do better. */
function convexAgreement(fan: ConvexFan, { convex, apex }: StreakVote): number {
  const most = convex(apex.x, apex.y);
  return most - APEX_SHARE * (most - convex(fan.apexX, fan.apexY));
}

/** A fan may lie off the middle of a cropped image, and far off if none of its sides is seen. */
function convexCost(fan: ConvexFan, mask: LitMask, dark: number, seen: number): number {
  return (
    0.8 * dark +
    0.8 * seen * Math.abs(fan.apexX / mask.width - 0.5) +
    0.8 * Math.max(0, USUAL_HALF_LEAST - fan.half) +
    UNSEEN_COST * (1 - seen)
  );
}

function linearCost(fan: LinearFan, mask: LitMask, dark: number): number {
  return 1.2 * dark + 0.8 * Math.abs((fan.left + fan.right) / 2 / mask.width - 0.5) + 0.05;
}

/** Every second pixel of every second row: plenty for shares. */
export interface LitSample {
  readonly width: number;
  readonly height: number;
  readonly lit: Uint8Array;
  readonly litCount: number;
}

const SAMPLED_PX = 2;

export function litSample(mask: LitMask): LitSample {
  const width = Math.ceil(mask.width / SAMPLED_PX);
  const height = Math.ceil(mask.height / SAMPLED_PX);
  const lit = new Uint8Array(width * height);
  let litCount = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const isLit = mask.lit[SAMPLED_PX * (row * mask.width + column)]!;
      lit[row * width + column] = isLit;
      litCount += isLit;
    }
  }
  return { width, height, lit, litCount };
}

/** Shares: of what is lit, outside the fan; of the fan, dark. */
function sharesMeasure(fan: Fan, sample: LitSample): { readonly outside: number; readonly dark: number } {
  const { all, lit } = fan.kind === 'convex' ? convexCount(fan, sample) : linearCount(fan, sample);
  const { litCount } = sample;
  return {
    outside: (litCount - lit) / Math.max(1, litCount),
    dark: all === 0 ? 1 : (all - lit) / all,
  };
}

/** Sampled pixels within a fan, and how many of them are lit. */
interface Counted {
  readonly all: number;
  readonly lit: number;
}

function convexCount(fan: ConvexFan, { width, height, lit }: LitSample): Counted {
  const tan = Math.tan(fan.half);
  const nearest = fan.inner * fan.inner;
  const farthest = fan.outer * fan.outer;
  let all = 0;
  let litInside = 0;
  for (let row = 0; row < height; row++) {
    const dy = SAMPLED_PX * row + 0.5 - fan.apexY;
    if (dy <= 0) continue;
    const reach = dy * tan;
    const below = dy * dy;
    const last = Math.min(width - 1, Math.ceil((fan.apexX + reach) / SAMPLED_PX));
    for (
      let column = Math.max(0, Math.floor((fan.apexX - reach) / SAMPLED_PX) - 1);
      column <= last;
      column++
    ) {
      const dx = SAMPLED_PX * column + 0.5 - fan.apexX;
      const squared = dx * dx + below;
      if (squared < nearest || squared > farthest || Math.abs(dx) > reach) continue;
      all += 1;
      litInside += lit[row * width + column]!;
    }
  }
  return { all, lit: litInside };
}

function linearCount(fan: LinearFan, { width, height, lit }: LitSample): Counted {
  let all = 0;
  let litInside = 0;
  for (let row = 0; row < height; row++) {
    const y = SAMPLED_PX * row + 0.5;
    if (y < fan.top || y > fan.bottom) continue;
    for (let column = 0; column < width; column++) {
      const x = SAMPLED_PX * column + 0.5;
      if (x < fan.left || x > fan.right) continue;
      all += 1;
      litInside += lit[row * width + column]!;
    }
  }
  return { all, lit: litInside };
}

interface ConvexSupport {
  /** Mean share of the outline that the pixels follow, 0-1. An arc that the image cuts off says nothing. */
  readonly support: number;
  /** 0-1: how much of the outline lies in the image and is followed, two of its four parts being enough. */
  readonly seen: number;
  readonly isEndCut: boolean;
}

function convexSupport(fan: ConvexFan, mask: LitMask, outline: Outline): ConvexSupport {
  const rays = fanRays(mask, fan.apexX, fan.apexY, fan.half);
  const inner = arcInner(rays, fan.apexY);
  const outer = arcOuter(rays, fan.apexY, mask.height);
  const left = sideSupport(fan, outline.left, mask.width, -1);
  const right = sideSupport(fan, outline.right, mask.width, 1);
  const parts: readonly [share: number, weight: number][] = [
    [left.share, 1],
    [right.share, 1],
    [outer.fate === 'cut' ? CUT_SUPPORT : outer.support, outer.fate === 'cut' ? 0.5 : 1],
    [inner.fate === 'cut' ? CUT_SUPPORT : inner.support, inner.fate === 'cut' ? 0.25 : 0.5],
  ];
  const weights = parts.reduce((sum, [, weight]) => sum + weight, 0);
  const seen = left.seen + right.seen + (outer.fate === 'seen' ? outer.support : 0);
  return {
    support: parts.reduce((sum, [share, weight]) => sum + share * weight, 0) / weights,
    seen: Math.min(1, seen / 2),
    isEndCut: outer.fate === 'cut',
  };
}

function linearSupport(fan: LinearFan, mask: LitMask, outline: Outline): number {
  const share = (side: Float64Array, at: number, from: number, to: number, border: number): number => {
    let on = 0;
    const first = Math.max(0, Math.floor(from));
    const last = Math.min(side.length, Math.ceil(to));
    for (let i = first; i < last; i++) if (Math.abs(side[i]! - at) < ON_EDGE_PX) on += 1;
    return ((Math.abs(at - border) < ON_EDGE_PX ? CUT_SUPPORT : 1) * on) / Math.max(1, last - first);
  };
  return (
    (share(outline.left, fan.left, fan.top, fan.bottom, 0) +
      share(outline.right, fan.right, fan.top, fan.bottom, mask.width) +
      share(outline.top, fan.top, fan.left, fan.right, 0) +
      share(outline.bottom, fan.bottom, fan.left, fan.right, mask.height)) /
    4
  );
}
