/**
 * What a question's answer is computed from, so that it is right for whatever image is frozen:
 * the number of separate B-lines, the number of A-lines, the B-line artefact score in percent, the pattern of
 * the lung (see `patternRead`), and whether the lung slides (`yes` or `no`).
 */
export const NUMBER_ANSWERS = ['b_line_count', 'a_line_count', 'blas_percent'] as const;
export const CHOICE_ANSWERS = ['pattern', 'sliding'] as const;

export type NumberAnswer = (typeof NUMBER_ANSWERS)[number];
export type ChoiceAnswer = (typeof CHOICE_ANSWERS)[number];
export type AnswerSource = NumberAnswer | ChoiceAnswer;

/** The values that a computed choice can take; a question's options must be among them. */
export const CHOICE_VALUES = {
  pattern: ['a_lines', 'b_lines', 'confluence', 'effusion', 'consolidation'],
  sliding: ['yes', 'no'],
} as const;

export type LungPattern = (typeof CHOICE_VALUES.pattern)[number];

/** What an answer is counted in. */
export const ANSWER_UNITS: Readonly<Record<NumberAnswer, string>> = {
  b_line_count: 'B-lines',
  a_line_count: 'A-lines',
  blas_percent: '%',
};
