import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GLOSSARY } from '../../../../src/domain/medicine/glossary.ts';
import { medicineParse } from '../../../../src/domain/scenario/medicine-parse.ts';

const REGISTER = 'docs/medicine.yaml';
const { statements } = medicineParse(
  readFileSync(join(import.meta.dirname, '../../../..', REGISTER), 'utf8'),
  REGISTER,
);
const byId = new Map(GLOSSARY.map((term) => [term.id, term]));

describe('the glossary', () => {
  test('rests on statements that are in the register', () => {
    const named = GLOSSARY.flatMap(({ id, statements: ids }) => ids.map((statement) => ({ id, statement })));
    expect(named.filter(({ statement }) => !statements.has(statement))).toEqual([]);
    expect(GLOSSARY.filter((term) => term.statements.length === 0)).toEqual([]);
  });

  test('names what a term is taken for on both sides', () => {
    const alone = GLOSSARY.flatMap(({ id, alike }) =>
      alike
        .filter((other) => other === id || !byId.get(other)?.alike.includes(id))
        .map((other) => `${id} ${other}`),
    );
    expect(alone).toEqual([]);
  });

  test('has an address for each', () => {
    expect(GLOSSARY.filter(({ id }) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  });
});
