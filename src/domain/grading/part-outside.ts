import type { MarkableFinding } from '../findings/finding.ts';
import type { Mask } from '../frame/frame.ts';
import { beamRasterOf } from '../geometry/beam-raster.ts';
import type { FeedbackPart } from './feedback-fact.ts';
import { RUNS } from './offset.ts';

/** A side is out where less than OUT of it is within, and the other in where at least IN of it is. */
const OUT = 0.5;
const IN = 0.75;

/** Steps along a finding, mm of depth or scan lines' worth of it, of which nearly all must be reached. */
const STEPS = 32;
const REACHED = 0.9;

/**
 * The side (half) of some pixels that lies outside a set while the opposite half lies within it: left or right by their
 * scan lines, upper or lower by their depth; null where the set takes no side.
 */
export function partOutside(pixels: Int32Array, set: Uint8Array, mask: Mask): FeedbackPart | null {
  const beams = beamRasterOf(mask.sector, mask.width, mask.height);
  const across = halvesOf(pixels, set, beams.lateral);
  const along = halvesOf(pixels, set, beams.depthMm);
  const named: readonly (readonly [FeedbackPart, number, number])[] = [
    ['left', across.before, across.after],
    ['right', across.after, across.before],
    ['upper', along.before, along.after],
    ['lower', along.after, along.before],
  ];
  const clear = named.filter(([, own, opposite]) => own < OUT && opposite >= IN);
  return clear.sort((a, b) => a[1] - a[2] - (b[1] - b[2]))[0]?.[0] ?? null;
}

/** Shares within the set of the pixels before and after the middle of their extent. */
function halvesOf(pixels: Int32Array, set: Uint8Array, place: Float64Array) {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const at of pixels) {
    first = Math.min(first, place[at]!);
    last = Math.max(last, place[at]!);
  }
  const middle = (first + last) / 2;
  const count = { before: 0, after: 0 };
  const within = { before: 0, after: 0 };
  for (const at of pixels) {
    const half = place[at]! < middle ? 'before' : 'after';
    count[half] += 1;
    within[half] += set[at]!;
  }
  const share = (half: 'before' | 'after'): number => (count[half] === 0 ? 1 : within[half] / count[half]);
  return { before: share('before'), after: share('after') };
}

/**
 * Whether a set reaches some pixels of a finding all along its way (down a B-line, across an A-line), so that only its
 * width is wrong; never of areas, which have no way.
 */
export function isAlongWhole(
  pixels: Int32Array,
  set: Uint8Array,
  finding: MarkableFinding,
  mask: Mask,
): boolean {
  const runs = RUNS[finding];
  if (runs === 'area' || pixels.length === 0) return false;
  const beams = beamRasterOf(mask.sector, mask.width, mask.height);
  const place = runs === 'along' ? beams.depthMm : beams.lateral;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const at of pixels) {
    first = Math.min(first, place[at]!);
    last = Math.max(last, place[at]!);
  }
  const known = new Uint8Array(STEPS);
  const reached = new Uint8Array(STEPS);
  for (const at of pixels) {
    const share = last === first ? 0 : (place[at]! - first) / (last - first);
    const step = Math.min(STEPS - 1, Math.floor(share * STEPS));
    known[step] = 1;
    if (set[at] === 1) reached[step] = 1;
  }
  const sum = (steps: Uint8Array): number => steps.reduce((total, step) => total + step, 0);
  return sum(reached) >= REACHED * sum(known);
}
