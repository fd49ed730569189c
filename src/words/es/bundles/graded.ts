import { grading } from '../grading.ts';

/** Of what marks were worth, and why. */
export const words = { grading };
