import { proposals } from '../proposals.ts';
import { survey } from '../survey.ts';

/** Of whole patients and of a network's proposals. */
export const words = { proposals, survey };
