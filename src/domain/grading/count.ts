import type { Mask } from '../frame/frame.ts';
import { arcMm } from '../geometry/arc.ts';
import { assignmentFind, type MatchedPair } from './assignment.ts';
import type { CountGrade } from './grade.ts';
import { beamOfPixel, type Instance } from './instances.ts';
import { widthMm } from './key/key-finding.ts';
import { COUNT_TOLERANCE_MM, type CountedFinding } from './tolerance.ts';

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

/** Two B-lines whose sides are this near to each other may be read as one, mm at the pleural line. */
export const TOUCHING_MM = 3;

/** A B-line this wide may be read as two, mm at the pleural line: twice the usual 2-3 mm. */
export const DOUBLE_MM = 5;

/** The key for counting marked lines of a class. */
export interface CountKey {
  /** On one raster with the marks. */
  readonly mask: Mask;
  /** Lines that have to be marked. */
  readonly expected: readonly Instance[];
  /** Lines that may be marked and do not count: welcome, faint or unsure ones. */
  readonly spare: readonly Instance[];
}

/**
 * Matches marked lines one to one with those of the key: as many as lie within COUNT_TOLERANCE_MM, at the least
 * total distance. What is left and lies as near to a spare line is not counted, and neither is a line of which
 * `elsewhere` says, pixel by pixel, that most of it answers something else.
 */
export function countMatch(
  marks: readonly Instance[],
  { mask, expected, spare }: CountKey,
  finding: CountedFinding,
  elsewhere: (at: number) => boolean = () => false,
): CountMatch {
  const marked = marks.filter((line) => line.pixels.filter(elsewhere).length * 2 <= line.pixels.length);
  const pairs = nearPairs(marked, expected, mask, finding);
  const left = marked.filter((_, row) => !pairs.some((pair) => pair.row === row));
  const spared = new Set(nearPairs(left, spare, mask, finding).map(({ row }) => left[row]!));
  const counted = marked.filter((line) => !spared.has(line));
  return {
    marked: counted,
    expected,
    pairs: pairs.map((pair) => ({ ...pair, row: counted.indexOf(marked[pair.row]!) })),
  };
}

function nearPairs(
  marked: readonly Instance[],
  expected: readonly Instance[],
  mask: Mask,
  finding: CountedFinding,
): readonly MatchedPair[] {
  if (marked.length === 0 || expected.length === 0) return [];
  const limit = COUNT_TOLERANCE_MM[finding];
  const costs = costsMeasure(marked, expected, mask, finding);
  return assignmentFind(
    costs.map((line) => line.map((cost) => (cost <= limit ? cost : Number.POSITIVE_INFINITY))),
  );
}

/**
 * Lines of the key that no mark stands for. Experts differ on whether two B-lines that touch are one: either reading is
 * right, so that a touching neighbour of a found line need not be marked apart.
 */
export function linesUnmatched({ marked, expected, pairs }: CountMatch, mask: Mask): readonly Instance[] {
  const found = pairs.map(({ row, column }) => ({ mark: marked[row]!, line: expected[column]! }));
  const isJoined = (line: Instance): boolean =>
    line.finding === 'b_line' &&
    found.some((pair) => bLineGapMm(pair.line, line, mask) <= TOUCHING_MM && reaches(pair.mark, line, mask));
  return expected.filter((line) => !found.some((pair) => pair.line === line) && !isJoined(line));
}

/** The count of a match. Some experts take a wide B-line for two, so that the second half of one may be marked. */
export function countGrade(match: CountMatch, mask: Mask): CountGrade {
  const { marked, expected, pairs } = match;
  const found = pairs.map(({ row, column }) => ({ mark: marked[row]!, line: expected[column]! }));
  const isMarked = (mark: Instance): boolean => found.some((pair) => pair.mark === mark);
  const halves = marked.filter(
    (mark) =>
      mark.finding === 'b_line' &&
      !isMarked(mark) &&
      found.some((pair) => widthMm(pair.line, mask) >= DOUBLE_MM && reaches(pair.line, mark, mask)),
  );
  return {
    marked: marked.length - halves.length,
    expected: pairs.length + linesUnmatched(match, mask).length,
    matched: pairs.length,
  };
}

/** Distance between the sides of two lines, mm at the second one's origin; below 0 where they overlap. */
export function bLineGapMm(a: Instance, b: Instance, { sector }: Mask): number {
  const apart = Math.max(a.lateralFrom, b.lateralFrom) - Math.min(a.lateralTo, b.lateralTo);
  return arcMm(sector, apart, b.origin.depthMm);
}

/** Whether one line is wide enough to take in where another begins. */
function reaches(line: Instance, other: Instance, { sector }: Mask): boolean {
  const { lateral, depthMm } = other.origin;
  const outside = Math.max(line.lateralFrom - lateral, lateral - line.lateralTo, 0);
  return arcMm(sector, outside, depthMm) <= COUNT_TOLERANCE_MM.b_line;
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
export function depthProfile(line: Instance, mask: Mask): Float64Array {
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
