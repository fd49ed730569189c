import type { MarkableFinding } from '../findings/finding.ts';
import type { MmPoint } from '../geometry/point.ts';
import type { Provenance } from './grade.ts';

/** Where on the image a sentence points to; `point.y` is the depth that the ruler beside the image says. */
export interface FeedbackPlace {
  readonly point: MmPoint;
  /** -1 at the first scan line, +1 at the last. */
  readonly lateral: number;
}

/** A side of a finding or mark: of what runs across the image left or right, of what runs down also its ends. */
export type FeedbackPart = 'left' | 'right' | 'upper' | 'lower';

interface Placed {
  readonly place: FeedbackPlace;
}

/**
 * Feedback on one place or class. Each fact holds only where its condition was tested on these marks and this key; the
 * worst comes first in FEEDBACK_ORDER.
 */
export type FeedbackFact =
  /** Asked for, and less than HARDLY of it near a mark. `multiple`: of the pleural line's depth, of A-lines. */
  | ({ readonly code: 'missed'; readonly multiple: number | null } & Placed)
  /**
   * A wrong mark of the class lies beside one that is not marked, whether that is asked for or may be marked; how much deeper
   * and further right the mark should lie, mm.
   */
  | ({ readonly code: 'displaced'; readonly deeperMm: number; readonly rightMm: number } & Placed)
  /** Marked where the key has another class. */
  | ({ readonly code: 'confused'; readonly actual: MarkableFinding } & Placed)
  /**
   * Marked where the key has nothing. Of A-lines where a pleural line is seen above: how many mm the mark is away from
   * the nearest whole multiple of its depth, along the scan line, and whether that is within the tolerance.
   */
  | ({
      readonly code: 'extra';
      readonly multiple: { readonly offMm: number; readonly isWhole: boolean } | null;
    } & Placed)
  /** A B-line taken for a confluence or the reverse. */
  | ({ readonly code: 'half_credit'; readonly markedAs: MarkableFinding } & Placed)
  /** Found, but for a part: a side that is missing while the other is there; null where no side can be named. */
  | ({ readonly code: 'partly_missed'; readonly part: FeedbackPart | null; readonly share: number } & Placed)
  /** Found along its way, but marked narrower than it is; `share`: how much of it was found. */
  | ({ readonly code: 'too_narrow'; readonly share: number } & Placed)
  /**
   * Found in part, by a mark that lies beside it in part; how much deeper and further right it should lie, mm (of B-lines
   * and confluences: where they start).
   */
  | ({ readonly code: 'shifted'; readonly deeperMm: number; readonly rightMm: number } & Placed)
  /** Marked beyond its border, on a side while the other is right; null where no side can be named. */
  | ({ readonly code: 'spills'; readonly part: FeedbackPart | null; readonly share: number } & Placed)
  /** Marked along its way, but broader than it is; `share`: how much of the mark is right. */
  | ({ readonly code: 'too_broad'; readonly share: number } & Placed)
  /** Under marks that are much more than it, or counted as none of it: where it lies was not shown. */
  | ({ readonly code: 'covered' } & Placed)
  /** Lines of the key that were found, and marks that are none of them. */
  | {
      readonly code: 'count';
      readonly expected: number;
      readonly found: number;
      readonly extra: number;
      /** Lines that the key shows as well, that need not be marked, and were not. */
      readonly spare: number;
      /** How far apart a line and a mark may lie to be one, mm. */
      readonly withinMm: number;
    }
  /** A mark where there is something that is too faint to be asked for. */
  | ({ readonly code: 'faint' } & Placed)
  /** A mark that the network, which alone knows the image, cannot judge. */
  | ({ readonly code: 'unjudged' } & Placed)
  /** A finding that the network is unsure of. */
  | ({ readonly code: 'unsure'; readonly confidence: number | null } & Placed)
  | { readonly code: 'not_scored' }
  /** Asked for and found; `either`: it was marked as the other class that experts may take it for. */
  | ({ readonly code: 'found'; readonly either: MarkableFinding | null } & Placed)
  /** Right, and not asked for. */
  | ({ readonly code: 'welcome' } & Placed)
  /** Neither is the class in the key, nor was it marked. */
  | { readonly code: 'correct_absence' }
  /** Nothing of the class has to be marked here, and nothing that counts was. */
  | { readonly code: 'not_asked' };

export type FeedbackCode = FeedbackFact['code'];

/** Its source: where the class's key comes from, and whether truth or expert stands behind it. */
export interface SaidBy {
  readonly provenance: Provenance;
  readonly isChecked: boolean;
}

export type Feedback = FeedbackFact & {
  readonly finding: MarkableFinding;
  readonly saidBy: SaidBy;
};

export const FEEDBACK_ORDER: readonly FeedbackCode[] = [
  'missed',
  'displaced',
  'confused',
  'extra',
  'half_credit',
  'partly_missed',
  'too_narrow',
  'shifted',
  'spills',
  'too_broad',
  'covered',
  'count',
  'faint',
  'unjudged',
  'unsure',
  'not_scored',
  'found',
  'welcome',
  'correct_absence',
  'not_asked',
];
