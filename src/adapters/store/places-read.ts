import type { Place } from '../../ports/store.ts';
import { StoreError } from './store-error.ts';

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
