import { exam } from '../exam.ts';

export const words = { exam };
