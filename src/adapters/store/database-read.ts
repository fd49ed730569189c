import { type CaptureCalibration, captureCalibrationSchema } from '../../domain/frame/capture-calibration.ts';
import { type Learner, learnerSchema } from '../../domain/learners/learner.ts';
import { attemptSchema } from '../../domain/learning/attempt.ts';
import { type BestScores, bestWith } from '../../domain/learning/best-scores.ts';
import { itemRecordSchema } from '../../domain/learning/item-record.ts';
import { placeSchema } from '../../domain/learning/place.ts';
import { settingsRead } from '../../domain/learning/settings.ts';
import { type StoredSchema, storedTake } from '../../domain/stored/stored-read.ts';
import type { Attempt, IgnoredRecord, ItemRecord, StoredSettings, StoreExport } from '../../ports/store.ts';
import { type Database, type DatabaseRecord, recordOrder } from './database.ts';
import { placesRead } from './places-read.ts';
import { recordFault, recordRead } from './record-read.ts';

/** Raised where a copy would be misread by those who knew the form before. Version 1 did not tell it. */
export const COPY_VERSION = 2;

/** The attempts that can be read, newest first, and why others cannot. */
export async function attemptsOn(
  database: Database,
): Promise<{ readonly attempts: readonly Attempt[]; readonly ignored: readonly IgnoredRecord[] }> {
  const { sound, ignored } = countedRead(await database.attemptsAll(), attemptSchema, 'The attempt');
  return { attempts: sound.reverse(), ignored };
}

/** The answers to items that can be read, in the order in which they were given, and why others cannot. */
export async function itemsOn(
  database: Database,
): Promise<{ readonly items: readonly ItemRecord[]; readonly ignored: readonly IgnoredRecord[] }> {
  const { sound, ignored } = countedRead(await database.learnerItemsAll(), itemRecordSchema, 'The item');
  return { items: sound, ignored };
}

/** Oldest first; times decide where there are no numbers. */
function countedRead<T extends { readonly atMs: number }>(
  kept: readonly DatabaseRecord[],
  schema: StoredSchema<T>,
  place: string,
): { readonly sound: T[]; readonly ignored: readonly IgnoredRecord[] } {
  const counted: { readonly order: number; readonly record: T }[] = [];
  const ignored: IgnoredRecord[] = [];
  for (const { key, value } of kept) {
    try {
      counted.push({ order: recordOrder(value), record: recordRead(schema, value, place) });
    } catch (error) {
      ignored.push({ key, reason: recordFault(error) });
    }
  }
  counted.sort((one, other) => one.order - other.order || one.record.atMs - other.record.atMs);
  return { sound: counted.map(({ record }) => record), ignored };
}

export async function placesOn(database: Database): Promise<ReturnType<typeof placesRead>> {
  const kept = await database.placesAll();
  return placesRead(
    kept.map(({ key, value }) => ({ key, read: () => recordRead(placeSchema, value, 'The place') })),
  );
}

/** Null where there is none that is sound. */
export async function learnerOn(database: Database): Promise<Learner | null> {
  return storedTake(learnerSchema, await database.itemGet('learner'));
}

/** Those settings that are sound. */
export async function settingsOn(database: Database): Promise<Partial<StoredSettings>> {
  return settingsRead(await database.itemGet('settings'));
}

/** Those calibrations that are sound. */
export async function calibrationsOn(database: Database): Promise<ReadonlyMap<string, CaptureCalibration>> {
  return calibrationsRead(await database.itemGet('calibrations'));
}

export function bestScoresOf(attempts: readonly Attempt[]): BestScores {
  return attempts.reduce<BestScores>((best, { scenarioId, score }) => bestWith(best, scenarioId, score), {});
}

/** Everything that can be read, and why other things cannot. */
export async function exportOn(database: Database, atMs: number): Promise<StoreExport> {
  const [{ attempts, ignored }, answered, kept, learner, settings, calibrations] = await Promise.all([
    attemptsOn(database),
    itemsOn(database),
    placesOn(database),
    learnerOn(database),
    settingsOn(database),
    calibrationsOn(database),
  ]);
  return {
    product: 'batsign',
    version: COPY_VERSION,
    exportedAtMs: atMs,
    learner,
    attempts,
    items: answered.items,
    bestScores: bestScoresOf(attempts),
    places: kept.places,
    settings,
    calibrations: Object.fromEntries(calibrations),
    ignored: [...ignored, ...answered.ignored, ...kept.ignored],
  };
}

function calibrationsRead(stored: unknown): ReadonlyMap<string, CaptureCalibration> {
  const sound = new Map<string, CaptureCalibration>();
  if (typeof stored !== 'object' || stored === null) return sound;
  for (const [key, value] of Object.entries(stored)) {
    const calibration = storedTake(captureCalibrationSchema, value);
    if (calibration !== null) sound.set(key, calibration);
  }
  return sound;
}
