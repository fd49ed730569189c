import { z } from 'zod';
import { TRAPS } from '../proposals/trap.ts';
import { common } from './schema-flow.ts';
import { prose, weight } from './schema-words.ts';

/** A step in which the network's findings are proposed, errors among them. */

const ERRORS_MOST = 4;

const count = z.int().min(0).max(ERRORS_MOST);

export const proposals = z.strictObject({
  step: z.literal('proposals'),
  ...common,
  text: prose,
  traps: z
    .array(z.enum(TRAPS))
    .min(1)
    .optional()
    .describe('the errors that are made on purpose; any of them unless told otherwise'),
  own_errors: z
    .boolean()
    .optional()
    .describe(
      "whether the network's own errors are proposed too, before any other; true unless told otherwise",
    ),
  errors: z
    .strictObject({ least: count, most: count })
    .refine(({ least, most }) => least <= most, {
      error: 'least must not be more than most.',
      path: ['least'],
    })
    .optional()
    .describe('how many errors there are, drawn from least to most; 0 to 3 unless told otherwise'),
  weight: weight.optional(),
});

export type ProposalsFile = z.output<typeof proposals>;
