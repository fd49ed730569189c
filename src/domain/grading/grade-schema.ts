import * as z from 'zod/mini';
import { markableFindingSchema } from '../findings/finding-schema.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import {
  countSchema,
  listSchema,
  numberWithin,
  objectSchema,
  oneOfSchema,
  scoreSchema,
  shareSchema,
  textSchema,
} from '../stored/values.ts';
import type { BlasPair, GradeSummary } from './grade.ts';

const classGrade = objectSchema({
  finding: markableFindingSchema,
  status: oneOfSchema(['scored', 'correct_absence', 'not_scored']),
  score: scoreSchema,
  precision: z.nullable(shareSchema),
  recall: z.nullable(shareSchema),
  overlap: shareSchema,
  dice: shareSchema,
  iou: shareSchema,
  toleranceMm: numberWithin(0, 1000),
  count: z.nullable(objectSchema({ marked: countSchema, expected: countSchema, matched: countSchema })),
  provenance: oneOfSchema(['phantom_truth', 'expert', 'network']),
  adapted: z.exactOptional(textSchema),
});

/** The B-line artefact score, both ways. */
export const blasPairSchema: StoredSchema<BlasPair> = objectSchema({
  box: shareSchema,
  scanline: shareSchema,
});

/** A grade without its masks. */
export const gradeSchema: StoredSchema<GradeSummary> = objectSchema({
  score: scoreSchema,
  classes: listSchema(classGrade),
  blas: z.nullable(objectSchema({ marked: blasPairSchema, key: blasPairSchema })),
});
