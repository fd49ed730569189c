import { annotations } from './annotations.ts';
import { pages } from './pages.ts';

/** The sentence of every message, by its code. */
export const messages = { ...pages, ...annotations };
