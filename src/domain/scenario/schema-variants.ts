import { z } from 'zod';
import { keyPoints, prose, score } from './schema-words.ts';

/** The text read instead where a run went otherwise. */
const variant = z
  .strictObject({
    if_score_below: score.optional(),
    if_score_at_least: score.optional(),
    if_not_done: z
      .array(z.string().min(1))
      .min(1)
      .max(12)
      .optional()
      .describe(
        'graded steps, at least one of which was skipped, shown (a scan) or never come to; a name inside rounds stands for the step of every image, IMAGE/NAME for that of one',
      ),
    text: prose,
    key_points: keyPoints.optional().describe("instead of the step's own; these unless told otherwise"),
  })
  .refine(
    (given) =>
      given.if_score_below !== undefined ||
      given.if_score_at_least !== undefined ||
      given.if_not_done !== undefined,
    { error: 'A variant needs a condition: write if_score_below, if_score_at_least or if_not_done.' },
  )
  .refine(
    (given) =>
      given.if_score_below === undefined ||
      given.if_score_at_least === undefined ||
      given.if_score_at_least < given.if_score_below,
    { error: 'No score is both: if_score_at_least must be below if_score_below.' },
  );

export const variants = z
  .array(variant)
  .min(1)
  .max(8)
  .describe('read in the place of text, the first whose conditions all hold; text is for every other run');

export type VariantFile = z.output<typeof variant>;
