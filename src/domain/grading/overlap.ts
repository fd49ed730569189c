import { setGrow } from '../frame/distance.ts';

/** How well two sets of pixels cover each other. */
export interface Overlap {
  /** Share of marked pixels within the tolerance of the key; null when nothing is marked. */
  readonly precision: number | null;
  /** Share of key pixels within the tolerance of a mark; null when the key is empty. */
  readonly recall: number | null;
  /** Harmonic mean of both, 0-1; 1 when both are empty, 0 when one is. Dice when the tolerance is 0. */
  readonly overlap: number;
}

/** Plain pixel overlap, 0-1; both are 1 when both sets are empty. */
export interface StrictOverlap {
  readonly dice: number;
  readonly iou: number;
}

/**
 * Overlap with a tolerance between two sets (row-major, 0 or 1, `width * height`), radius in pixels: pixels within
 * the radius of the other set count as overlapping.
 */
export function overlapMeasure(
  marks: Uint8Array,
  key: Uint8Array,
  width: number,
  height: number,
  radiusPx: number,
): Overlap {
  const precision = shareWithin(marks, setGrow(key, width, height, radiusPx));
  const recall = shareWithin(key, setGrow(marks, width, height, radiusPx));
  return { precision, recall, overlap: overlapJoin(precision, recall) };
}

/** Harmonic mean of precision and recall, where null stands for an empty set. */
export function overlapJoin(precision: number | null, recall: number | null): number {
  if (precision === null && recall === null) return 1;
  if (precision === null || recall === null || precision + recall === 0) return 0;
  return (2 * precision * recall) / (precision + recall);
}

/** Dice = 2|A and B| / (|A| + |B|), IoU = |A and B| / |A or B|. */
export function overlapStrict(a: Uint8Array, b: Uint8Array): StrictOverlap {
  let both = 0;
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    both += a[i]! & b[i]!;
    sum += a[i]! + b[i]!;
  }
  if (sum === 0) return { dice: 1, iou: 1 };
  return { dice: (2 * both) / sum, iou: both / (sum - both) };
}

function shareWithin(set: Uint8Array, near: Uint8Array): number | null {
  let all = 0;
  let within = 0;
  for (let i = 0; i < set.length; i++) {
    all += set[i]!;
    within += set[i]! & near[i]!;
  }
  return all === 0 ? null : within / all;
}
