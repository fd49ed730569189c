import { placeSchema } from '../../domain/learning/place.ts';
import { placeOfSession, placeUpdate } from './place-update.ts';
import { recordRead } from './record-read.ts';
import type { Shelves } from './shelves.ts';
import { StoreError } from './store-error.ts';

/** Brings what older versions kept to where it lies now, and names of files out of it. */
export async function shelvesUpdate(shelves: Shelves): Promise<void> {
  await sessionMove(shelves);
  for (const { value } of await shelves.placesAll()) {
    const place = placeUpdate(value);
    if (place !== value) await shelves.placePut(place as { readonly scenarioId: string }, null);
  }
}

/** Moves the one place that versions before 4 kept to where places are now; what is none goes too, nobody reads it. */
async function sessionMove(shelves: Shelves): Promise<void> {
  const session = await shelves.itemGet('session');
  if (session === undefined) return;
  try {
    await shelves.placePut(
      recordRead(placeSchema, placeUpdate(placeOfSession(session)), 'The saved session'),
      null,
    );
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
  await shelves.itemDelete('session');
}
