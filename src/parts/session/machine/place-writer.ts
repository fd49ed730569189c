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

/** Writes under way at once. A page that ends loses what waits for the storage's answer to an earlier one. */
const WRITES_MOST = 4;

/**
 * Stores places in the order given, some writes at once; of places that have to wait for those, each scenario's newest
 * alone is written. Stopping it does not lose what it was given.
 */
export function placeWriterCreate(effects: Pick<SessionEffects, 'store' | 'tabs'>) {
  const { store } = effects;
  return fromCallback<WriterEvent>(({ receive, sendBack }) => {
    /** By scenario; null is to be forgotten. */
    const waiting = new Map<string, Place | null>();
    const releasing: string[] = [];
    /** Of which the newest is known to this page alone, so that no other is to play them without being told. */
    const unwritten = new Set<string>();
    let writes = 0;

    const write = async (scenarioId: string, place: Place | null): Promise<void> => {
      try {
        if (place === null) await store.placeDrop(scenarioId);
        else await store.placeSave(place);
        unwritten.delete(scenarioId);
      } catch (error) {
        if (isRefused(error)) {
          unwritten.delete(scenarioId);
          sendBack({ type: 'place.refused', scenarioId, place } satisfies WriteRefused);
          return;
        }
        unwritten.add(scenarioId);
        const fact = errorFact(error, { code: 'placeNotKept' });
        sendBack({ type: 'place.unwritten', fact } satisfies WriteFailed);
      }
    };

    const proceed = (): void => {
      for (const [scenarioId, place] of waiting) {
        if (writes === WRITES_MOST) break;
        waiting.delete(scenarioId);
        writes += 1;
        void write(scenarioId, place).then(() => {
          writes -= 1;
          proceed();
        });
      }
      if (writes > 0) return;
      for (const scenarioId of releasing.splice(0)) {
        if (!unwritten.has(scenarioId)) scenarioRelease(effects, scenarioId);
      }
    };

    receive((event) => {
      if (event.type === 'clear') waiting.clear();
      else if (event.type === 'release') releasing.push(event.scenarioId);
      else if (event.type === 'keep') waiting.set(event.place.scenarioId, event.place);
      else for (const scenarioId of event.ids) waiting.set(scenarioId, null);
      proceed();
    });
  });
}

function isRefused(error: unknown): boolean {
  return error instanceof CodedError && error.code === 'place_taken';
}
