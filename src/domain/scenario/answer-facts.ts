import type { Truth } from '../frame/frame.ts';
import type { Key } from '../grading/grade.ts';

/** What a frozen image tells. */
export interface AnswerFacts {
  readonly truth: Truth | null;
  readonly key: Key;
}

/** Where the source knows what it shows, nothing else is asked. */
export function truthFacts(truth: Truth): AnswerFacts {
  return { truth, key: { mask: truth.mask, provenance: 'phantom_truth', byClass: {} } };
}
