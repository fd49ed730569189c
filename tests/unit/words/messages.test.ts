import { expect, test } from 'vitest';
import { en } from '../../../src/words/en/index.ts';
import { es } from '../../../src/words/es/index.ts';

/** What is handed through as it is. */
const PLAIN = /^\{\{(text|fault)\}\}$/;

test.each([
  ['English', en.messages],
  ['Spanish', es.messages],
] as const)('every message in %s is made of whole sentences', (_, messages) => {
  for (const [code, sentence] of Object.entries(messages)) {
    if (PLAIN.test(sentence)) continue;
    const begin = sentence.replace(/^["«]?\{\{\w+(, number)?\}\}/, 'A');
    expect(begin, code).toMatch(/^[A-ZÁÉÍÓÚÑ¿¡]/);
    // What a file of a network lacks is told behind a colon, with its own full stop.
    expect(sentence, code).toMatch(/(\.|: \{\{fault\}\})$/);
    expect(sentence, code).not.toMatch(/ {2}|\n/);
  }
});
