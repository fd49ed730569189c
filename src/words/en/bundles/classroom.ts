import { classroom } from '../classroom.ts';

export const words = { classroom } as const;
