import type { ConvexFan } from '../domain/geometry/fan.ts';
import type { LitMask } from './lit-mask.ts';

/** Where the lit part of a row begins and ends, and of a column, in pixel edges; NaN where nothing is lit. */
export interface Outline {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly top: Float64Array;
  readonly bottom: Float64Array;
}

export function maskOutline({ width, height, lit }: Pick<LitMask, 'width' | 'height' | 'lit'>): Outline {
  const left = new Float64Array(height).fill(Number.NaN);
  const right = new Float64Array(height).fill(Number.NaN);
  const top = new Float64Array(width).fill(Number.NaN);
  const bottom = new Float64Array(width).fill(Number.NaN);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (lit[y * width + x] === 0) continue;
      if (Number.isNaN(left[y]!)) left[y] = x;
      right[y] = x + 1;
      if (Number.isNaN(top[x]!)) top[x] = y;
      bottom[x] = y + 1;
    }
  }
  return { left, right, top, bottom };
}

/** A straight edge x = at + slope * y. */
export interface EdgeLine {
  readonly at: number;
  readonly slope: number;
  /** Rows that lie on it, less what sticks out of it. */
  readonly support: number;
}

/** Distance in pixels within which an outline point lies on an edge. */
export const ON_EDGE_PX = 1.5;
/** Distance in pixels beyond which an outline point sticks out of an edge. */
export const OUT_PX = 2.5;
/** Cost of a point outside an edge, against one on it: echoes never lie outside, shadows do lie inside. */
export const OUT_COST = 2;

/** The points of one side of an outline, in columns: where along the side, how far out, and whether off the border. */
interface OutlinePoints {
  readonly along: Float64Array;
  readonly out: Float64Array;
  readonly isFree: Uint8Array;
}

function outlinePoints(outline: Float64Array, isFree: (out: number) => boolean): OutlinePoints {
  const places = Array.from(outline.keys()).filter((place) => !Number.isNaN(outline[place]!));
  return {
    along: Float64Array.from(places, (place) => place + 0.5),
    out: Float64Array.from(places, (place) => outline[place]!),
    isFree: Uint8Array.from(places, (place) => (isFree(outline[place]!) ? 1 : 0)),
  };
}

/** Places of the points that do not lie on the border of the image. */
function freeOnes({ isFree }: OutlinePoints): readonly number[] {
  return Array.from(isFree.keys()).filter((place) => isFree[place] === 1);
}

/**
 * The best straight edges of one side. `sign` is +1 for the right side (points with larger x lie outside) and -1
 * for the left. Points on the image border tell nothing but that the edge is not further in.
 */
export function edgeLines(
  outline: Float64Array,
  width: number,
  sign: 1 | -1,
  wanted: number,
): readonly EdgeLine[] {
  const points = outlinePoints(outline, (x) => x > 1 && x < width - 1);
  const { along: ys, out: xs, isFree } = points;
  const free = freeOnes(points);
  const step = Math.max(1, Math.floor(free.length / 72));
  const least = outline.length * 0.05;
  const found: EdgeLine[] = [];
  for (let i = 0; i < free.length; i += step) {
    for (let j = i + step; j < free.length; j += step) {
      const a = free[i]!;
      const b = free[j]!;
      if (ys[b]! - ys[a]! < outline.length * 0.06) continue;
      const slope = (xs[b]! - xs[a]!) / (ys[b]! - ys[a]!);
      if (slope * sign < -0.05 || slope * sign > 1.8) continue;
      const at = xs[a]! - slope * ys[a]!;
      const across = 1 / Math.sqrt(1 + slope * slope);
      let support = 0;
      // An edge that can no longer reach the least support is given up.
      for (let k = 0; k < xs.length && support + xs.length - k > least; k++) {
        const out = (xs[k]! - at - slope * ys[k]!) * sign * across;
        if (out > OUT_PX) support -= OUT_COST;
        else if (isFree[k] === 1 && Math.abs(out) < ON_EDGE_PX) support += 1;
      }
      if (support > least) found.push({ at, slope, support });
    }
  }
  return edgesDistinct(found, outline.length / 2, wanted);
}

