import { RIGHT_SCORE } from '../learning/right-score.ts';
import type { ClassAnswer } from './class-answers.ts';
import type { ClassLearner } from './class-join.ts';
import { formsEqual } from './forms-equal.ts';
import { grouped } from './grouped.ts';
import { mean, median } from './middle.ts';

/** A learner as the table of a class has them. */
export interface LearnerFigures {
  readonly learner: ClassLearner;
  /** Answers that count. */
  readonly answers: readonly ClassAnswer[];
  readonly scored: number;
  readonly right: number;
  /** Mean of the items' scores, 0-100; null where nothing was scored. */
  readonly score: number | null;
  /** The same as if all had had images as hard; null where they had, or nothing can be said. */
  readonly equalScore: number | null;
  /** Median seconds until an answer; null without any. */
  readonly seconds: number | null;
  /** Mean of 1 (a guess) to 4 (sure); null where none was asked for. */
  readonly confidence: number | null;
  /** Answers that were given as sure, and wrong. */
  readonly sureButWrong: number;
  readonly hints: number;
}

/**
 * The figures of each learner, in the given order.
 *
 * @param answers those that count; `isOneSet`: whether they are of one exercise, without which forms are not made equal
 */
export function learnerFigures(
  learners: readonly ClassLearner[],
  answers: readonly ClassAnswer[],
  isOneSet: boolean,
): readonly LearnerFigures[] {
  const equal = isOneSet ? formsEqual(answers) : new Map<string, { readonly score: number }>();
  const byLearner = grouped(answers, ({ learner }) => learner.id);
  return learners.map((learner) => {
    const own = byLearner.get(learner.id) ?? [];
    const scores = own.flatMap(({ answer }) => answer.score ?? []);
    const sure = own.flatMap(({ answer }) => answer.confidence ?? []);
    return {
      learner,
      answers: own,
      scored: scores.length,
      right: scores.filter((score) => score >= RIGHT_SCORE).length,
      score: scores.length === 0 ? null : mean(scores),
      equalScore: equal.get(learner.id)?.score ?? null,
      seconds: own.length === 0 ? null : median(own.map(({ answer }) => answer.seconds)),
      confidence: sure.length === 0 ? null : mean(sure),
      sureButWrong: own.filter(
        ({ answer }) => answer.confidence === 4 && answer.score !== null && answer.score < RIGHT_SCORE,
      ).length,
      hints: own.reduce((sum, { answer }) => sum + answer.hints, 0),
    };
  });
}
