import { describe, expect, test } from 'vitest';
import { languagePick } from '../../../../src/ui/words/language.ts';

describe('the language of the page', () => {
  test.each([
    { chosen: 'es', preferred: ['en-GB'], language: 'es' },
    { chosen: 'en', preferred: ['es-ES'], language: 'en' },
    { chosen: null, preferred: ['es-419', 'en'], language: 'es' },
    { chosen: null, preferred: ['ES'], language: 'es' },
    { chosen: null, preferred: ['fr-FR', 'es-ES', 'en'], language: 'es' },
    { chosen: null, preferred: ['fr-FR', 'de'], language: 'en' },
    { chosen: null, preferred: [], language: 'en' },
    { chosen: 'tlh', preferred: ['es'], language: 'es' },
    // Estonian and Estremaduran begin alike, and are not Spanish.
    { chosen: null, preferred: ['est'], language: 'en' },
  ])('$chosen chosen, $preferred preferred: $language', ({ chosen, preferred, language }) => {
    expect(languagePick(chosen, preferred)).toBe(language);
  });
});
