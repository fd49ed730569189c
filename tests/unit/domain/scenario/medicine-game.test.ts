import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wordTexts } from '../../../../src/cli/words/word-texts.ts';
import { termsOf } from '../../../../src/domain/medicine/term.ts';
import { medicineParse } from '../../../../src/domain/scenario/medicine-parse.ts';
import { en } from '../../../../src/words/en/index.ts';

/** Every text of the game's own pages that uses a medical term rests on a statement, or is known to state nothing. */

const ROOT = join(import.meta.dirname, '../../../..');
const REGISTER = 'docs/medicine.yaml';
const medicine = medicineParse(readFileSync(join(ROOT, REGISTER), 'utf8'), REGISTER);

/** Shorter ones are names and labels. */
const WORDS_MIN = 4;

/** A text as people read it, with `…` for what is filled in and without marks. */
function textOf(text: string): string {
  return text
    .replaceAll(/\{\{[^}]*\}\}/g, '…')
    .replaceAll(/<\/?\w+>/g, '')
    .trim();
}

/**
 * Texts of the interactive lessons name their statements beside them (tests/unit/pages/lesson/lessons.test.ts); the
 * glossary's own test (tests/unit/parts/glossary/glossary-words.test.ts) holds each term against those it names.
 */
const { glossary: _, ...others } = en;
const SAID = [...wordTexts(others)]
  .filter(([key]) => !key.startsWith('lessons.'))
  .map(([, text]) => textOf(text));

describe('the texts of the game itself', () => {
  const known = [...[...medicine.statements.values()].flatMap(({ game }) => game), ...medicine.instructions];

  test(`each that uses a medical term is known to ${REGISTER}, under a statement or under instructions`, () => {
    const medical = SAID.filter((text) => text.split(' ').length >= WORDS_MIN && termsOf(text).length > 0);
    expect(medical.length).toBeGreaterThan(30);
    expect(medical.filter((text) => !known.includes(text))).toEqual([]);
  });

  test(`each that ${REGISTER} knows is still said, and stands there once`, () => {
    expect(known.filter((text) => !SAID.includes(text))).toEqual([]);
    expect(known.filter((text, i) => known.indexOf(text) < i)).toEqual([]);
  });
});
