import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GLOSSARY } from '../../../../src/domain/medicine/glossary.ts';
import { termsWithout } from '../../../../src/domain/medicine/term.ts';
import { medicineParse } from '../../../../src/domain/scenario/medicine-parse.ts';
import { en } from '../../../../src/words/en/index.ts';
import { es } from '../../../../src/words/es/index.ts';

const REGISTER = 'docs/medicine.yaml';
const { statements } = medicineParse(
  readFileSync(join(import.meta.dirname, '../../../..', REGISTER), 'utf8'),
  REGISTER,
);

/** A sentence ends in a point that no figure goes on after. */
function sentences(text: string): number {
  return text.split(/\.(?=\s|$)/).length - 1;
}

describe.each([
  ['English', en.glossary.terms],
  ['Spanish', es.glossary.terms],
])('the terms in %s', (_, terms) => {
  test('are those of the glossary, each with a text of one to four sentences', () => {
    expect(Object.keys(terms).sort()).toEqual(GLOSSARY.map(({ id }) => id).sort());
    const long = GLOSSARY.filter(({ id }) => {
      const count = sentences(terms[id].text);
      return count < 1 || count > 4;
    });
    expect(long.map(({ id }) => id)).toEqual([]);
  });

  test('are written in ways that belong to one term each', () => {
    const forms = GLOSSARY.flatMap(({ id }) => terms[id].forms.toLowerCase().split(', '));
    expect(forms.filter((form, i) => form.trim() === '' || forms.indexOf(form) < i)).toEqual([]);
  });
});

test('what a term says is said by the statements that it names', () => {
  const bare = GLOSSARY.flatMap(({ id, statements: ids }) => {
    const says = ids.flatMap((statement) => statements.get(statement)?.says ?? []);
    return termsWithout(en.glossary.terms[id].text, says).map((term) => `${id}: ${term}`);
  });
  expect(bare).toEqual([]);
});
