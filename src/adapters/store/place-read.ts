import { filePrintIs } from '../../domain/frame/clip-used.ts';
import type { Place } from '../../ports/store.ts';
import { timeRead } from './attempt-read.ts';
import { StoreError } from './store-error.ts';
import { countRead, objectRead, textRead, type ValueRead } from './value-read.ts';

/**
 * What a state means is for whoever knows its version, but for one thing: of a learner's file (`clip.file`) nothing is
 * read or written but what it is known again by, never a name.
 */
const stateRead: ValueRead<Place['state']> = (value, place) => {
  const state = objectRead(value, place);
  if (state.clip === undefined || state.clip === null) return state;
  const { file, ...used } = objectRead(state.clip, `${place}.clip`);
  if (!filePrintIs(file)) {
    throw new StoreError(
      'record_unsound',
      `${place}.clip.file is not the hash that a file is known again by.`,
    );
  }
  return { ...state, clip: { ...used, file: { sha256: file.sha256 } } };
};

/** A place as it is kept. */
export const placeRead: ValueRead<Place> = (value, place) => {
  const stored = objectRead(value, place);
  return {
    scenarioId: textRead(stored.scenarioId, `${place}.scenarioId`),
    version: countRead(stored.version, `${place}.version`),
    savedAtMs: timeRead(stored.savedAtMs, `${place}.savedAtMs`),
    state: stateRead(stored.state, `${place}.state`),
  };
};

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
