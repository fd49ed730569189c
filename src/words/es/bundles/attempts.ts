import { attempts } from '../attempts.ts';
import { learning } from '../learning.ts';

/** Of answers that were given, and of what they made of a learner. */
export const words = { attempts, learning };
