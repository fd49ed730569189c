/** Share of wrong answers of somebody competent, and of somebody who is not. */
export const ACCEPTABLE_FAILURE = 0.1;
export const UNACCEPTABLE_FAILURE = 0.2;

/**
 * The most answers over which a wrong verdict was bounded, and the sums from which somebody is declared competent and
 * later declared to have lost it. Found by `cusumLimitFind`: over these many answers, of those who fail at 20 % at most
 * one in ten is declared competent, and of those who fail at 10 % at most one in ten is said to have lost it.
 */
export const CUSUM_HORIZON = 150;
export const COMPETENT_LIMIT = 3.66;
export const LOST_LIMIT = 3.57;

/** How likely an answer is at the acceptable failure against the unacceptable one, logarithm. */
const RIGHT_WEIGHT = Math.log((1 - ACCEPTABLE_FAILURE) / (1 - UNACCEPTABLE_FAILURE));
const WRONG_WEIGHT = Math.log(ACCEPTABLE_FAILURE / UNACCEPTABLE_FAILURE);

/**
 * A learner's competence in a skill, as far as it is known. `sum` is the test in progress, 0 or more: towards competence
 * (COMPETENT_LIMIT) where it is not there, towards its loss (LOST_LIMIT) where it is. `atItem`: which counted answer,
 * from 1, decided it.
 */
export type Competence =
  | { readonly kind: 'not_yet'; readonly sum: number; readonly items: number }
  | { readonly kind: 'competent'; readonly sum: number; readonly items: number; readonly atItem: number }
  | { readonly kind: 'lost'; readonly sum: number; readonly items: number; readonly atItem: number };

export const COMPETENCE_NONE: Competence = { kind: 'not_yet', sum: 0, items: 0 };

/** The sum of the learning curve after one more answer. */
export function learningSum(sum: number, isRight: boolean): number {
  return Math.max(0, sum + (isRight ? RIGHT_WEIGHT : WRONG_WEIGHT));
}

/** The sum that watches over a competence after one more answer. */
export function lossSum(sum: number, isRight: boolean): number {
  return Math.max(0, sum - (isRight ? RIGHT_WEIGHT : WRONG_WEIGHT));
}

/**
 * One more counted answer. Until competent, and again once it is lost, the LC-CUSUM (Biau et al. 2008, Br J Surg 95:925;
 * Biau and Porcher 2010, Stat Med, doi:10.1002/sim.3947) tests whether failure has fallen to the acceptable share;
 * while competent, a CUSUM the other way round tests whether it has risen again.
 */
export function competenceAdd(before: Competence, isRight: boolean): Competence {
  const items = before.items + 1;
  if (before.kind === 'competent') {
    const sum = lossSum(before.sum, isRight);
    return sum >= LOST_LIMIT ? { kind: 'lost', sum: 0, items, atItem: items } : { ...before, sum, items };
  }
  const sum = learningSum(before.sum, isRight);
  return sum >= COMPETENT_LIMIT
    ? { kind: 'competent', sum: 0, items, atItem: items }
    : { ...before, sum, items };
}
