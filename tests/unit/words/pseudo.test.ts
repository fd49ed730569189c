import { afterEach, expect, test } from 'vitest';
import { say, type Words, wordsUse } from '../../../src/ui/words/say.ts';
import { en } from '../../../src/words/en/index.ts';
import { pseudoText, pseudoWords } from '../../support/pseudo.ts';

// Files share what they import.
afterEach(() => wordsUse('en', en));

test('a text is longer, accented and marked, and keeps what is filled in', () => {
  expect(pseudoText('Mark it')).toBe('⟦Ṁaařķ iiť⟧');
  expect(pseudoText('Press <key>V</key> at {{mm, number}} mm')).toBe(
    '⟦Přeešš <key>V</key> aať {{mm, number}} mm⟧',
  );
});

test('the game speaks it as any other language', () => {
  wordsUse('es', pseudoWords(en) as Words);
  expect(say('settings.change.attempts.added', { count: 2 })).toBe('⟦2 aaťťeempťš aařee aaddeed.⟧');
  expect(say('settings.change.attempts.added', { count: 1 })).toBe('⟦1 aaťťeempť iiš aaddeed.⟧');
});
