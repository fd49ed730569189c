import * as z from 'zod/mini';
import type { StoredSchema } from '../stored/stored-read.ts';

/** How sure a learner says to be: 1 a guess, 4 sure. */
export type Confidence = 1 | 2 | 3 | 4;

export const confidenceSchema: StoredSchema<Confidence> = z.literal([1, 2, 3, 4], { error: '1, 2, 3 or 4' });
