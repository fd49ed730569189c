import type { Translation } from '../../ui/words/words-type.ts';
import type { en } from '../en/index.ts';
import { findings } from './findings.ts';
import { grading } from './grading.ts';
import { messages } from './messages/index.ts';

export const es: Translation<typeof en> = { findings, grading, messages };
