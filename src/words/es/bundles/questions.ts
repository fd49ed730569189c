import { questions } from '../questions.ts';

export const words = { questions };
