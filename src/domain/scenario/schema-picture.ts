import { z } from 'zod';
import { start } from './schema-scan.ts';
import { source } from './schema-source.ts';
import { finding, name } from './schema-words.ts';

/** The picture of a briefing: a still image with names drawn on it from the truth. */
export const picture = z
  .strictObject({
    image: name.optional().describe("the id of one of the scenario's images"),
    source: source.optional().describe('an image of its own, of a phantom or patient'),
    at: start.optional().describe('where the probe stands on a patient'),
    frame_index: z
      .int()
      .min(0)
      .max(100000)
      .optional()
      .describe('which image, counted from 0; 0 unless told otherwise'),
    label: z.array(finding).min(1).max(5).describe('what is named on it, each once'),
  })
  .refine((given) => (given.image === undefined) !== (given.source === undefined), {
    error:
      'A picture shows an image of the scenario or one of its own: write exactly one of image and source.',
  })
  .describe('a simulated image beside the text, with names drawn on it');

export type PictureFile = z.output<typeof picture>;
