import type { MarkableFinding } from '../findings/finding.ts';
import type { Mask } from '../frame/frame.ts';

/** Where a key comes from. */
export type Provenance = 'phantom_truth' | 'expert' | 'network';

/** The mask that marks are graded by. A class may have another provenance than the rest (see `byClass`). */
export interface Key {
  readonly mask: Mask;
  readonly provenance: Provenance;
  /** Provenance per class where it differs, e.g. the truth where the network was wrong on this frame. */
  readonly byClass: Readonly<Partial<Record<MarkableFinding, Provenance>>>;
  /** Classes this key cannot be trusted for: they are shown, but nobody is graded by them. */
  readonly notScored?: readonly MarkableFinding[];
}

/** Instances matched one to one. */
export interface CountGrade {
  readonly marked: number;
  readonly expected: number;
  readonly matched: number;
}

/**
 * How a class enters the total: `scored` counts with its weight; `correct_absence` (neither in the key nor
 * marked) earns full credit but does not dilute the others; `not_scored` is left out, as the key is unsure.
 */
export type ClassStatus = 'scored' | 'correct_absence' | 'not_scored';

export interface ClassGrade {
  readonly finding: MarkableFinding;
  readonly status: ClassStatus;
  /** 0-100; 100 for a correct absence. */
  readonly score: number;
  /** Share of marked pixels within the tolerance of the key; null when nothing was marked. */
  readonly precision: number | null;
  /** Share of key pixels within the tolerance of a mark; null when the key has none. */
  readonly recall: number | null;
  /** Harmonic mean of both, 0-1; 1 when both are empty. */
  readonly overlap: number;
  /** Strict pixel overlap, 0-1; 1 when both are empty. */
  readonly dice: number;
  readonly iou: number;
  readonly toleranceMm: number;
  readonly count: CountGrade | null;
  readonly provenance: Provenance;
}

/** B-line artefact score: the share of the intercostal space that B-lines and confluences fill, 0-1. */
export interface BlasPair {
  /** Howell et al.'s bounding box. */
  readonly box: number;
  /** Along the scan lines. */
  readonly scanline: number;
}

export interface Grade {
  /** 0-100. */
  readonly score: number;
  readonly classes: readonly ClassGrade[];
  readonly blas: { readonly marked: BlasPair; readonly key: BlasPair } | null;
  /** Class per pixel of what was found, was there but missed, and was marked but is not there. */
  readonly hit: Mask;
  readonly miss: Mask;
  readonly extra: Mask;
}
