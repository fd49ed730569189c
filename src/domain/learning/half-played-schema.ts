import * as z from 'zod/mini';
import { clipUsedSchema } from '../frame/clip-used-schema.ts';
import { historySchema } from '../marks/history-schema.ts';
import { decisionsSchema } from '../proposals/decision.ts';
import { viewSchema } from '../scan/view-schema.ts';
import { flagSchema, objectSchema } from '../stored/values.ts';
import { surveyStateSchema } from '../survey/survey-schema.ts';

const counts = z.record(z.string(), z.number());

/**
 * Where a scenario stood. What it says of a source or a result is compared with the scenario as it is now, or made
 * again; here it only has to be such a thing at all.
 */
export const halfPlayedSchema = objectSchema({
  stepId: z.string(),
  source: z.nullable(z.looseObject({})),
  clip: z.nullable(z.intersection(clipUsedSchema, objectSchema({ imageId: z.string() }))),
  frozenIndex: z.nullable(z.int()),
  view: viewSchema,
  mLine: z.nullable(z.number()),
  misses: counts,
  history: historySchema,
  historyStepId: z.nullable(z.string()),
  results: z.record(z.string(), z.looseObject({ first: z.looseObject({}), practice: z.array(z.unknown()) })),
  hintsTaken: counts,
  followed: counts,
  elapsedS: z.number(),
  seenS: z.exactOptional(z.number()),
  /** Of an exam, in all steps together. */
  spentS: z.exactOptional(z.number()),
  /** Of the play; places of an older version are of a scenario as it was written. */
  seed: z.exactOptional(z.nullable(z.number())),
  /** Of a step with proposals. */
  decisions: z.exactOptional(decisionsSchema),
  /** Of a survey that is going on; an older version knew none. */
  survey: z.exactOptional(z.nullable(surveyStateSchema)),
  isAnswered: flagSchema,
});
