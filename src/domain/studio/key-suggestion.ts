import { MARKABLE_FINDINGS, type MarkableFinding } from '../findings/finding.ts';
import type { EraserMark, Mark } from '../marks/mark.ts';

/** Marks that are offered for an image of a key: whoever draws it takes each class over or leaves it. */
export interface KeySuggestion {
  /** Which image, from 0. */
  readonly index: number;
  readonly marks: readonly Exclude<Mark, EraserMark>[];
}

/** The classes that are offered, in their order, with how many marks of each. */
export function suggestionClasses({
  marks,
}: KeySuggestion): readonly { readonly finding: MarkableFinding; readonly count: number }[] {
  return MARKABLE_FINDINGS.flatMap((finding) => {
    const count = marks.filter((mark) => mark.finding === finding).length;
    return count === 0 ? [] : [{ finding, count }];
  });
}

/** Without a class, which was taken over or left; null where nothing is left to decide. */
export function suggestionWithout(suggestion: KeySuggestion, finding: MarkableFinding): KeySuggestion | null {
  const marks = suggestion.marks.filter((mark) => mark.finding !== finding);
  return marks.length === 0 ? null : { ...suggestion, marks };
}
