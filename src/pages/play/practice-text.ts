import type { StepResult } from '../../domain/learning/progress.ts';

/** While marking once more after feedback; null at the first try. */
export function practiceMarking(result: StepResult | undefined): string | null {
  if (result === undefined) return null;
  const { score } = result;
  const first = score === null ? 'Your first try' : `Your first try, ${Math.round(score)},`;
  return `Practice: you have seen the answer. ${first} is what counts; what you draw now is kept beside it.`;
}

/** Over the feedback on practice; null for a first try's. */
export function practiceGraded(result: StepResult | undefined): string | null {
  if (result === undefined || result.practice.length === 0) return null;
  const { score, latestScore } = result;
  if (score === null || latestScore === null) return 'This was practice: your first try is what counts.';
  return `This was practice: ${Math.round(latestScore)}. Your first try, ${Math.round(score)}, is what counts.`;
}

/**
 * Under a step's name in the result: its image, hints, practice and time; empty where there is nothing to say.
 *
 * @param image title of the step's image; null outside rounds
 */
export function stepDetails({ first, practice }: StepResult, image: string | null): string {
  const parts = [
    image,
    first.hintCost > 0 ? `${first.hintCost} off for hints` : null,
    practice.length > 0 ? `then practice: ${practice.map(({ score }) => scoreWord(score)).join(', ')}` : null,
    first.elapsedS >= 1 ? `${Math.round(first.elapsedS)} s` : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function scoreWord(score: number | null): string {
  return score === null ? 'not scored' : `${Math.round(score)}`;
}
