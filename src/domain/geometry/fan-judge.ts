import { type ConvexFan, type Fan, fanTest, type LinearFan } from './fan.ts';
import { arcInner, arcOuter, fanRays } from './fan-arcs.ts';
import { CUT_SUPPORT, ON_EDGE_PX, type Outline, sideSupport } from './fan-edges.ts';
import type { LitMask } from './lit-mask.ts';
import type { StreakVote } from './streak-vote.ts';

/** What a fan is judged by. */
export interface Evidence {
  readonly mask: LitMask;
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
}

/** Half of 38 degrees: convex probes open wider, and the lit strip between two shadows looks like a narrower fan. */
const USUAL_HALF_LEAST = 0.33;
/** What it costs that streaks lie athwart the scan lines, against a share of echoes outside or of edges unseen. */
const STREAK_COST = 2;
/** Share of a fan's disagreement, against the apex that agrees best, that counts. */
const APEX_SHARE = 0.25;
/** What it costs a fan that none of its edges is seen: its free apex fits the streaks of any image a little. */
const UNSEEN_COST = 0.12;

/**
 * Echoes outside count most, then streaks along the scan lines, then edges that nothing shows, then darkness inside
 * (shadows are common).
 */
export function fanJudge(fan: Fan, { mask, outline, streaks }: Evidence): Judged {
  const { support, seen, isEndCut } =
    fan.kind === 'convex'
      ? convexSupport(fan, mask, outline)
      : { support: linearSupport(fan, mask, outline), seen: 1, isEndCut: false };
  // Corners of a cropped image lie beyond the arc that just fits in it: no sign of a wrong fan.
  const whole = isEndCut && fan.kind === 'convex' ? { ...fan, outer: 2 * fan.outer } : fan;
  const { outside, dark } = sharesMeasure(whole, mask);
  const agreement = fan.kind === 'convex' ? convexAgreement(fan, streaks) : streaks.linear;
  const common = 2 * outside + 0.5 * (1 - support) + STREAK_COST * streaks.strength * (1 - agreement);
  return {
    fan,
    cost: common + (fan.kind === 'convex' ? convexCost(fan, mask, dark, seen) : linearCost(fan, mask, dark)),
    sureness: 0.5 + 0.5 * Math.min(1, seen / SEEN_ENOUGH),
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

/** Shares: of what is lit, outside the fan; of the fan, dark. */
function sharesMeasure(fan: Fan, mask: LitMask): { readonly outside: number; readonly dark: number } {
  const isInside = fanTest(fan);
  let outside = 0;
  let inside = 0;
  let dark = 0;
  let lit = 0;
  // Every second pixel of every second row is plenty for shares.
  for (let y = 0; y < mask.height; y += 2) {
    for (let x = 0; x < mask.width; x += 2) {
      const isLit = mask.lit[y * mask.width + x] === 1;
      if (isLit) lit += 1;
      if (isInside(x + 0.5, y + 0.5)) {
        inside += 1;
        if (!isLit) dark += 1;
      } else if (isLit) outside += 1;
    }
  }
  return { outside: outside / Math.max(1, lit), dark: inside === 0 ? 1 : dark / inside };
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
