import { type ConvexFan, type Fan, fanDepthPx, fanScale, fanTest, type LinearFan } from './fan.ts';
import { arcInner, arcOuter, fanRays } from './fan-arcs.ts';
import {
  apexesOnEdge,
  edgeLines,
  maskOutline,
  ON_EDGE_PX,
  OUT_COST,
  OUT_PX,
  type Outline,
  sideSupport,
} from './fan-edges.ts';
import { fanRefine } from './fan-refine.ts';
import { type GreyFrames, type LitMask, litMask } from './lit-mask.ts';
import type { Sector } from './sector.ts';
import { type SectorScale, scaleIsAssumed, sectorAtScale } from './sector-scale.ts';

export interface SectorFound {
  readonly sector: Sector;
  /** 0-1: how much of the outline was seen, and how little echo lies outside of it. */
  readonly confidence: number;
  /** Whether millimetres rest on an assumed depth. */
  readonly isScaleAssumed: boolean;
}

/**
 * Finds the ultrasound image in a picture, or better in several frames of a clip (what is lit in any of them),
 * leaving out text, ticks, logos and bars. Cropped images and dark corners are completed from what is seen, taking
 * the fan to be upright and symmetric.
 *
 * @param grey row-major 0-255, one image or several of the same size
 * @returns null where nothing looks like an ultrasound image
 */
export function sectorFind(
  grey: Uint8Array | GreyFrames,
  width: number,
  height: number,
  scale: SectorScale = {},
): SectorFound | null {
  if (width < 32 || height < 32) return null;
  const frames = grey instanceof Uint8Array ? [grey] : grey;
  const mask = litMask(frames, width, height);
  const litCount = mask.lit.reduce((sum, v) => sum + v, 0);
  if (litCount < mask.lit.length * 0.03) return null;
  const outline = maskOutline(mask);
  const judged = [...convexCandidates(mask, outline), linearCandidate(outline)]
    .filter((fan) => fanIsPlausible(fan, mask))
    .map((fan) => fanJudge(fan, mask, outline))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, 4)
    .map(({ fan }) => (fan.kind === 'convex' ? fanRefine(fan, mask, outline) : fan))
    .filter((fan) => fanIsPlausible(fan, mask))
    .map((fan) => fanJudge(fan, mask, outline))
    .sort((a, b) => a.cost - b.cost);
  const best = judged[0];
  if (best === undefined || best.confidence < 0.15) return null;
  return {
    sector: sectorAtScale(fanScale(best.fan, 1 / mask.scale), scale),
    confidence: best.confidence,
    isScaleAssumed: scaleIsAssumed(scale),
  };
}

function fanIsPlausible(fan: Fan, mask: LitMask): boolean {
  const depth = fanDepthPx(fan);
  if (!Number.isFinite(depth) || depth < mask.height * 0.2) return false;
  if (fan.kind === 'linear') return fan.right - fan.left > mask.width * 0.1;
  return fan.half > 0.06 && fan.half < 1.15 && fan.outer > fan.inner * 1.15 && fan.outer < 6 * mask.height;
}

function convexCandidates(mask: LitMask, outline: Outline): readonly ConvexFan[] {
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
    if (half > 0.1) apexes.push({ x: mask.width / 2, y: (mask.width / 2 - edge.at) / edge.slope, half });
  }
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

/** The rectangle whose sides most of the outline lies on; a side at the image border is the border. */
function linearCandidate(outline: Outline): LinearFan {
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

interface Judged {
  readonly fan: Fan;
  readonly cost: number;
  readonly confidence: number;
}

/** Half of 38 degrees: convex probes open wider, and the lit strip between two shadows looks like a narrower fan. */
const USUAL_HALF_LEAST = 0.33;

/** Echoes outside count most, then edges that nothing shows, then darkness inside (shadows are common). */
function fanJudge(fan: Fan, mask: LitMask, outline: Outline): Judged {
  const { support, isEndCut } =
    fan.kind === 'convex'
      ? convexSupport(fan, mask, outline)
      : { support: linearSupport(fan, outline), isEndCut: false };
  // Corners of a cropped image lie beyond the arc that just fits in it: no sign of a wrong fan.
  const whole = isEndCut && fan.kind === 'convex' ? { ...fan, outer: 2 * fan.outer } : fan;
  const isInside = fanTest(whole);
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
  const outsideShare = outside / Math.max(1, lit);
  const darkShare = inside === 0 ? 1 : dark / inside;
  const axis = fan.kind === 'convex' ? fan.apexX : (fan.left + fan.right) / 2;
  const offCentre = Math.abs(axis / mask.width - 0.5);
  return {
    fan,
    cost:
      2 * outsideShare +
      (fan.kind === 'convex' ? 0.8 : 1.2) * darkShare +
      0.5 * (1 - support) +
      0.8 * offCentre +
      (fan.kind === 'convex' ? 0.8 * Math.max(0, USUAL_HALF_LEAST - fan.half) : 0) +
      (fan.kind === 'convex' ? 0 : 0.05),
    confidence: Math.max(
      0,
      Math.min(1, (1 - 3 * outsideShare) * (1 - 0.5 * darkShare) * (0.3 + 0.75 * support)),
    ),
  };
}

/** Mean share of the outline that the pixels follow, 0-1. An arc that the image cuts off says nothing. */
function convexSupport(
  fan: ConvexFan,
  mask: LitMask,
  outline: Outline,
): { readonly support: number; readonly isEndCut: boolean } {
  const rays = fanRays(mask, fan.apexX, fan.apexY, fan.half);
  const inner = arcInner(rays, fan.apexY);
  const outer = arcOuter(rays, fan.apexY, mask.height);
  const parts: readonly [share: number, weight: number][] = [
    [sideSupport(fan, outline.left, mask.width, -1), 1],
    [sideSupport(fan, outline.right, mask.width, 1), 1],
    [outer.support, outer.fate === 'cut' ? 0 : 1],
    [inner.support, inner.fate === 'cut' ? 0 : 0.5],
  ];
  const weights = parts.reduce((sum, [, weight]) => sum + weight, 0);
  return {
    support: parts.reduce((sum, [share, weight]) => sum + share * weight, 0) / weights,
    isEndCut: outer.fate === 'cut',
  };
}

function linearSupport(fan: LinearFan, outline: Outline): number {
  const share = (side: Float64Array, at: number, from: number, to: number): number => {
    let on = 0;
    const first = Math.max(0, Math.floor(from));
    const last = Math.min(side.length, Math.ceil(to));
    for (let i = first; i < last; i++) if (Math.abs(side[i]! - at) < ON_EDGE_PX) on += 1;
    return on / Math.max(1, last - first);
  };
  return (
    (share(outline.left, fan.left, fan.top, fan.bottom) +
      share(outline.right, fan.right, fan.top, fan.bottom) +
      share(outline.top, fan.top, fan.left, fan.right) +
      share(outline.bottom, fan.bottom, fan.left, fan.right)) /
    4
  );
}
