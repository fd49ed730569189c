import { about } from '../about.ts';

export const words = { about } as const;
