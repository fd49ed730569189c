import type { StepResult } from '../../domain/learning/progress.ts';
import { say } from '../../ui/words/say.ts';

/** While marking once more after feedback; null at the first try. */
export function practiceMarking(result: StepResult | undefined): string | null {
  if (result === undefined) return null;
  const { score } = result;
  return score === null
    ? say('play.practice.markingUnscored')
    : say('play.practice.marking', { score: Math.round(score) });
}

/** Over the feedback on practice; null for a first try's. */
export function practiceGraded(result: StepResult | undefined): string | null {
  if (result === undefined || result.practice.length === 0) return null;
  const { score, latestScore } = result;
  if (score === null || latestScore === null) return say('play.practice.gradedUnscored');
  return say('play.practice.graded', { latest: Math.round(latestScore), score: Math.round(score) });
}

/**
 * Under a step's name in the result: its image, hints, practice and time; empty where there is nothing to say.
 *
 * @param image title of the step's image; null outside rounds
 */
export function stepDetails({ first, practice }: StepResult, image: string | null): string {
  const parts = [
    image,
    first.hintCost > 0 ? say('play.result.hints', { cost: first.hintCost }) : null,
    practice.length > 0
      ? say('play.result.practice', { scores: practice.map(({ score }) => scoreWord(score)) })
      : null,
    first.elapsedS >= 1 ? say('play.result.seconds', { seconds: Math.round(first.elapsedS) }) : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function scoreWord(score: number | null): string {
  return score === null ? say('play.result.unscored') : `${Math.round(score)}`;
}
