import { scan } from '../scan.ts';

export const words = { scan };
