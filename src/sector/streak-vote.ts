import type { EdgeLine } from './fan-edges.ts';
import type { StreakField } from './streak-field.ts';

/** How well the streaks of an image lie across the scan lines of either kind of probe. */
export interface StreakVote {
  /** 0-1, of a fan with this apex (mask pixels). */
  readonly convex: (apexX: number, apexY: number) => number;
  /**
   * 0-1, of parallel scan lines; where a fan upside down would agree better, that: no probe makes one, so what
   * bending streaks can gain by chance counts for the parallel ones too.
   */
  readonly linear: number;
  /** The apex that the streaks agree with best. */
  readonly apex: { readonly x: number; readonly y: number };
  /** 0-1: how much there is to go by. */
  readonly strength: number;
}

/** Spread of the directions about the scan line, radians. */
const SPREAD = 0.12;
/**
 * Streaks lean less than the scan lines: compression, compounding and smoothing all draw them level. Measured over
 * recorded clips and simulated frames whose apex is known: median 0.82, 0.85 and 0.79.
 */
const LEAN = 0.82;
/** A sum of weights that is half convincing. */
const WEIGHT_HALF = 4;
/** Distances of an apex from the middle row, in heights of the image: 0.5 to 5. */
const NEAREST = 0.5;
const DISTANCES = 22;
const RATIO = 1.115;
/** Where apexes usually lie, cropped or not; streaks that bend little leave it open, and then this decides. */
const USUAL_DISTANCE = 1.1;
const ODDNESS = 0.05;

export function streakVote(field: StreakField, width: number, height: number): StreakVote {
  const middle = height / 2;
  const inSpread = 1 / Math.sin(SPREAD) ** 2;
  const total = Math.max(1e-9, field.weight);
  const agreement = (apexX: number, apexY: number): number => {
    let sum = 0;
    for (const { x, y, sin, cos, weight } of field.streaks) {
      const dx = x - apexX;
      const dy = y - apexY;
      const across = dx * cos - dy * sin;
      sum += weight / (1 + (across * across * inSpread) / (dx * dx + dy * dy));
    }
    return sum / total;
  };
  const convex = (apexX: number, apexY: number): number => agreement(apexX, middle - (middle - apexY) / LEAN);
  let linear = 0;
  for (const { sin, weight } of field.streaks) linear += weight / (1 + sin * sin * inSpread) / total;
  let best = { x: width / 2, distance: height, worth: -1 };
  const consider = (x: number, distance: number): void => {
    const worth = convex(x, middle - distance) - oddness(x / width, distance / height);
    if (worth > best.worth) best = { x, distance, worth };
  };
  for (let k = 0; k < DISTANCES; k++) {
    const distance = NEAREST * height * RATIO ** k;
    for (let i = -4; i <= 20; i++) {
      const x = (i * width) / 16;
      consider(x, distance);
      linear = Math.max(linear, agreement(x, middle + distance / LEAN));
    }
  }
  for (let share = 0.5; share > 0.1; share /= 2) {
    const { x, distance } = best;
    for (const i of [-1, 0, 1]) {
      for (const k of [-1, 0, 1]) consider(x + (i * share * width) / 16, distance * RATIO ** (k * share));
    }
  }
  return {
    convex,
    linear,
    apex: { x: best.x, y: middle - best.distance },
    strength: field.weight / (field.weight + WEIGHT_HALF),
  };
}

/** Loss of agreement for an unusual apex (x and distance in widths and heights). */
function oddness(x: number, distance: number): number {
  return ODDNESS * ((x - 0.5) ** 2 + Math.log(distance / USUAL_DISTANCE) ** 2);
}

/** The apex on an edge that the streaks agree with best. */
export function streakApexOn(
  vote: StreakVote,
  edge: EdgeLine,
  height: number,
): { readonly x: number; readonly y: number } {
  let best = { x: edge.at, y: 0 };
  let most = -1;
  for (let k = 0; k < 2 * DISTANCES; k++) {
    const y = height / 2 - NEAREST * height * RATIO ** (k / 2);
    const x = edge.at + edge.slope * y;
    const worth = vote.convex(x, y) - ODDNESS * Math.log((0.5 - y / height) / USUAL_DISTANCE) ** 2;
    if (worth > most) {
      most = worth;
      best = { x, y };
    }
  }
  return best;
}
