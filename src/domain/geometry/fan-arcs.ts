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

/** Walks the scan lines of a fan through the mask; those that meet nothing lit are left out. */
export function fanRays(mask: LitMask, apexX: number, apexY: number, half: number): readonly Ray[] {
  const reach = Math.hypot(mask.width, mask.height) + Math.abs(apexY);
  const rays: Ray[] = [];
  for (let k = 0; k < RAYS; k++) {
    const angle = half * 0.96 * ((2 * (k + 0.5)) / RAYS - 1);
    const sin = Math.sin(angle);
    const cos = Math.cos(angle);
    let enter = Number.NaN;
    let leave = Number.NaN;
    let first = Number.NaN;
    let last = Number.NaN;
    for (let r = Math.max(0, -apexY - 1); r <= reach; r += 0.5) {
      const x = Math.floor(apexX + r * sin);
      const y = Math.floor(apexY + r * cos);
      if (x < 0 || y < 0 || x >= mask.width || y >= mask.height) {
        if (Number.isNaN(enter)) continue;
        break;
      }
      if (Number.isNaN(enter)) enter = r;
      leave = r;
      if (mask.lit[y * mask.width + x] === 0) continue;
      if (Number.isNaN(first)) first = r;
      last = r;
    }
    if (!Number.isNaN(first)) rays.push({ angle, enter, leave, first: first - 0.25, last: last + 0.25 });
  }
  return rays;
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
