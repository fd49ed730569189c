import { attempts } from '../attempts.ts';
import { learning } from '../learning.ts';
import { questions } from '../questions.ts';

/** Of answers that are given, past ones too, and of what they made of a learner. */
export const words = { attempts, learning, questions } as const;
