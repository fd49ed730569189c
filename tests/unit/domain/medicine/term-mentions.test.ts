import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TermForms, termsMentioned } from '../../../../src/domain/medicine/term-mentions.ts';

const TERMS: readonly TermForms[] = [
  { id: 'rib', forms: ['rib', 'ribs'] },
  { id: 'rib-shadow', forms: ['rib shadow', 'rib shadows'] },
  { id: 'b-profile', forms: ['B-profile'] },
  { id: 'ab-profile', forms: ['A/B-profile'] },
  { id: 'pleural-line', forms: ['línea pleural'] },
];

function mentioned(...paragraphs: string[]) {
  return Object.fromEntries(termsMentioned(paragraphs, TERMS));
}

describe('terms mentioned in texts', () => {
  test('are the first of each, in the order of reading', () => {
    expect(mentioned('No term here.', 'Two ribs, then a rib.', 'A rib shadow and a rib.')).toEqual({
      'Two ribs, then a rib.': ['Two ', { id: 'rib', text: 'ribs' }, ', then a rib.'],
      'A rib shadow and a rib.': ['A ', { id: 'rib-shadow', text: 'rib shadow' }, ' and a rib.'],
    });
  });

  test('are whole words, in any case', () => {
    expect(mentioned('A ribbon, a cribrib, sub-rib.')).toEqual({});
    expect(mentioned('RIBS')).toEqual({ RIBS: [{ id: 'rib', text: 'RIBS' }] });
    expect(mentioned('La Línea pleural.')).toEqual({
      'La Línea pleural.': ['La ', { id: 'pleural-line', text: 'Línea pleural' }, '.'],
    });
    expect(mentioned('líneas pleurales')).toEqual({});
  });

  test('are the longest form where one begins or ends another', () => {
    expect(mentioned('An A/B-profile, no B-profile.')).toEqual({
      'An A/B-profile, no B-profile.': [
        'An ',
        { id: 'ab-profile', text: 'A/B-profile' },
        ', no ',
        { id: 'b-profile', text: 'B-profile' },
        '.',
      ],
    });
  });

  test('are found side by side', () => {
    expect(mentioned('rib B-profile')).toEqual({
      'rib B-profile': [{ id: 'rib', text: 'rib' }, ' ', { id: 'b-profile', text: 'B-profile' }],
    });
  });

  test('leave the text as it is', () => {
    const words = fc.constantFrom(
      'rib',
      'ribs',
      'rib shadow',
      'A/B-profile',
      'B-profile',
      ' ',
      ', ',
      'x',
      '-',
    );
    fc.assert(
      fc.property(fc.array(fc.array(words).map((parts) => parts.join(''))), (paragraphs) => {
        for (const [text, pieces] of termsMentioned(paragraphs, TERMS)) {
          expect(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')).toBe(text);
        }
      }),
    );
  });

  test('are none where there are no terms', () => {
    expect(termsMentioned(['A rib.'], [])).toEqual(new Map());
  });
});
