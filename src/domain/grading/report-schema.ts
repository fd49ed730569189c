import * as z from 'zod/mini';
import { markableFindingSchema } from '../findings/finding-schema.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import { countSchema, objectSchema, shareSchema } from '../stored/values.ts';
import { blasPairSchema } from './grade-schema.ts';
import type { MaskReport } from './report.ts';

/** A mask in figures, of every finding that can be marked. */
export const reportSchema: StoredSchema<MaskReport> = objectSchema({
  classes: z.record(
    markableFindingSchema,
    objectSchema({ share: shareSchema, instances: countSchema, confidence: z.nullable(shareSchema) }),
  ),
  pleuralDepthMm: z.nullable(z.number().check(z.nonnegative())),
  blas: blasPairSchema,
});
