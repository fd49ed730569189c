import type { MarkableFinding } from '../findings/finding.ts';
import type { Mask } from '../frame/frame.ts';
import type { AnatomyFinding } from './key/anatomy-finding.ts';
import type { IntercostalWindow } from './key/window.ts';

/** Where a key comes from. */
export type Provenance = 'phantom_truth' | 'expert' | 'network';

/**
 * How a key treats a finding. `asked`: unmarked it is missed. `welcome`: right where it is marked, and not missed where
 * it is not. `neutral`: marks on it are neither right nor wrong.
 */
export type Standing = 'asked' | 'welcome' | 'neutral';

/**
 * Why a finding is not simply asked for: it is near the limit of what can be seen (`borderline`), below it (`faint`),
 * the network that alone knows the image is unsure of it (`unsure`), or one of two experts alone drew it (`one_expert`).
 */
export type StandingReason = 'borderline' | 'faint' | 'unsure' | 'one_expert';

/** A finding that marks are graded by. */
export interface KeyFinding extends AnatomyFinding {
  readonly standing: Standing;
  readonly reason: StandingReason | null;
  /** Of its pixels those that must be reached by marks: the front of a rib, the clearly seen part of a B-line. */
  readonly core: Int32Array;
  /** The class that experts may as well take it for: marks of that class are as good. */
  readonly alsoAs: MarkableFinding | null;
  /** Mean probability of its pixels, 0-1; null where nobody gave any. */
  readonly confidence: number | null;
}

/** The findings that marks are graded by, which obey anatomy, and the mask that they draw. */
export interface Key {
  readonly findings: readonly KeyFinding[];
  readonly windows: readonly IntercostalWindow[];
  /** Place of the main window in `windows`. */
  readonly main: number;
  /** The findings that are asked for or welcome, drawn. */
  readonly mask: Mask;
  readonly provenance: Provenance;
  /** Provenance per class where it differs, e.g. the truth where the network was wrong on this frame. */
  readonly byClass: Readonly<Partial<Record<MarkableFinding, Provenance>>>;
  /** 1 where the network that alone knows the image cannot tell what is there, so that no mark is wrong; else null. */
  readonly doubt: Uint8Array | null;
  /** Whether the truth or an expert stands behind it; false where the network alone knows the image. */
  readonly isChecked: boolean;
  /** Where two experts drew it: the key of each, for answers on which they differ. */
  readonly readings?: readonly [Key, Key];
}

/** Lines matched one to one: `matched` of the `expected` were found, and `marked - matched` marks are none. */
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

/** The parts of a grade that are kept. */
export type GradeSummary = Pick<Grade, 'score' | 'classes' | 'blas'>;

export interface Grade {
  /** 0-100. */
  readonly score: number;
  readonly classes: readonly ClassGrade[];
  /** Null where the marks were not asked to tell it: no class that fills the space is asked for, or not each that is here. */
  readonly blas: { readonly marked: BlasPair; readonly key: BlasPair } | null;
  /**
   * Whether a total can be given: always where the truth or an expert is the key; where the network alone is, with
   * JUDGED_FINDINGS of its findings to judge by, or JUDGED_SHARE of the marked area where it is sure of a finding.
   */
  readonly isJudged: boolean;
  /** Class per pixel of what was found, was there but missed, and was marked but is not there. */
  readonly hit: Mask;
  readonly miss: Mask;
  readonly extra: Mask;
  /** Marks that are neither right nor wrong, and findings of the key that cannot be judged by. */
  readonly neutral: Mask;
  readonly unsure: Mask;
}
