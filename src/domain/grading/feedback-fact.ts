import type { MarkableFinding } from '../findings/finding.ts';
import type { MmPoint } from '../geometry/point.ts';

/** Where on the image a sentence points to. */
export interface FeedbackPlace {
  readonly point: MmPoint;
  /** -1 at the first scan line, +1 at the last. */
  readonly lateral: number;
  readonly depthMm: number;
}

export type FeedbackPart = 'left' | 'right' | 'upper' | 'lower';

/** What there is to say of one place or class; the worst comes first in FEEDBACK_ORDER. */
export type FeedbackFact =
  /** In the key and not marked. `multiple`: of the pleural depth, for A-lines. */
  | { readonly code: 'missed'; readonly place: FeedbackPlace; readonly pleuraMm: number | null }
  /** Marked beside where it is; how much deeper and further right the mark should lie, mm. */
  | {
      readonly code: 'displaced';
      readonly place: FeedbackPlace;
      readonly deeperMm: number;
      readonly rightMm: number;
    }
  /** Marked where the key has another class. */
  | { readonly code: 'confused'; readonly place: FeedbackPlace; readonly actual: MarkableFinding }
  /** Marked where the key has nothing. */
  | { readonly code: 'extra'; readonly place: FeedbackPlace; readonly pleuraMm: number | null }
  /** A B-line taken for a confluence or the reverse. */
  | { readonly code: 'half_credit'; readonly place: FeedbackPlace; readonly markedAs: MarkableFinding }
  /** Found, but for a part. `share`: how much was found. */
  | {
      readonly code: 'partly_missed';
      readonly place: FeedbackPlace;
      readonly part: FeedbackPart;
      readonly share: number;
    }
  /** Marked beyond its border. `share`: how much of the mark is right. */
  | {
      readonly code: 'spills';
      readonly place: FeedbackPlace;
      readonly part: FeedbackPart;
      readonly share: number;
    }
  | { readonly code: 'count'; readonly marked: number; readonly expected: number }
  | { readonly code: 'not_scored' }
  | { readonly code: 'found'; readonly place: FeedbackPlace }
  | { readonly code: 'correct_absence' };

export type FeedbackCode = FeedbackFact['code'];

export type Feedback = FeedbackFact & {
  readonly finding: MarkableFinding;
  /** One English sentence that says what, where, and what to look for. */
  readonly text: string;
};

export const FEEDBACK_ORDER: readonly FeedbackCode[] = [
  'missed',
  'displaced',
  'confused',
  'extra',
  'half_credit',
  'partly_missed',
  'spills',
  'count',
  'not_scored',
  'found',
  'correct_absence',
];
