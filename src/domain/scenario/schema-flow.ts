import { z } from 'zod';
import { finding, line, name, score, sources } from './schema-words.ts';

/** The parts that every step can have: a name, ways on, and hints. */

const branch = z
  .strictObject({
    if_score_below: score.optional(),
    if_score_at_least: score.optional(),
    goto: z.string().min(1).describe("a step's id, `next-round` (inside rounds) or `end`"),
    at_most: z
      .int()
      .min(1)
      .max(10)
      .optional()
      .describe('how often this way can be taken in one run; 1 unless told otherwise'),
  })
  .refine((given) => given.if_score_below === undefined || given.if_score_at_least === undefined, {
    error: 'A branch has one condition: write if_score_below or if_score_at_least, not both.',
  })
  .refine(
    (given) =>
      given.at_most === undefined ||
      given.if_score_below !== undefined ||
      given.if_score_at_least !== undefined,
    { error: 'at_most needs a condition beside it: write if_score_below or if_score_at_least.' },
  );

export const common = {
  id: name.optional().describe('what `goto` calls this step; its kind unless told otherwise'),
  next: z.array(branch).min(1).max(6).optional().describe('ways on, tried in order; else the next step'),
  sources: sources.optional(),
};

const hint = z
  .strictObject({
    show: z.enum(['word', 'region', 'outline', 'answer']),
    text: line.optional(),
    findings: z.array(finding).min(1).optional().describe("what to show on the image; all of the step's"),
    sources: sources.optional(),
    cost: score.describe("taken off the step's score, 0 to 100"),
  })
  .refine((given) => given.show !== 'word' || given.text !== undefined, {
    error: 'A hint that shows a word needs its text.',
    path: ['show'],
  });

export const hints = z
  .array(hint)
  .min(1)
  .max(12)
  .describe('a ladder in this order: word, region, outline, answer');

export type BranchFile = z.output<typeof branch>;
export type HintFile = z.output<typeof hint>;
