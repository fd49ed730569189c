import type { Confidence } from './confidence-level.ts';

/** An answer of which the learner said how sure they were. */
export interface SureAnswer {
  readonly id: string;
  readonly isRight: boolean;
  readonly confidence: Confidence | null;
}

/** The chance of being right that each confidence stands for: a guess, rather not, rather, sure. */
const CONFIDENCE_CHANCE: Readonly<Record<Confidence, number>> = { 1: 0.25, 2: 0.5, 3: 0.75, 4: 0.95 };

export interface ConfidenceBin {
  readonly confidence: Confidence;
  readonly answers: number;
  /** Share that was right, 0-1; null without an answer. */
  readonly right: number | null;
}

export interface ConfidenceCalibration {
  /** One for each confidence, 1 to 4. */
  readonly bins: readonly ConfidenceBin[];
  /** Mean squared difference between the chance that was stated and what came (Brier): 0 is best; null without an answer. */
  readonly brier: number | null;
  /** Ids of the answers that were sure and wrong, as they came. */
  readonly sureButWrong: readonly string[];
}

/** Stated confidence against what was right; answers without one are left out. */
export function confidenceCalibrate(answers: readonly SureAnswer[]): ConfidenceCalibration {
  const stated = answers.flatMap(({ id, isRight, confidence }) =>
    confidence === null ? [] : [{ id, isRight, confidence }],
  );
  const bins = ([1, 2, 3, 4] as const).map((confidence) => {
    const inBin = stated.filter((answer) => answer.confidence === confidence);
    const right = inBin.filter(({ isRight }) => isRight).length;
    return { confidence, answers: inBin.length, right: inBin.length === 0 ? null : right / inBin.length };
  });
  const squares = stated.reduce(
    (sum, { isRight, confidence }) => sum + (CONFIDENCE_CHANCE[confidence] - (isRight ? 1 : 0)) ** 2,
    0,
  );
  return {
    bins,
    brier: stated.length === 0 ? null : squares / stated.length,
    sureButWrong: stated
      .filter(({ isRight, confidence }) => confidence === 4 && !isRight)
      .map(({ id }) => id),
  };
}
