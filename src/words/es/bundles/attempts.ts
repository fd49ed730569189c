import { attempts } from '../attempts.ts';
import { learning } from '../learning.ts';
import { questions } from '../questions.ts';

export const words = { attempts, learning, questions };
