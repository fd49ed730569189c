import { describe, expect, it } from 'vitest';
import { numberWords, unitWords } from '../../../../src/parts/questions/number-words.ts';
import { say } from '../../../../src/ui/words/say.ts';
import { inSpanish } from '../../../support/spanish.ts';

const COUNT = { unit: null, answer: 'b_line_count' } as const;
const SHARE = { unit: '%', answer: 'blas_percent' } as const;

describe('questions in Spanish', () => {
  inSpanish();

  it('give numbers in their units, one or many', () => {
    expect(numberWords(COUNT, 1)).toBe('1 línea B');
    expect(numberWords(COUNT, 3)).toBe('3 líneas B');
    expect(numberWords(SHARE, 21.44)).toBe('21,4 %');
    expect(numberWords({ unit: 'mm', answer: 44 }, 1)).toBe('1 mm');
    expect(numberWords({ unit: null, answer: 44 }, 7)).toBe('7');
    expect([unitWords(COUNT), unitWords(SHARE), unitWords({ unit: null, answer: 44 })]).toEqual([
      'líneas B',
      '%',
      null,
    ]);
  });

  it('say what was right', () => {
    expect(say('questions.reply.nearly', { reply: '2 líneas B', expected: '3 líneas B' })).toBe(
      'Media puntuación: dijiste 2 líneas B, la solución dice 3 líneas B.',
    );
    expect(say('questions.experts', { least: 1, most: '2 líneas B' })).toBe(
      'Los expertos pueden discrepar sobre esta imagen: de 1 a 2 líneas B también es correcto.',
    );
  });
});
