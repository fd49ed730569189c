import { type CaptureCalibration, captureCalibrationIs } from '../../domain/frame/capture-calibration.ts';
import type { Attempt, IgnoredRecord, Store, StoredSettings, StoreExport } from '../../ports/store.ts';
import { attemptRead } from './attempt-read.ts';
import { placeRead, placesRead } from './place-read.ts';
import type { Shelves } from './shelves.ts';
import { shelvesIdb } from './shelves-idb.ts';
import { shelvesMemory } from './shelves-memory.ts';
import { shelvesUpdate } from './shelves-update.ts';
import { StoreError } from './store-error.ts';

export interface StoreOptions {
  /** Name of the database; another one keeps tests apart. */
  readonly name?: string;
  /** How long the browser may take to open it before memory is used instead, ms. */
  readonly limitMs?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Told when another page erases everything. */
  readonly onErased?: () => void;
}

const MEMORY_REASON =
  'This browser keeps nothing for Batsign (a private window, or storage is blocked), so scores and the running session are lost when the page is closed.';

async function writeTry(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    if (cause instanceof DOMException && cause.name === 'QuotaExceededError') {
      throw new StoreError(
        'storage_full',
        "The browser's storage is full: export your attempts, then erase them or free some space.",
        { cause },
      );
    }
    throw new StoreError(
      'write_failed',
      'This could not be saved in the browser: reload the page and try again.',
      {
        cause,
      },
    );
  }
}

async function readTry<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new StoreError('read_failed', 'What was saved cannot be read: reload the page and try again.', {
      cause,
    });
  }
}

function settingsRead(stored: unknown): Partial<StoredSettings> {
  if (typeof stored !== 'object' || stored === null) return {};
  const { isSoundOn, overlayOpacity, areKeysOn } = stored as Readonly<Record<string, unknown>>;
  const opacityIs = (value: unknown): value is number =>
    typeof value === 'number' && value >= 0 && value <= 1;
  return {
    ...(typeof isSoundOn === 'boolean' ? { isSoundOn } : {}),
    ...(opacityIs(overlayOpacity) ? { overlayOpacity } : {}),
    ...(typeof areKeysOn === 'boolean' ? { areKeysOn } : {}),
  };
}

function calibrationsRead(stored: unknown): ReadonlyMap<string, CaptureCalibration> {
  const sound = new Map<string, CaptureCalibration>();
  if (typeof stored !== 'object' || stored === null) return sound;
  for (const [key, value] of Object.entries(stored)) if (captureCalibrationIs(value)) sound.set(key, value);
  return sound;
}

function storeOver(shelves: Shelves, memoryReason: string | null, now: () => number): Store {
  const attemptsList = (scenarioId?: string) =>
    readTry(async () => {
      const attempts: Attempt[] = [];
      const ignored: IgnoredRecord[] = [];
      for (const { key, value } of await shelves.attemptsAll()) {
        try {
          attempts.push(attemptRead(value, 'The attempt'));
        } catch (error) {
          if (!(error instanceof StoreError)) throw error;
          ignored.push({ key, reason: error.message });
        }
      }
      attempts.sort((one, other) => other.atMs - one.atMs);
      return {
        attempts: attempts.filter((attempt) => scenarioId === undefined || attempt.scenarioId === scenarioId),
        ignored,
      };
    });
  const placesList = () =>
    readTry(async () => {
      const kept = await shelves.placesAll();
      return placesRead(kept.map(({ key, value }) => ({ key, read: () => placeRead(value, 'The place') })));
    });
  const settingsLoad = () => readTry(async () => settingsRead(await shelves.itemGet('settings')));
  const calibrationsLoad = () => readTry(async () => calibrationsRead(await shelves.itemGet('calibrations')));

  return {
    durability: memoryReason === null ? 'device' : 'memory',
    memoryReason,
    attemptAdd: (attempt) => writeTry(async () => shelves.attemptPut(attemptRead(attempt, 'The attempt'))),
    attemptsList,
    bestScores: async () => bestScoresOf((await attemptsList()).attempts),
    placeSave: (place) => writeTry(() => shelves.placePut(placeRead(place, 'The place'))),
    placesList,
    placeDrop: (scenarioId) => writeTry(() => shelves.placeDelete(scenarioId)),
    settingsSave: (settings) => writeTry(() => shelves.itemPut('settings', settings)),
    settingsLoad,
    calibrationSave: async (key, calibration) => {
      const known = await calibrationsLoad();
      await writeTry(() =>
        shelves.itemPut('calibrations', Object.fromEntries([...known, [key, calibration]])),
      );
    },
    calibrationsLoad,
    exportAll: async (): Promise<StoreExport> => {
      const [{ attempts, ignored }, kept, settings, calibrations] = await Promise.all([
        attemptsList(),
        placesList(),
        settingsLoad(),
        calibrationsLoad(),
      ]);
      return {
        product: 'batsign',
        exportedAtMs: now(),
        attempts,
        bestScores: Object.fromEntries(bestScoresOf(attempts)),
        places: kept.places,
        settings,
        calibrations: Object.fromEntries(calibrations),
        ignored: [...ignored, ...kept.ignored],
      };
    },
    eraseAll: () => writeTry(() => shelves.erase()),
    close: () => shelves.close(),
  };
}

function bestScoresOf(attempts: readonly Attempt[]): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (const { scenarioId, score } of attempts) {
    if (score !== null) best.set(scenarioId, Math.max(score, best.get(scenarioId) ?? 0));
  }
  return best;
}

/** Opens the learner's store; where the browser keeps nothing it is one in memory, which says so. */
export async function storeOpen(options: StoreOptions = {}): Promise<Store> {
  const { name = 'batsign', limitMs = 3000, now = Date.now, onErased = () => {} } = options;
  try {
    const shelves = await shelvesIdb(name, limitMs, onErased);
    // What cannot be brought over now is there for the next time; until then it is not read.
    await shelvesUpdate(shelves).catch(() => undefined);
    return storeOver(shelves, null, now);
  } catch {
    return storeOver(shelvesMemory(), MEMORY_REASON, now);
  }
}
