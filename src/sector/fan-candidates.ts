import type { ConvexFan, LinearFan } from '../domain/geometry/fan.ts';
import { arcInner, arcOuter, fanRays } from './fan-arcs.ts';
import { apexesOnEdge, edgeLines, ON_EDGE_PX, OUT_COST, OUT_PX, type Outline } from './fan-edges.ts';
import type { LitMask } from './lit-mask.ts';
import { type StreakVote, streakApexOn } from './streak-vote.ts';

/** Angles from the apex are counted in this many steps of a right angle. */
const BINS = 180;
/** Share of the lit pixels that a fan without edges takes in. */
const COVERED = 0.995;
const HALF_LEAST = 0.2;

/**
 * Fans worth judging: of two straight edges, of one edge with the bottom arc, the middle of the image or the streaks,
 * and of the streaks alone, which show the apex of an image that is cropped on all sides.
 */
export function convexCandidates(mask: LitMask, outline: Outline, streaks: StreakVote): readonly ConvexFan[] {
  const lefts = edgeLines(outline.left, mask.width, -1, 4);
  const rights = edgeLines(outline.right, mask.width, 1, 4);
  const apexes: { readonly x: number; readonly y: number; readonly half: number }[] = [];
  for (const left of lefts) {
    for (const right of rights) {
      const gap = right.slope - left.slope;
      const half = (Math.atan(right.slope) - Math.atan(left.slope)) / 2;
      if (gap < 0.1 || Math.abs(Math.atan(right.slope) + Math.atan(left.slope)) > 0.16) continue;
      const y = (left.at - right.at) / gap;
      apexes.push({ x: left.at + left.slope * y, y, half });
    }
  }
  for (const edge of [...lefts, ...rights]) {
    const half = Math.abs(Math.atan(edge.slope));
    for (const apex of apexesOnEdge(edge, outline, mask.height, 3)) apexes.push({ ...apex, half });
    if (half > 0.1) apexes.push({ ...streakApexOn(streaks, edge, mask.height), half });
    if (half > 0.1) apexes.push({ x: mask.width / 2, y: (mask.width / 2 - edge.at) / edge.slope, half });
  }
  apexes.push({ ...streaks.apex, half: halfCovering(mask, streaks.apex) });
  return apexes.flatMap(({ x, y, half }) => {
    const rays = fanRays(mask, x, y, half);
    if (rays.length < 12) return [];
    return [
      {
        kind: 'convex' as const,
        apexX: x,
        apexY: y,
        half,
        inner: arcInner(rays, y).radius,
        outer: arcOuter(rays, y, mask.height).radius,
      },
    ];
  });
}

/** Half the angle within which, seen from an apex, all but stray pixels are lit. */
function halfCovering(
  { width, height, lit }: LitMask,
  apex: { readonly x: number; readonly y: number },
): number {
  const counts = new Uint32Array(BINS);
  let total = 0;
  for (let y = Math.max(0, Math.ceil(apex.y)); y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      if (lit[y * width + x] === 0) continue;
      const angle = Math.atan2(Math.abs(x + 0.5 - apex.x), y + 0.5 - apex.y);
      counts[Math.min(BINS - 1, Math.floor((angle / (Math.PI / 2)) * BINS))]! += 1;
      total += 1;
    }
  }
  let within = 0;
  for (let bin = 0; bin < BINS; bin++) {
    within += counts[bin]!;
    if (within > COVERED * total) return Math.max(HALF_LEAST, ((bin + 1) / BINS) * (Math.PI / 2));
  }
  return HALF_LEAST;
}

/** The rectangle whose sides most of the outline lies on; a side at the image border is the border. */
export function linearCandidate(outline: Outline): LinearFan {
  return {
    kind: 'linear',
    left: sideVote(outline.left, -1),
    right: sideVote(outline.right, 1),
    top: sideVote(outline.top, -1),
    bottom: sideVote(outline.bottom, 1),
  };
}

function sideVote(outline: Float64Array, sign: 1 | -1): number {
  const points = outline.filter((at) => !Number.isNaN(at));
  let best = points[0] ?? 0;
  let bestVotes = Number.NEGATIVE_INFINITY;
  for (const candidate of new Set(points)) {
    let votes = 0;
    for (const point of points) {
      const out = (point - candidate) * sign;
      if (out > OUT_PX) votes -= OUT_COST;
      else if (Math.abs(out) < ON_EDGE_PX) votes += 1;
    }
    if (votes > bestVotes) {
      bestVotes = votes;
      best = candidate;
    }
  }
  return best;
}
