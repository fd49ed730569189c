import * as z from 'zod/mini';
import type { StoredSchema } from '../stored/stored-read.ts';
import { objectSchema, textSchema } from '../stored/values.ts';

/** Whoever learns here, as told apart from others in copies. */
export interface Learner {
  /** Unique on every machine, e.g. a UUID. */
  readonly id: string;
  /** Empty where none was given. */
  readonly name: string;
}

/** Of a name, in characters. */
export const LEARNER_NAME_LENGTH = 40;

/** A name as it was typed, without blanks around and doubled in it, and cut where it is too long. */
export function learnerNameRead(text: string): string {
  const name = text.trim().replace(/\s+/g, ' ');
  return [...name].slice(0, LEARNER_NAME_LENGTH).join('').trim();
}

/** A name that is read as a person would have typed it. */
export const learnerNameSchema: StoredSchema<string> = z.pipe(z.string(), z.transform(learnerNameRead));

export const learnerSchema: StoredSchema<Learner> = objectSchema({ id: textSchema, name: learnerNameSchema });
