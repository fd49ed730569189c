import { afterEach, describe, expect, test, vi } from 'vitest';
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

  test('one formatter serves every number of a kind', () => {
    let made = 0;
    class CountedFormat extends Intl.NumberFormat {
      constructor(...given: ConstructorParameters<typeof Intl.NumberFormat>) {
        super(...given);
        made += 1;
      }
    }
    vi.stubGlobal('Intl', { NumberFormat: CountedFormat, PluralRules: Intl.PluralRules });
    const said = [1, 2, 3000].map((score) => say('exam.items.score', { score }));
    vi.unstubAllGlobals();
    expect(said[2]).toContain('Score 3,000');
    expect(made).toBe(1);
  });
});
