import { fromCallback } from 'xstate';
import { CodedError } from '../../../domain/errors/coded-error.ts';
import { errorFact } from '../../../domain/errors/error-fact.ts';
import type { MessageFact } from '../../../domain/message/message-fact.ts';
import type { Place } from '../../../ports/store.ts';
import { type SessionEffects, scenarioRelease } from './session-effects.ts';

/**
 * Stores a place, forgets those of some scenarios, drops those that are not written yet, or lets other pages play a
 * scenario as soon as all is written.
 */
export type WriterEvent =
  | { readonly type: 'keep'; readonly place: Place }
  | { readonly type: 'drop'; readonly ids: readonly string[] }
  | { readonly type: 'clear' }
  | { readonly type: 'release'; readonly scenarioId: string };

export interface WriteFailed {
  readonly type: 'place.unwritten';
  readonly fact: MessageFact;
}

/** Another page has claimed the scenario without this one letting go of it: nothing of it is written any longer. */
export interface WriteRefused {
  readonly type: 'place.refused';
  readonly scenarioId: string;
  /** The place that could not be kept; null where it was to be forgotten. */
  readonly place: Place | null;
}

/**
 * Stores places, one write at a time and each scenario's newest last; places that a newer one of the same scenario
 * overtakes while a write is under way are never written. Stopping it does not lose what it was given.
 */
export function placeWriterCreate(effects: Pick<SessionEffects, 'store' | 'tabs'>) {
  const { store } = effects;
  return fromCallback<WriterEvent>(({ receive, sendBack }) => {
    /** By scenario; null is to be forgotten. */
    const waiting = new Map<string, Place | null>();
    const releasing: string[] = [];
    /** Of which the newest is known to this page alone, so that no other is to play them without being told. */
    const unwritten = new Set<string>();
    let isWriting = false;

    const write = async (): Promise<void> => {
      isWriting = true;
      for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
        const [scenarioId, place] = next.value;
        waiting.delete(scenarioId);
        try {
          if (place === null) await store.placeDrop(scenarioId);
          else await store.placeSave(place);
          unwritten.delete(scenarioId);
        } catch (error) {
          if (isRefused(error)) {
            unwritten.delete(scenarioId);
            sendBack({ type: 'place.refused', scenarioId, place } satisfies WriteRefused);
            continue;
          }
          unwritten.add(scenarioId);
          const fact = errorFact(error, { code: 'placeNotKept' });
          sendBack({ type: 'place.unwritten', fact } satisfies WriteFailed);
        }
      }
      isWriting = false;
      for (const scenarioId of releasing.splice(0)) {
        if (!unwritten.has(scenarioId)) scenarioRelease(effects, scenarioId);
      }
    };

    receive((event) => {
      if (event.type === 'clear') waiting.clear();
      else if (event.type === 'release') releasing.push(event.scenarioId);
      else if (event.type === 'keep') waiting.set(event.place.scenarioId, event.place);
      else for (const scenarioId of event.ids) waiting.set(scenarioId, null);
      if (!isWriting) void write();
    });
  });
}

function isRefused(error: unknown): boolean {
  return error instanceof CodedError && error.code === 'place_taken';
}
