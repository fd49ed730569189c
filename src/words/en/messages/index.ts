import { annotations } from './annotations.ts';
import { pages } from './pages.ts';

/** The sentence of every message, by its code; those of annotations come with who reads and writes them. */
export const messages = { ...pages, ...annotations } as const;
