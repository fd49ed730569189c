import type { Mask } from '../frame/frame.ts';
import { arcMm } from '../geometry/arc.ts';
import { assignmentFind, type MatchedPair } from './assignment.ts';
import type { CountGrade } from './grade.ts';
import { beamOfPixel, countedFind, type Instance } from './instances.ts';
import { COUNT_TOLERANCE_MM, type CountedFinding, SIBLING } from './tolerance.ts';

/** Lines of one class in the marks and in the key, and which belongs to which (indices into both). */
export interface CountMatch {
  readonly marked: readonly Instance[];
  readonly expected: readonly Instance[];
  /** `row` is the marked line, `column` the expected one. */
  readonly pairs: readonly MatchedPair[];
}

/** Scan-line bins in which the depths of two A-lines are compared. */
const BINS = 64;

/** Two A-lines are compared where both run; that must be at least this share of the shorter one. */
const COMMON_SHARE = 0.2;

/**
 * Matches marked lines one to one with those of the key: as many as lie within COUNT_TOLERANCE_MM, at the least
 * total distance. `elsewhere` says of a pixel that its mark answers another class (a B-line drawn on a
 * confluence): a marked line that mostly does so is not counted here.
 */
export function countMatch(
  marks: Mask,
  key: Mask,
  finding: CountedFinding,
  elsewhere: (at: number) => boolean = () => false,
): CountMatch {
  const expected = countedFind(key, finding);
  const marked = countedFind(marks, finding).filter(
    (line) =>
      SIBLING[finding] === undefined || line.pixels.filter(elsewhere).length * 2 <= line.pixels.length,
  );
  const limit = COUNT_TOLERANCE_MM[finding];
  const costs = costsMeasure(marked, expected, key, finding);
  const allowed = costs.map((line) => line.map((cost) => (cost <= limit ? cost : Number.POSITIVE_INFINITY)));
  return { marked, expected, pairs: assignmentFind(allowed) };
}

export function countGrade(match: CountMatch): CountGrade {
  return { marked: match.marked.length, expected: match.expected.length, matched: match.pairs.length };
}

/** 2 matched / (marked + expected), 0-1: the harmonic mean of both shares; 1 when there are none on either side. */
export function countScore(count: CountGrade): number {
  const all = count.marked + count.expected;
  return all === 0 ? 1 : (2 * count.matched) / all;
}

function costsMeasure(
  marked: readonly Instance[],
  expected: readonly Instance[],
  key: Mask,
  finding: CountedFinding,
): readonly (readonly number[])[] {
  if (finding === 'b_line') {
    return marked.map((a) => expected.map((b) => originDistance(a, b, key)));
  }
  const profiles = expected.map((line) => depthProfile(line, key));
  return marked.map((line) => {
    const profile = depthProfile(line, key);
    return profiles.map((other) => depthDistance(profile, other));
  });
}

/** Distance in mm between two origins along the face, at the key's depth. */
function originDistance(a: Instance, b: Instance, key: Mask): number {
  return arcMm(key.sector, Math.abs(a.origin.lateral - b.origin.lateral), b.origin.depthMm);
}

/** Mean depth in mm per scan-line bin; NaN where the line does not run. */
function depthProfile(line: Instance, mask: Mask): Float64Array {
  const sums = new Float64Array(BINS);
  const counts = new Uint32Array(BINS);
  for (const at of line.pixels) {
    const beam = beamOfPixel(mask, at);
    const bin = Math.max(0, Math.min(BINS - 1, Math.floor(((beam.lateral + 1) / 2) * BINS)));
    sums[bin] = sums[bin]! + beam.depthMm;
    counts[bin] = counts[bin]! + 1;
  }
  return sums.map((sum, bin) => sum / counts[bin]!);
}

/** Mean difference in depth over the bins both lines run through; Infinity when these are too few. */
function depthDistance(a: Float64Array, b: Float64Array): number {
  let common = 0;
  let difference = 0;
  let runsA = 0;
  let runsB = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const inA = !Number.isNaN(a[bin]!);
    const inB = !Number.isNaN(b[bin]!);
    if (inA) runsA += 1;
    if (inB) runsB += 1;
    if (!inA || !inB) continue;
    common += 1;
    difference += Math.abs(a[bin]! - b[bin]!);
  }
  return common === 0 || common < COMMON_SHARE * Math.min(runsA, runsB)
    ? Number.POSITIVE_INFINITY
    : difference / common;
}
