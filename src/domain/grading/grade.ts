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
}

/** Instances matched one to one. */
export interface CountGrade {
  readonly marked: number;
  readonly expected: number;
  readonly matched: number;
}

export interface ClassGrade {
  readonly finding: MarkableFinding;
  /** 0-100. */
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
