import type { ItemDraft } from '../../../domain/learning/item-draft.ts';
import type { Scenario } from '../../../domain/scenario/scenario.ts';
import type { ScenarioEffects } from '../../../ports/scenario-effects.ts';
import type { Attempt, AttemptStep, Store } from '../../../ports/store.ts';
import type { Tabs } from '../../../ports/tabs.ts';
import type { ScenarioOutcome } from './scenario-result.ts';

export type SessionStore = Pick<
  Store,
  'placesList' | 'placeClaim' | 'placeRelease' | 'placeSave' | 'placeDrop' | 'bestScores' | 'attemptAdd'
>;

/** The effects that the session needs. Of a CodedError its fact is told to the learner. */
export interface SessionEffects extends ScenarioEffects {
  scenarioLoad(input: { readonly scenarioId: string }): Promise<Scenario>;
  readonly store: SessionStore;
  readonly tabs: Pick<Tabs, 'claim' | 'takeOver' | 'release'>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Never the same twice, e.g. a UUID. */
  newId(): string;
  /** Of images that nobody has seen, 0 to 2^32 - 1. */
  newSeed(): number;
  /** Keeps an answer for what is known of the learner. */
  itemKeep(draft: ItemDraft): Promise<void>;
}

/** Lets other pages play a scenario, unless it was claimed here again meanwhile. */
export function scenarioRelease(
  { store, tabs }: Pick<SessionEffects, 'store' | 'tabs'>,
  scenarioId: string,
): void {
  if (tabs.release(scenarioId)) store.placeRelease(scenarioId);
}

/** The attempt to store of a finished scenario; null when nothing in it was answered, marked or scanned. */
export function attemptOf(outcome: ScenarioOutcome, id: string, atMs: number): Attempt | null {
  const { scenarioId, seed, score, results } = outcome;
  if (results.length === 0) return null;
  const steps = results.map(({ kind, stepId, first, practice }) => {
    // Each result's tries are of its own kind.
    return { kind, stepId, first, practice } as AttemptStep;
  });
  return { id, scenarioId, seed, atMs, score, steps };
}
