import { expect, test } from 'vitest';
import { languageProblems, TRANSLATED } from '../../../../src/cli/words/language-texts.ts';
import { LANGUAGES } from '../../../../src/ui/words/language.ts';

test('every language of the game is translated from English', () => {
  expect(['en', ...TRANSLATED]).toEqual(LANGUAGES);
});

test.each(TRANSLATED)('%s says all that English says, and nothing else (see npm run words)', (language) => {
  expect(languageProblems(language)).toEqual([]);
});
