import type { Place } from '../../ports/store.ts';
import { timeRead } from './attempt-read.ts';
import { StoreError } from './store-error.ts';
import { countRead, objectRead, textRead, type ValueRead } from './value-read.ts';

/** A place as it is kept; what its state means is for whoever knows its version. */
export const placeRead: ValueRead<Place> = (value, place) => {
  const stored = objectRead(value, place);
  return {
    scenarioId: textRead(stored.scenarioId, `${place}.scenarioId`),
    version: countRead(stored.version, `${place}.version`),
    savedAtMs: timeRead(stored.savedAtMs, `${place}.savedAtMs`),
    state: objectRead(stored.state, `${place}.state`),
  };
};

/**
 * The one place that versions before 4 kept, as the item `session`: what is now a place's `state` was its `resume`.
 *
 * @throws StoreError where it is none
 */
export function placeOfSession(stored: unknown): Place {
  const session = objectRead(stored, 'The saved session');
  const { scenarioId, resume } = objectRead(session.state, 'Its state');
  const { version, savedAtMs } = session;
  return placeRead({ scenarioId, version, savedAtMs, state: resume }, 'The saved session');
}

/** The records that can be read, newest first, and why others cannot. */
export function placesRead(records: readonly { readonly key: string; readonly read: () => Place }[]) {
  const places: Place[] = [];
  const ignored: { key: string; reason: string }[] = [];
  for (const { key, read } of records) {
    try {
      places.push(read());
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      ignored.push({ key, reason: error.message });
    }
  }
  places.sort((one, other) => other.savedAtMs - one.savedAtMs);
  return { places, ignored };
}
