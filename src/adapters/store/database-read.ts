import { type CaptureCalibration, captureCalibrationSchema } from '../../domain/frame/capture-calibration.ts';
import { attemptSchema } from '../../domain/learning/attempt.ts';
import { type BestScores, bestWith } from '../../domain/learning/best-scores.ts';
import { placeSchema } from '../../domain/learning/place.ts';
import { settingsRead } from '../../domain/learning/settings.ts';
import { storedTake } from '../../domain/stored/stored-read.ts';
import type { Attempt, IgnoredRecord, StoredSettings, StoreExport } from '../../ports/store.ts';
import { attemptOrder, type Database } from './database.ts';
import { placesRead } from './places-read.ts';
import { recordFault, recordRead } from './record-read.ts';

/** The attempts that can be read, newest first, and why others cannot. */
export async function attemptsOn(
  database: Database,
): Promise<{ readonly attempts: readonly Attempt[]; readonly ignored: readonly IgnoredRecord[] }> {
  const counted: { readonly order: number; readonly attempt: Attempt }[] = [];
  const ignored: IgnoredRecord[] = [];
  for (const { key, value } of await database.attemptsAll()) {
    try {
      counted.push({ order: attemptOrder(value), attempt: recordRead(attemptSchema, value, 'The attempt') });
    } catch (error) {
      ignored.push({ key, reason: recordFault(error) });
    }
  }
  counted.sort((one, other) => other.order - one.order || other.attempt.atMs - one.attempt.atMs);
  return { attempts: counted.map(({ attempt }) => attempt), ignored };
}

export async function placesOn(database: Database): Promise<ReturnType<typeof placesRead>> {
  const kept = await database.placesAll();
  return placesRead(
    kept.map(({ key, value }) => ({ key, read: () => recordRead(placeSchema, value, 'The place') })),
  );
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
  const [{ attempts, ignored }, kept, settings, calibrations] = await Promise.all([
    attemptsOn(database),
    placesOn(database),
    settingsOn(database),
    calibrationsOn(database),
  ]);
  return {
    product: 'batsign',
    exportedAtMs: atMs,
    attempts,
    bestScores: bestScoresOf(attempts),
    places: kept.places,
    settings,
    calibrations: Object.fromEntries(calibrations),
    ignored: [...ignored, ...kept.ignored],
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
