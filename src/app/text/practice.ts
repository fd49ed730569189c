import type { StepResult } from '../../domain/scenario/progress.ts';

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

/** Beside a step's score in the result: hints, practice and time of it; empty where there is nothing to say. */
export function stepDetails({ first, practice }: StepResult): string {
  const parts = [
    first.hintCost > 0 ? `${first.hintCost} off for hints` : null,
    practice.length > 0 ? `then practice: ${practice.map(({ score }) => scoreWord(score)).join(', ')}` : null,
    `${Math.round(first.elapsedS)} s`,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function scoreWord(score: number | null): string {
  return score === null ? 'not scored' : `${Math.round(score)}`;
}
