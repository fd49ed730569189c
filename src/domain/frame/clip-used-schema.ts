import * as z from 'zod/mini';
import { sectorSchema } from '../geometry/sector-schema.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import { objectSchema } from '../stored/values.ts';
import type { ClipUsed, FilePrint } from './clip-used.ts';

const HASH = 'the hash that a file is known again by';

/** The print of a learner's file: nothing else of it is read or written. */
export const filePrintSchema: StoredSchema<FilePrint> = z.object(
  { sha256: z.string({ error: HASH }).check(z.regex(/^[0-9a-f]{64}$/, { error: HASH })) },
  { error: HASH },
);

/** A learner's file, and where in its pictures the ultrasound image lies. */
export const clipUsedSchema: StoredSchema<ClipUsed> = objectSchema({
  file: filePrintSchema,
  sector: sectorSchema,
});
