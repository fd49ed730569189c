import { studio } from '../studio.ts';

export const words = { studio } as const;
