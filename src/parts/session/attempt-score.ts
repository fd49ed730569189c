import { type Attempt, attemptResult } from '../../domain/learning/attempt.ts';
import { drillRunOf } from '../../domain/learning/drill-run.ts';
import { say } from '../../ui/words/say.ts';
import { drillRead } from './drill.ts';
import { roundRead } from './round-id.ts';

/** How an attempt went, in words: of rounds and drills how many were right, of all else the score. */
export function attemptScore({ scenarioId, steps, score }: Attempt): string {
  if (drillRead(scenarioId) !== null || roundRead(scenarioId) !== null) {
    const { right, count } = drillRunOf(steps.map(attemptResult));
    return say('attempts.right', { right, count });
  }
  return score === null ? say('attempts.unscored') : say('attempts.score', { score: Math.round(score) });
}
