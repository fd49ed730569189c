import { expect, test } from 'vitest';
import { termIsFound } from '../../../../src/pages/glossary/term-search.ts';

const TEXTS = ['Línea B', 'línea B, líneas B', 'Un artefacto vertical y brillante.'];

test('finds words by their beginnings, in any order', () => {
  expect(termIsFound(TEXTS, 'línea')).toBe(true);
  expect(termIsFound(TEXTS, 'brill artef')).toBe(true);
  expect(termIsFound(TEXTS, 'ertical')).toBe(false);
  expect(termIsFound(TEXTS, 'línea C')).toBe(false);
});

test('minds neither case nor accents', () => {
  expect(termIsFound(TEXTS, 'LINEA b')).toBe(true);
});

test('finds everything where nothing is looked for', () => {
  expect(termIsFound(TEXTS, '  ')).toBe(true);
});
