import { play } from '../play.ts';

export const words = { play } as const;
