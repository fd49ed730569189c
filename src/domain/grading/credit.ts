import { SIBLING_CREDIT } from './tolerance.ts';

/** One class in marks and key, as sets of pixels (1 or 0). */
export interface ClassLayer {
  readonly marks: Uint8Array;
  /** Pixels that must be marked. */
  readonly key: Uint8Array;
  /** Pixels within the tolerance of the marks. */
  readonly nearMarks: Uint8Array;
  /** Pixels within the tolerance of any finding that is right to mark, asked for or welcome. */
  readonly nearKey: Uint8Array;
  /** Where marks are neither right nor wrong. */
  readonly nearNeutral: Uint8Array;
}

/** The outcome of a pixel: nothing there, right, missed, marked for nothing, or neither right nor wrong. */
export const VERDICT = { none: 0, hit: 1, miss: 2, extra: 3, neutral: 4 } as const;

/** Precision and recall of one class, with half credit for its sibling. */
export interface ClassCredit {
  readonly precision: number | null;
  readonly recall: number | null;
  /** Marked pixels that speak for this class. */
  readonly marked: number;
  /** Marked pixels of this class that are neither right nor wrong. */
  readonly neutral: number;
  /** Pixels of the key that must be marked. */
  readonly expected: number;
  /** VERDICT per pixel. */
  readonly verdicts: Uint8Array;
}

/**
 * Credits each pixel of a class. Without a sibling this is plain overlap with a tolerance, but that marks on what is
 * neutral count for nothing. With a sibling (B-line and confluence), marks of this class that lie on the sibling's key
 * only are judged there and not here, and the sibling's marks that lie on this key only are judged here, at
 * SIBLING_CREDIT; key pixels that only the sibling's marks reach are found at SIBLING_CREDIT as well.
 */
export function creditMeasure(own: ClassLayer, sibling: ClassLayer | null): ClassCredit {
  const verdicts = new Uint8Array(own.marks.length);
  let marked = 0;
  let markedCredit = 0;
  let neutral = 0;
  let expected = 0;
  let expectedCredit = 0;
  for (let at = 0; at < verdicts.length; at++) {
    // Most pixels are in no set, and nothing becomes of them.
    if (own.marks[at] === 0 && own.key[at] === 0 && (sibling === null || sibling.marks[at] === 0)) continue;
    const onKey = own.nearKey[at]! === 1;
    const onSibling = sibling !== null && sibling.nearKey[at] === 1;
    if (own.marks[at] === 1) {
      if (onKey) {
        marked += 1;
        markedCredit += 1;
        verdicts[at] = VERDICT.hit;
      } else if (own.nearNeutral[at] === 1) {
        neutral += 1;
        verdicts[at] = VERDICT.neutral;
      } else if (!onSibling) {
        marked += 1;
        verdicts[at] = VERDICT.extra;
      }
    } else if (sibling !== null && sibling.marks[at] === 1 && onKey && !onSibling) {
      marked += 1;
      markedCredit += SIBLING_CREDIT;
      verdicts[at] = VERDICT.hit;
    }
    if (own.key[at] !== 1) continue;
    expected += 1;
    const bySibling = sibling !== null && sibling.nearMarks[at] === 1;
    const credit = own.nearMarks[at] === 1 ? 1 : bySibling ? SIBLING_CREDIT : 0;
    expectedCredit += credit;
    verdicts[at] = credit > 0 ? VERDICT.hit : VERDICT.miss;
  }
  return {
    precision: marked === 0 ? null : markedCredit / marked,
    recall: expected === 0 ? null : expectedCredit / expected,
    marked,
    neutral,
    expected,
    verdicts,
  };
}
