import * as z from 'zod/mini';
import { filePrintSchema } from '../frame/clip-used-schema.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import { countSchema, objectSchema, textSchema, timeSchema } from '../stored/values.ts';

/** Where a half-played scenario was left, to be gone on with. There is one a scenario. */
export interface Place {
  readonly scenarioId: string;
  /** Of the shape of `state`; raised whenever that shape changes. */
  readonly version: number;
  readonly savedAtMs: number;
  /**
   * An object of plain data: whatever structured cloning keeps. Of a learner's file, `clip.file`, nothing is kept but a
   * `FilePrint`.
   */
  readonly state: unknown;
}

/**
 * The meaning of a state is for whoever knows its version, but for one thing: of a learner's file (`clip.file`) nothing is
 * read or written but what it is known again by, never a name.
 */
const state = z.looseObject(
  { clip: z.nullish(z.looseObject({ file: filePrintSchema }, { error: 'an object' })) },
  { error: 'an object' },
);

/** A place as it is kept. */
export const placeSchema: StoredSchema<Place> = objectSchema({
  scenarioId: textSchema,
  version: countSchema,
  savedAtMs: timeSchema,
  state,
});
