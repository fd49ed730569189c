import { z } from 'zod';
import { MARKABLE_FINDINGS } from '../findings/finding.ts';

/** The building blocks of a scenario file. */

export const name = z
  .string()
  .regex(/^[a-z0-9]+([-_][a-z0-9]+)*$/)
  .max(60)
  .describe('lower-case letters, digits and single hyphens, such as count-the-b-lines');
/** The value that an option stands for; zones have capitals in their names. */
export const optionValue = z
  .string()
  .regex(/^[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$/)
  .max(60);
export const line = z.string().trim().min(1).max(200);
export const prose = z.string().trim().min(1).max(4000);
export const score = z.number().min(0).max(100);
export const finding = z.enum(MARKABLE_FINDINGS);
export const keyPoints = z.array(line).min(1).max(8).describe('what to take home, one short sentence each');
export const weight = z
  .number()
  .positive()
  .max(100)
  .describe('how much this counts against its neighbours; 1 unless told otherwise');
/** The statements that a text's medicine rests on. */
export const sources = z
  .union([
    z.literal('none').describe('the texts here state nothing of medicine'),
    z.array(name).min(1).max(20).describe('ids of statements in docs/medicine.yaml'),
  ])
  .describe('by whose word the texts here, and all within, say what they say of medicine');
