import { network } from './network.ts';
import { page } from './page.ts';
import { shell } from './shell.ts';

/** The sentence of every message, by its code. */
export const messages = { ...network, ...page, ...shell } as const;
