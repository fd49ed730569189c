import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { type StepResult, tryLatest } from '../../domain/learning/progress.ts';
import { say } from '../../ui/words/say.ts';

/** A class below this mean score is worth practising. */
const ENOUGH = 70;

/** Says what to practise after a run, weakest first: the class, its mean score, and what it looks like. */
export function practiseSentences(results: readonly StepResult[]): readonly string[] {
  const scores = new Map<MarkableFinding, number[]>();
  for (const result of results) {
    if (result.kind !== 'mark') continue;
    for (const grade of tryLatest(result).grade?.classes ?? []) {
      if (grade.status !== 'scored') continue;
      scores.set(grade.finding, [...(scores.get(grade.finding) ?? []), grade.score]);
    }
  }
  return [...scores]
    .map(([finding, all]) => ({ finding, mean: all.reduce((sum, score) => sum + score, 0) / all.length }))
    .filter(({ mean }) => mean < ENOUGH)
    .sort((a, b) => a.mean - b.mean)
    .map(({ finding, mean }) =>
      say('play.result.practiseClass', {
        label: say(`findings.${finding}.label`),
        score: Math.round(mean),
        looks: say(`marking.looks.${finding}`),
      }),
    );
}
