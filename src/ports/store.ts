import type { CaptureCalibration } from '../domain/frame/capture-calibration.ts';
import type { GradeSummary } from '../domain/grading/grade.ts';
import type { Learner } from '../domain/learners/learner.ts';
import type { Attempt, AttemptStep } from '../domain/learning/attempt.ts';
import type { BestScores } from '../domain/learning/best-scores.ts';
import type { ItemRecord } from '../domain/learning/item-record.ts';
import type { Place } from '../domain/learning/place.ts';
import type { StoredSettings } from '../domain/learning/settings.ts';
import type { MessageFact } from '../domain/message/message-fact.ts';

export type { Attempt, AttemptStep, GradeSummary, ItemRecord, Place, StoredSettings };

/** A record that was left out because it is not what it should be. */
export interface IgnoredRecord {
  readonly key: string;
  /** Its fault, in English: the copy is read by who mends it. */
  readonly reason: string;
}

/** Everything that is kept about a learner, as handed over on request. */
export interface StoreExport {
  readonly product: 'batsign';
  /** Of the form of a copy; those that were saved before it was told are of version 1. */
  readonly version: number;
  readonly exportedAtMs: number;
  /** Null in copies of before learners were told apart. */
  readonly learner: Learner | null;
  readonly attempts: readonly Attempt[];
  /** In the order in which they were answered. */
  readonly items: readonly ItemRecord[];
  /** Highest score (0-100) by scenario. */
  readonly bestScores: BestScores;
  /** Of half-played scenarios, newest first. */
  readonly places: readonly Place[];
  readonly settings: Partial<StoredSettings>;
  /** How the pictures of capture cards and cameras are read, by what each device at each size is known again by. */
  readonly calibrations: Readonly<Record<string, CaptureCalibration>>;
  readonly ignored: readonly IgnoredRecord[];
}

/** `merge` adds what is missing here, `replace` makes everything as it is in the copy. */
export type CopyWay = 'merge' | 'replace';

/** Of how many records. */
export interface RecordsChange {
  readonly added: number;
  readonly replaced: number;
  readonly removed: number;
}

/** Changes here by bringing in a copy. */
export interface CopyChange {
  readonly attempts: RecordsChange;
  readonly items: RecordsChange;
  readonly places: RecordsChange;
  readonly calibrations: RecordsChange;
  readonly areSettingsChanged: boolean;
}

/**
 * Keeps what a learner did, on this device alone. Whatever is read back is checked first: a record that an
 * older version or a fault left behind is ignored, never thrown. Writing rejects with an error that has a
 * `code` and a fact to tell.
 */
export interface Store {
  /** `memory` where the browser keeps nothing (private windows, blocked storage): all is lost with the page. */
  readonly durability: 'device' | 'memory';
  /** Why it is only memory; null on the device. */
  readonly memoryReason: MessageFact | null;
  /**
   * One that is added again under its id takes its own place. Where the browser refuses it this page holds it, lists it,
   * hands it over, and tries again with the next one; so of answers to items.
   */
  attemptAdd(attempt: Attempt): Promise<void>;
  /** Newest first, of one scenario or of all. */
  attemptsList(
    scenarioId?: string,
  ): Promise<{ readonly attempts: readonly Attempt[]; readonly ignored: readonly IgnoredRecord[] }>;
  /**
   * Counts it as the latest, unless one of its id is kept: then it takes that one's place.
   */
  itemAdd(record: ItemRecord): Promise<void>;
  /** In the order in which they were answered, wherever the clock was set to. */
  itemsList(): Promise<{ readonly items: readonly ItemRecord[]; readonly ignored: readonly IgnoredRecord[] }>;
  /** Highest score (0-100) of each scenario that was scored. */
  bestScores(): Promise<BestScores>;
  /**
   * From now on this page alone writes the place of a scenario: what a page that claimed it before would still write is
   * refused, also where that one hung and was never told.
   */
  placeClaim(scenarioId: string): Promise<void>;
  /** This page no longer counts on being the only one. */
  placeRelease(scenarioId: string): void;
  /**
   * Each scenario keeps its own: saving one leaves all others alone. Rejects with the code `place_taken`, and leaves what
   * is kept as it is, where another page has claimed the scenario since this one did; dropping too.
   */
  placeSave(place: Place): Promise<void>;
  /** Newest first, also those that an older version left. */
  placesList(): Promise<{ readonly places: readonly Place[]; readonly ignored: readonly IgnoredRecord[] }>;
  placeDrop(scenarioId: string): Promise<void>;
  /** Null where the learner was neither named nor handed over yet, or what is kept of that is unsound. */
  learnerLoad(): Promise<Learner | null>;
  /** A learner who has no id yet gets one. */
  learnerNameSave(name: string): Promise<Learner>;
  settingsSave(settings: StoredSettings): Promise<void>;
  /** Those settings that were stored and are sound. */
  settingsLoad(): Promise<Partial<StoredSettings>>;
  /** `key` tells nothing of the device; a calibration saved again under it replaces the former. */
  calibrationSave(key: string, calibration: CaptureCalibration): Promise<void>;
  /** Those that were stored and are sound. */
  calibrationsLoad(): Promise<ReadonlyMap<string, CaptureCalibration>>;
  /** A learner who has no id yet gets one, by which copies are told apart. */
  exportAll(): Promise<StoreExport>;
  /** Checks the JSON of what `exportAll` gave, also to an older version; what of it is unsound is in its `ignored`. */
  copyRead(text: string): Promise<StoreExport>;
  /** The changes that bringing in a copy would make; nothing is changed yet. */
  copyCompare(copy: StoreExport, way: CopyWay): Promise<CopyChange>;
  /** Brings in all of a copy, or nothing of it. */
  copyTake(copy: StoreExport, way: CopyWay): Promise<CopyChange>;
  /**
   * Leaves nothing, not even what it lay in; what is saved after begins anew. Where another page holds on to that the
   * error's code is `erase_blocked`: what was kept is gone all the same.
   */
  eraseAll(): Promise<void>;
  close(): void;
}
