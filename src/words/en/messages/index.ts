import { network } from './network.ts';

/** The sentence of every message, by its code. */
export const messages = { ...network } as const;
