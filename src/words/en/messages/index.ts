import { annotations } from './annotations.ts';
import { pages } from './pages.ts';

/** The sentence of every message, by its code; those of annotations are told by commands alone. */
export const messages = { ...pages, ...annotations } as const;
