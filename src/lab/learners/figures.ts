import { quantile } from '../../cli/shared/quantile.ts';
import { type CourseResult, courseRun } from './course.ts';
import type { LearnerModel } from './model.ts';
import type { PolicyName } from './policy.ts';

/** The results of many learners under one policy. */
export interface PolicyFigures {
  /** Items to the standard: of the median learner, the quarters, and the mean. */
  readonly items: number;
  readonly lower: number;
  readonly upper: number;
  readonly mean: number;
  /** Share (0-1) that reached it at all. */
  readonly reached: number;
  /** Hours of the median learner. */
  readonly hours: number;
  /** True share of right answers (0-1) at the standard, mean. */
  readonly accuracy: number;
  /** Points (of 100) lost after four and eight weeks, mean. */
  readonly lossWeek4: number;
  readonly lossWeek8: number;
  readonly lossWeek8Alone: number;
  /** Items in those eight weeks, mean. */
  readonly reviews: number;
  /** Share (0-1) of the declarations of competence that were wrong; 0 of none. */
  readonly falseCompetent: number;
}

/** @param seeds one learner each, the same for every policy */
export function policyMeasure(
  model: LearnerModel,
  policy: PolicyName,
  seeds: readonly number[],
): PolicyFigures {
  return figuresOf(seeds.map((seed) => courseRun(model, policy, seed)));
}

/** Sums up results of which there is at least one. */
export function figuresOf(results: readonly CourseResult[]): PolicyFigures {
  const sum = (read: (result: CourseResult) => number): number =>
    results.reduce((total, result) => total + read(result), 0);
  const mean = (read: (result: CourseResult) => number): number => sum(read) / results.length;
  const items = results.map((result) => result.items).sort((a, b) => a - b);
  const declared = sum((result) => result.declared);
  return {
    items: quantile(items, 0.5),
    lower: quantile(items, 0.25),
    upper: quantile(items, 0.75),
    mean: mean((result) => result.items),
    reached: mean(({ isReached }) => (isReached ? 1 : 0)),
    hours: quantile(
      results.map(({ hours }) => hours).sort((a, b) => a - b),
      0.5,
    ),
    accuracy: mean((result) => result.accuracy),
    lossWeek4: mean((result) => result.lossWeek4),
    lossWeek8: mean((result) => result.lossWeek8),
    lossWeek8Alone: mean((result) => result.lossWeek8Alone),
    reviews: mean((result) => result.reviews),
    falseCompetent: declared === 0 ? 0 : sum((result) => result.declaredFalsely) / declared,
  };
}

/** Share (0-1) of the items of one policy that another does without; below 0 where it takes more. */
export function savingOf(against: PolicyFigures, policy: PolicyFigures): number {
  return 1 - policy.items / against.items;
}
