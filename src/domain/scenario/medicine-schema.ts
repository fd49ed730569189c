import { z } from 'zod';
import { name } from './schema-words.ts';

/** The shape of the register of medical statements, key for key; unknown keys are refused. */

const words = z.string().trim().min(1).max(1000);
const YEAR_MIN = 1900;
const YEAR_MAX = 2100;

const work = z.strictObject({
  by: words.describe('authors, as they shall stand in a list of sources'),
  title: words,
  in: words.describe('journal with volume and pages, or publisher'),
  year: z.int().min(YEAR_MIN).max(YEAR_MAX),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, 'A DOI begins with 10. and has no spaces: leave https://doi.org/ out.')
    .optional()
    .describe('only where it is certain: a wrong one is worse than none'),
  pmid: z.int().min(1).max(99_999_999).optional().describe('the number in PubMed, only where it is certain'),
  checked: z
    .enum(['no', 'details', 'abstract', 'text'])
    .describe('how far it was looked up for this register; `no` is from memory alone'),
});

const statement = z.strictObject({
  says: words.describe('in full, with every term that a text resting on it may use'),
  works: z.array(name).min(1).max(8),
  simplified: words.optional().describe('what is more complicated in truth'),
  game: z.array(words).min(1).optional().describe('texts of the game itself that say it, word for word'),
});

export const medicineFileSchema = z.strictObject({
  works: z.record(name, work),
  statements: z.record(name, statement),
  instructions: z
    .array(words)
    .optional()
    .describe('texts of the game itself that use a medical term and state nothing'),
});

export type MedicineFile = z.output<typeof medicineFileSchema>;
