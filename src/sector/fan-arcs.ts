import { ON_EDGE_PX, OUT_COST, OUT_PX } from './fan-edges.ts';
import type { LitMask } from './lit-mask.ts';

/** The lit stretch of one scan line, as radii from the apex, and where the scan line enters and leaves the image. */
export interface Ray {
  readonly angle: number;
  readonly enter: number;
  readonly leave: number;
  readonly first: number;
  readonly last: number;
}

const RAYS = 96;
/** Pixels from one point of a scan line to the next that is looked at. */
const STEP_PX = 0.5;
/** Points that the places where a scan line crosses the border may be off by, reckoned rather than walked. */
const SLACK = 3;

/** Finds the lit stretch of the scan lines of a fan; those that meet nothing lit are left out. */
export function fanRays(mask: LitMask, apexX: number, apexY: number, half: number): readonly Ray[] {
  const { width, height, lit } = mask;
  const radii = radiiOf(Math.max(0, -apexY - 1), Math.hypot(width, height) + Math.abs(apexY));
  const rays: Ray[] = [];
  for (let k = 0; k < RAYS; k++) {
    const angle = half * 0.96 * ((2 * (k + 0.5)) / RAYS - 1);
    const sin = Math.sin(angle);
    const cos = Math.cos(angle);
    // The part of a scan line that lies in the image is in one piece: only its ends have to be looked for.
    const [from, to] = crossing(apexX, apexY, sin, cos, width, height);
    let enter = Math.max(0, Math.floor((from - radii[0]!) / STEP_PX) - SLACK);
    let leave = Math.min(radii.length - 1, Math.ceil((to - radii[0]!) / STEP_PX) + SLACK);
    while (enter <= leave && pixelAt(mask, apexX + radii[enter]! * sin, apexY + radii[enter]! * cos) < 0)
      enter += 1;
    while (leave >= enter && pixelAt(mask, apexX + radii[leave]! * sin, apexY + radii[leave]! * cos) < 0)
      leave -= 1;
    let first = enter;
    while (
      first <= leave &&
      lit[pixelAt(mask, apexX + radii[first]! * sin, apexY + radii[first]! * cos)] === 0
    )
      first += 1;
    if (first > leave) continue;
    let last = leave;
    while (lit[pixelAt(mask, apexX + radii[last]! * sin, apexY + radii[last]! * cos)] === 0) last -= 1;
    rays.push({
      angle,
      enter: radii[enter]!,
      leave: radii[leave]!,
      first: radii[first]! - STEP_PX / 2,
      last: radii[last]! + STEP_PX / 2,
    });
  }
  return rays;
}

/** Index of the pixel that a point lies in; -1 outside the image. */
function pixelAt({ width, height }: LitMask, x: number, y: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  return column < 0 || row < 0 || column >= width || row >= height ? -1 : row * width + column;
}

function radiiOf(from: number, to: number): Float64Array {
  const radii = new Float64Array(Math.floor((to - from) / STEP_PX) + 1);
  for (let i = 0, at = from; i < radii.length; i++, at += STEP_PX) radii[i] = at;
  return radii;
}

/** Distances from the apex between which a scan line runs through the image; the first is greater where it never does. */
function crossing(
  apexX: number,
  apexY: number,
  sin: number,
  cos: number,
  width: number,
  height: number,
): readonly [from: number, to: number] {
  let from = -apexY / cos;
  let to = (height - apexY) / cos;
  if (sin !== 0) {
    const left = -apexX / sin;
    const right = (width - apexX) / sin;
    from = Math.max(from, Math.min(left, right));
    to = Math.min(to, Math.max(left, right));
  }
  return [from, to];
}

/** How an edge was found: seen in the pixels, cut off by the image border, or lost in the dark. */
export type EdgeFate = 'seen' | 'cut' | 'dark';

export interface Arc {
  readonly radius: number;
  readonly fate: EdgeFate;
  /** Share of the scan lines that could show the arc and do. */
  readonly support: number;
}

/** The far end of the scan lines. A cropped image that fades out downwards is taken to reach the lower border. */
export function arcOuter(rays: readonly Ray[], apexY: number, height: number): Arc {
  const ends = rays.map((ray) => ({ at: ray.last, isFree: ray.last < ray.leave - 2, limit: ray.leave }));
  const best = arcVote(ends, 1);
  if (best !== null) return best;
  if (shareOf(ends, (end) => !end.isFree) > 0.3) return { radius: height - apexY, fate: 'cut', support: 0 };
  const isTopCut = apexY < 0 && shareOf(rays, (ray) => ray.first < ray.enter + 2) > 0.5;
  if (isTopCut) return { radius: height - apexY, fate: 'dark', support: 0 };
  return {
    radius: quantile(
      ends.map((end) => end.at),
      0.97,
    ),
    fate: 'dark',
    support: 0,
  };
}

/** The probe's face. */
export function arcInner(rays: readonly Ray[], apexY: number): Arc {
  const ends = rays.map((ray) => ({ at: ray.first, isFree: ray.first > ray.enter + 2, limit: ray.enter }));
  const best = arcVote(ends, -1);
  if (best !== null) return best;
  if (apexY < 0 && shareOf(ends, (end) => !end.isFree) > 0.3)
    return { radius: -apexY, fate: 'cut', support: 0 };
  return {
    radius: Math.max(
      0,
      quantile(
        ends.map((end) => end.at),
        0.03,
      ),
    ),
    fate: 'dark',
    support: 0,
  };
}

function shareOf<T>(list: readonly T[], isCounted: (item: T) => boolean): number {
  return list.filter(isCounted).length / list.length;
}

interface RayEnd {
  readonly at: number;
  readonly isFree: boolean;
  readonly limit: number;
}

function arcVote(ends: readonly RayEnd[], sign: 1 | -1): Arc | null {
  let best: Arc | null = null;
  let bestVotes = Math.max(6, ends.length * 0.1);
  for (const candidate of ends) {
    if (!candidate.isFree) continue;
    let votes = 0;
    let on = 0;
    let visible = 0;
    for (const end of ends) {
      const out = (end.at - candidate.at) * sign;
      if ((end.limit - candidate.at) * sign > 2) visible += 1;
      if (out > OUT_PX) votes -= OUT_COST;
      else if (end.isFree && Math.abs(out) < ON_EDGE_PX) {
        votes += 1;
        on += 1;
      }
    }
    if (votes > bestVotes) {
      bestVotes = votes;
      best = { radius: candidate.at, fate: 'seen', support: on / Math.max(1, visible) };
    }
  }
  return best;
}

/** The value below which a share of the list lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
