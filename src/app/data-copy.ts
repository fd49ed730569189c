import type { Store } from '../ports/store.ts';
import { fileOffer } from './file-offer.ts';

/** Lets the browser save everything that is stored, all but clips, as one JSON file. */
export async function dataCopyOffer(store: Store): Promise<void> {
  const json = JSON.stringify(await store.exportAll(), null, 2);
  fileOffer(new Blob([json], { type: 'application/json' }), 'batsign-my-data.json');
}
