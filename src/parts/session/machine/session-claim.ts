import type { Claim } from '../../../ports/tabs.ts';
import type { SessionContext } from './session-context.ts';
import { type SessionEffects, scenarioRelease } from './session-effects.ts';
import { placeFind } from './session-places.ts';
import { type Stored, storedProgressRead, storedRefresh } from './session-stored.ts';

/** The answer when a scenario is asked for that another page may play. */
export interface Claimed {
  readonly claim: Claim;
  /** Scores and places as stored by now; null where this page need not ask. */
  readonly read: Stored | null;
}

/** Asks for a scenario, which another page may play. */
export async function scenarioClaim(
  effects: SessionEffects,
  scenarioId: string,
  signal: AbortSignal,
): Promise<Claimed> {
  const claim = await effects.tabs.claim(scenarioId);
  // This page knows a scenario that it still holds better than the store, which may not have all of it yet.
  if (claim !== 'new') return { claim, read: null };
  await placeClaim(effects, scenarioId);
  return { claim, read: await storedClaimed(effects, scenarioId, signal) };
}

/** Takes a scenario over from the page that plays it, and gives what is stored by then. */
export async function scenarioTakeOver(
  effects: SessionEffects,
  scenarioId: string,
  signal: AbortSignal,
): Promise<Stored> {
  await effects.tabs.takeOver(scenarioId);
  await placeClaim(effects, scenarioId);
  return storedClaimed(effects, scenarioId, signal);
}

/** A scenario that was not known here is gone on with where another page left it. */
export function claimedTake(context: SessionContext, { read }: Claimed): Partial<SessionContext> {
  if (read === null) return {};
  const { scenarioId, stored, places } = context;
  const fresh = storedRefresh(context, read);
  const isAnew = stored === null && placeFind(places, scenarioId) !== null;
  return { ...fresh, stored: isAnew ? null : placeFind(fresh.places, scenarioId) };
}

/** A claim may fail where nothing can be written: the learner is told when a place is to be kept. */
async function placeClaim({ store }: SessionEffects, scenarioId: string): Promise<void> {
  await store.placeClaim(scenarioId).catch(() => {});
}

/** Reads scores and places once this page may play the scenario: only then has another page written its last. */
async function storedClaimed(
  effects: SessionEffects,
  scenarioId: string,
  signal: AbortSignal,
): Promise<Stored> {
  try {
    return await storedProgressRead(effects);
  } finally {
    // Nobody waits for it any longer.
    if (signal.aborted) scenarioRelease(effects, scenarioId);
  }
}