function edgesDistinct(found: EdgeLine[], middle: number, wanted: number): readonly EdgeLine[] {
  found.sort((a, b) => b.support - a.support);
  const kept: EdgeLine[] = [];
  for (const edge of found) {
    const isNew = kept.every(
      (other) =>
        Math.abs(other.slope - edge.slope) > 0.05 ||
        Math.abs(other.at + other.slope * middle - edge.at - edge.slope * middle) > 5,
    );
    if (isNew) kept.push(edge);
    if (kept.length === wanted) break;
  }
  return kept;
}

/** Apexes on an edge from which many of the lowest lit points are equally far: one edge and the bottom arc. */
export function apexesOnEdge(
  edge: EdgeLine,
  outline: Outline,
  height: number,
  wanted: number,
): readonly { readonly x: number; readonly y: number }[] {
  const points = outlinePoints(outline.bottom, (y) => y < height - 1);
  const { along: xs, out: ys, isFree } = points;
  const free = freeOnes(points);
  const step = Math.max(1, Math.floor(free.length / 60));
  const least = outline.bottom.length * 0.08;
  const found: { readonly x: number; readonly y: number; readonly support: number }[] = [];
  for (let i = 0; i < free.length; i += step) {
    for (let j = i + step; j < free.length; j += step) {
      const px = xs[free[i]!]!;
      const py = ys[free[i]!]!;
      const qx = xs[free[j]!]!;
      const qy = ys[free[j]!]!;
      // |c - p| = |c - q| with c = (at + slope * y, y) is linear in y.
      const dx = qx - px;
      const dy = qy - py;
      const divisor = dx * edge.slope + dy;
      if (Math.abs(dx) < outline.bottom.length * 0.1 || Math.abs(divisor) < 1e-6) continue;
      const y = ((qx * qx + qy * qy - px * px - py * py) / 2 - dx * edge.at) / divisor;
      const x = edge.at + edge.slope * y;
      const radius = distance(px, py, x, y);
      if (y > Math.min(py, qy) - height * 0.3 || radius > 4 * height) continue;
      let support = 0;
      for (let k = 0; k < xs.length && support + xs.length - k > least; k++) {
        const out = distance(xs[k]!, ys[k]!, x, y) - radius;
        if (out > OUT_PX) support -= OUT_COST;
        else if (isFree[k] === 1 && Math.abs(out) < ON_EDGE_PX) support += 1;
      }
      if (support > least) found.push({ x, y, support });
    }
  }
  found.sort((a, b) => b.support - a.support);
  const kept: (typeof found)[number][] = [];
  for (const apex of found) {
    if (kept.every((other) => Math.abs(other.y - apex.y) > height * 0.04)) kept.push(apex);
    if (kept.length === wanted) break;
  }
  return kept;
}

function distance(fromX: number, fromY: number, x: number, y: number): number {
  const dx = fromX - x;
  const dy = fromY - y;
  return Math.sqrt(dx * dx + dy * dy);
}

/** Support of an edge that is cut off where it should be: as much as one that is seen in part. */
export const CUT_SUPPORT = 0.65;

/** How the outline follows one straight side of a fan. */
export interface SideSupport {
  /**
   * Share of its rows that the outline follows, 0-1. Where the image cuts the side off, the outline should be the
   * image border; such rows weigh half, and being there proves little.
   */
  readonly share: number;
  /** Share of its rows that lie within the image and are followed, 0-1. */
  readonly seen: number;
}

export function sideSupport(fan: ConvexFan, outline: Float64Array, width: number, sign: 1 | -1): SideSupport {
  const from = fan.apexY + fan.inner * Math.cos(fan.half);
  const to = fan.apexY + fan.outer * Math.cos(fan.half);
  let rows = 0;
  let weights = 0;
  let on = 0;
  let seen = 0;
  for (let row = Math.max(0, Math.ceil(from)); row < Math.min(outline.length, to); row++) {
    const x = fan.apexX + sign * (row + 0.5 - fan.apexY) * Math.tan(fan.half);
    const isCut = x < 2 || x > width - 2;
    const weight = isCut ? 0.5 : 1;
    const miss = Math.abs(outline[row]! - Math.min(width, Math.max(0, x)));
    rows += 1;
    weights += weight;
    if (!(isCut ? miss < 2.5 : miss * Math.cos(fan.half) < ON_EDGE_PX)) continue;
    on += isCut ? weight * CUT_SUPPORT : weight;
    if (!isCut) seen += 1;
  }
  return rows === 0 ? { share: 0, seen: 0 } : { share: on / weights, seen: seen / rows };
}
