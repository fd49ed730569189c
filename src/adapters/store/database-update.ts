import { placeSchema } from '../../domain/learning/place.ts';
import type { Database } from './database.ts';
import { placeOfSession, placeUpdate } from './place-update.ts';
import { recordRead } from './record-read.ts';
import { StoreError } from './store-error.ts';

/** Brings what older versions kept to where it lies now, and names of files out of it. */
export async function databaseUpdate(database: Database): Promise<void> {
  await sessionMove(database);
  for (const { value } of await database.placesAll()) {
    const place = placeUpdate(value);
    if (place !== value) await database.placePut(place as { readonly scenarioId: string }, null);
  }
}

/** Moves the one place that versions before 4 kept to where places are now; what is none goes too, nobody reads it. */
async function sessionMove(database: Database): Promise<void> {
  const session = await database.itemGet('session');
  if (session === undefined) return;
  try {
    await database.placePut(
      recordRead(placeSchema, placeUpdate(placeOfSession(session)), 'The saved session'),
      null,
    );
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
  await database.itemDelete('session');
}
