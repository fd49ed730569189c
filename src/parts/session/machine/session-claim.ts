import type { Claim } from '../../../ports/tabs.ts';
import type { SessionContext } from './session-context.ts';
import { type SessionEffects, scenarioRelease } from './session-effects.ts';
import { placeFind } from './session-places.ts';
import { type Stored, storedRead, storedRefresh } from './session-stored.ts';

/** How asking for a scenario that another page may play went. */
export interface Claimed {
  readonly claim: Claim;
  /** What is kept by now; null where this page need not ask. */
  readonly read: Stored | null;
}

/** Asks for a scenario, which another page may play. */
export async function scenarioClaim(
  effects: SessionEffects,
  scenarioId: string,
  signal: AbortSignal,
): Promise<Claimed> {
  const claim = await effects.tabs.claim(scenarioId);
  // What this page still holds it knows better than the store, which may not have all of it yet.
  if (claim !== 'new') return { claim, read: null };
  await placeClaim(effects, scenarioId);
  return { claim, read: await storedClaimed(effects, scenarioId, signal) };
}

/** Takes a scenario over from the page that plays it, and gives what is kept by then. */
export async function scenarioTakeOver(
  effects: SessionEffects,
  scenarioId: string,
  signal: AbortSignal,
): Promise<Stored> {
  await effects.tabs.takeOver(scenarioId);
  await placeClaim(effects, scenarioId);
  return storedClaimed(effects, scenarioId, signal);
}

/** Where one that was not known here was left by another page it is gone on with. */
export function claimedTake(context: SessionContext, { read }: Claimed): Partial<SessionContext> {
  if (read === null) return {};
  const { scenarioId, stored, places } = context;
  const fresh = storedRefresh(context, read);
  const isAnew = stored === null && placeFind(places, scenarioId) !== null;
  return { ...fresh, stored: isAnew ? null : placeFind(fresh.places, scenarioId) };
}

/** Where nothing can be written, what cannot be claimed need not be: that it is not kept is said when it is tried. */
async function placeClaim({ store }: SessionEffects, scenarioId: string): Promise<void> {
  await store.placeClaim(scenarioId).catch(() => {});
}

/** What is kept of a scenario that this page may play now: only now is what another one kept of it the last of it. */
async function storedClaimed(
  effects: SessionEffects,
  scenarioId: string,
  signal: AbortSignal,
): Promise<Stored> {
  try {
    return await storedRead(effects);
  } finally {
    // Nobody waits for it any longer.
    if (signal.aborted) scenarioRelease(effects, scenarioId);
  }
}
