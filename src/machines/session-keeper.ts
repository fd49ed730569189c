import { fromCallback } from 'xstate';
import type { Place } from '../ports/store.ts';
import type { SessionEffects } from './session-effects.ts';

/** Stores a place, forgets those of some scenarios, or drops whatever it has not written yet. */
export type KeeperEvent =
  | { readonly type: 'keep'; readonly place: Place }
  | { readonly type: 'drop'; readonly ids: readonly string[] }
  | { readonly type: 'clear' };

export interface KeeperFailed {
  readonly type: 'keeper.failed';
  readonly message: string;
}

/**
 * Stores places, one write at a time and each scenario's newest last; places that a newer one of the same scenario
 * overtakes while a write is under way are never written. Stopping it does not lose what it was given.
 */
export function sessionKeeperCreate({ store }: SessionEffects) {
  return fromCallback<KeeperEvent>(({ receive, sendBack }) => {
    /** By scenario; null is to be forgotten. */
    const waiting = new Map<string, Place | null>();
    let isWriting = false;

    const write = async (): Promise<void> => {
      isWriting = true;
      for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
        const [scenarioId, place] = next.value;
        waiting.delete(scenarioId);
        try {
          if (place === null) await store.placeDrop(scenarioId);
          else await store.placeSave(place);
        } catch (error) {
          sendBack({ type: 'keeper.failed', message: messageOf(error) } satisfies KeeperFailed);
        }
      }
      isWriting = false;
    };

    receive((event) => {
      if (event.type === 'clear') waiting.clear();
      else if (event.type === 'keep') waiting.set(event.place.scenarioId, event.place);
      else for (const scenarioId of event.ids) waiting.set(scenarioId, null);
      if (!isWriting) void write();
    });
  });
}

export function messageOf(error: unknown): string {
  return error instanceof Error && error.message !== ''
    ? error.message
    : 'Something went wrong here. Try again.';
}
