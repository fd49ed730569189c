import { results } from '../results.ts';

export const words = { results };
