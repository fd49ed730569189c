import type { AdaptedNetwork } from '../../src/domain/adaptation/adapted-network.ts';
import { diceScores } from '../../src/domain/adaptation/dice-scores.ts';
import { confusionEmpty } from '../../src/domain/grading/confusion.ts';

const NOTHING = diceScores(confusionEmpty());

/** An adapted network as it is kept. */
export function adaptedMake(change: Partial<AdaptedNetwork> = {}): AdaptedNetwork {
  return {
    ...{ id: 'n1', name: 'Ward 3', keptAtMs: 1000, from: 'here', sha256: 'b'.repeat(64) },
    facts: {
      ...{ parent: 'a'.repeat(64), frames: 14, exams: 7, steps: 40 },
      held: { frames: 6, exams: 3, before: { ...NOTHING, mean: 0.4 }, after: { ...NOTHING, mean: 0.5 } },
    },
    ...change,
  };
}
