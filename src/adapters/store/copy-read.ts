import type { StoreExport } from '../../ports/store.ts';
import { databaseMemory } from './database-memory.ts';
import { COPY_VERSION, exportOn } from './database-read.ts';
import { databaseUpdate } from './database-update.ts';
import { StoreError } from './store-error.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A copy that this or an older version saved, record by record as sound as what is kept: those that are not are in
 * `ignored`. Best scores are counted anew.
 *
 * @throws StoreError `copy_unsound` where the text is no such copy, `copy_newer` where a newer version saved it
 */
export async function copyRead(text: string): Promise<StoreExport> {
  const copy = parsed(text);
  const savedAtMs = copy?.exportedAtMs;
  if (copy?.product !== 'batsign' || typeof savedAtMs !== 'number') throw unsound();
  if (typeof copy.version === 'number' && copy.version > COPY_VERSION) {
    throw new StoreError('copy_newer', { code: 'copyNewer' });
  }
  const { attempts, items, places, learner, settings, calibrations } = copy;
  if (!Array.isArray(attempts)) throw unsound();
  // On database of its own it is brought up to date and read as if it had lain in the browser.
  const database = databaseMemory();
  // A copy begins with the newest.
  for (const [at, attempt] of [...attempts.entries()].reverse()) {
    await database.attemptPut({ ...fieldsOf(attempt), id: nameOf(fieldsOf(attempt).id, at) });
  }
  // Copies of before items were kept have none.
  for (const [at, item] of (Array.isArray(items) ? items : []).entries()) {
    await database.learnerItemPut({ ...fieldsOf(item), id: nameOf(fieldsOf(item).id, at) });
  }
  // Before each lesson had a place of its own a copy had none.
  for (const [at, place] of (Array.isArray(places) ? places : []).entries()) {
    await database.placePut({ ...fieldsOf(place), scenarioId: nameOf(fieldsOf(place).scenarioId, at) }, null);
  }
  await database.itemPut('learner', learner);
  await database.itemPut('settings', settings);
  await database.itemPut('calibrations', calibrations);
  await databaseUpdate(database);
  return exportOn(database, savedAtMs);
}

function unsound(): StoreError {
  return new StoreError('copy_unsound', { code: 'copyUnsound' });
}

function parsed(text: string): Fields | null {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return null;
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** The key of a record; one without a name of its own is told by where it stood. */
function nameOf(value: unknown, at: number): string {
  return typeof value === 'string' && value !== '' ? value : `record ${at + 1}`;
}
