import { settings } from '../settings.ts';

export const words = { settings } as const;
