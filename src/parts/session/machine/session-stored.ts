import { type BestScores, bestOfBoth } from '../../../domain/learning/best-scores.ts';
import type { MessageFact } from '../../../domain/message/message-fact.ts';
import type { Place } from '../../../ports/store.ts';
import type { SessionContext } from './session-context.ts';
import type { SessionEffects } from './session-effects.ts';

/** The learner's best scores and places, as they are stored. */
export interface Stored {
  readonly best: BestScores;
  readonly places: readonly Place[];
  readonly notice: MessageFact | null;
}

/** Reads scores and places, and drops the places that are damaged. */
export async function storedProgressRead({ store }: SessionEffects): Promise<Stored> {
  const best = await store.bestScores();
  const { places, ignored } = await store.placesList();
  const notice: MessageFact | null = ignored.length > 0 ? { code: 'placeDropped' } : null;
  for (const { key } of ignored) await store.placeDrop(key);
  return { best, places, notice };
}

/** Scores that could not be written are still known here. */
export function storedRefresh({ best }: SessionContext, read: Stored): Stored {
  return { ...read, best: bestOfBoth(best, read.best) };
}
