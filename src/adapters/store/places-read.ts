import type { Place } from '../../ports/store.ts';
import { recordFault } from './record-read.ts';

/** The records that can be read, newest first, and why others cannot. */
export function placesRead(records: readonly { readonly key: string; readonly read: () => Place }[]) {
  const places: Place[] = [];
  const ignored: { key: string; reason: string }[] = [];
  for (const { key, read } of records) {
    try {
      places.push(read());
    } catch (error) {
      ignored.push({ key, reason: recordFault(error) });
    }
  }
  places.sort((one, other) => other.savedAtMs - one.savedAtMs);
  return { places, ignored };
}
