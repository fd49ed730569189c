import * as z from 'zod/mini';
import type { ImageFacts } from '../analysis/image-facts.ts';
import { FINDINGS } from '../findings/finding.ts';
import { markableFindingSchema } from '../findings/finding-schema.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import { countSchema, listSchema, objectSchema, shareSchema } from '../stored/values.ts';
import { blasPairSchema } from './grade-schema.ts';
import type { MaskReport } from './report.ts';

const factsSchema: StoredSchema<ImageFacts> = objectSchema({
  shares: listSchema(shareSchema).check(z.length(FINDINGS.length)),
  aLineRow: shareSchema,
  bLineLines: shareSchema,
  confluenceLines: shareSchema,
  near: objectSchema({ aLine: shareSchema, bLine: shareSchema, confluence: shareSchema }),
});

/** A mask in figures, of every finding that can be marked. */
export const reportSchema: StoredSchema<MaskReport> = objectSchema({
  classes: z.record(
    markableFindingSchema,
    objectSchema({ share: shareSchema, instances: countSchema, confidence: z.nullable(shareSchema) }),
  ),
  pleuralDepthMm: z.nullable(z.number().check(z.nonnegative())),
  blas: blasPairSchema,
  facts: z._default(z.nullable(factsSchema), null),
  spaceBLines: z._default(z.nullable(countSchema), null),
});
