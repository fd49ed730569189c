import { afterEach, describe, expect, test } from 'vitest';
import { say, wordsLanguage, wordsUse } from '../../../../src/ui/words/say.ts';
import { en } from '../../../../src/words/en/index.ts';
import { es } from '../../../../src/words/es/index.ts';

afterEach(() => wordsUse('en', en));

describe('sentences', () => {
  test('are English until another language is taken up', () => {
    expect(wordsLanguage()).toBe('en');
    expect(say('findings.rib.label')).toBe('Rib');
    wordsUse('es', es);
    expect(wordsLanguage()).toBe('es');
    expect(say('findings.rib.label')).toBe('Costilla');
  });

  test('English stands in for what a language lacks', () => {
    wordsUse('es', { ...es, findings: {} } as typeof es);
    expect(say('findings.rib.label')).toBe('Rib');
  });
});
