import type { ClassLearner } from './class-join.ts';
import { grouped } from './grouped.ts';
import type { HandedAnswer, HandedAttempt } from './results-file.ts';

/** An answer that counts: of a learner's first attempt at an exercise, each item once. */
export interface ClassAnswer {
  readonly learner: ClassLearner;
  readonly attempt: HandedAttempt;
  readonly answer: HandedAnswer;
}

/** An exercise that somebody of the class has played. */
export interface ClassSet {
  readonly set: string;
  /** Of one of its forms. */
  readonly scenarioId: string;
  readonly title: string;
  readonly learners: number;
  /** How many sets of images there were; 1 where everybody had the same. */
  readonly forms: number;
}

/** The exercises of a class, in the order in which the first of the class had played them. */
export function classSets(learners: readonly ClassLearner[]): readonly ClassSet[] {
  const attempts = learners
    .flatMap((learner) => attemptsCounted(learner).map((attempt) => ({ learner, attempt })))
    .sort((a, b) => a.attempt.atMs - b.attempt.atMs);
  const bySet = grouped(attempts, ({ attempt }) => attempt.set);
  return [...bySet].map(([set, own]) => ({
    set,
    ...{ scenarioId: own[0]!.attempt.scenarioId, title: own[0]!.attempt.title },
    learners: own.length,
    forms: new Set(own.map(({ attempt }) => attempt.form)).size,
  }));
}

/**
 * The answers that count, learner by learner.
 *
 * @param set one exercise; null for all
 */
export function classAnswers(learners: readonly ClassLearner[], set: string | null): readonly ClassAnswer[] {
  return learners.flatMap((learner) =>
    attemptsCounted(learner)
      .filter((attempt) => set === null || attempt.set === set)
      .flatMap((attempt) => {
        const seen = new Set<string>();
        return attempt.answers.flatMap((answer) => {
          if (seen.has(answer.item)) return [];
          seen.add(answer.item);
          return [{ learner, attempt, answer }];
        });
      }),
  );
}

/** Of each exercise the first attempt: later ones are practice, in which images may be known. */
function attemptsCounted({ attempts }: ClassLearner): readonly HandedAttempt[] {
  const seen = new Set<string>();
  return attempts.filter(({ set }) => {
    if (seen.has(set)) return false;
    seen.add(set);
    return true;
  });
}

/** Tells items of different exercises apart. */
export function itemKeyOf({ attempt, answer }: ClassAnswer): string {
  return `${attempt.set}\n${answer.item}`;
}
