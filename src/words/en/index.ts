import { findings } from './findings.ts';
import { grading } from './grading.ts';
import { messages } from './messages/index.ts';

/** All English words: the source of every other language, and of the keys' types. */
export const en = { findings, grading, messages } as const;
