import { afterAll, beforeAll } from 'vitest';
import { wordsUse } from '../../src/ui/words/say.ts';
import { en } from '../../src/words/en/index.ts';
import { es } from '../../src/words/es/index.ts';

/** The tests of the file or block are in Spanish. Files share what they import: those after it are in English again. */
export function inSpanish(): void {
  beforeAll(() => wordsUse('es', es));
  afterAll(() => wordsUse('en', en));
}
