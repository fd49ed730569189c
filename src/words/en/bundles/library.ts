import { library } from '../library.ts';

export const words = { library } as const;
