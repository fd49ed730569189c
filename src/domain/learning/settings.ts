import * as z from 'zod/mini';
import { EXTRA_TIMES, type ExtraTime } from '../assessment/time-limits.ts';
import { type StoredSchema, storedTake } from '../stored/stored-read.ts';
import { flagSchema, shareSchema } from '../stored/values.ts';

/** A learner's choices for this browser. */
export interface StoredSettings {
  readonly isSoundOn: boolean;
  /** 0-1. */
  readonly overlayOpacity: number;
  /** Whether single keys act on the image. */
  readonly areKeysOn: boolean;
  /** In exams, per cent of every limit. */
  readonly extraTime: ExtraTime;
}

const SETTINGS: { readonly [Name in keyof StoredSettings]: StoredSchema<StoredSettings[Name]> } = {
  isSoundOn: flagSchema,
  overlayOpacity: shareSchema,
  areKeysOn: flagSchema,
  extraTime: z.literal(EXTRA_TIMES),
};

/** Those settings that were stored and are sound. */
export function settingsRead(stored: unknown): Partial<StoredSettings> {
  if (typeof stored !== 'object' || stored === null) return {};
  const fields = stored as Readonly<Record<string, unknown>>;
  const sound = Object.entries(SETTINGS).flatMap(([name, schema]) => {
    const value = storedTake<boolean | number>(schema, fields[name]);
    return value === null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(sound);
}
