// Says what the words of other languages lack against English (`npm run words`), those of scenarios included.
import { parseArgs } from 'node:util';
import { choiceRead, commandStart } from './shared/command.ts';
import { languageAccept, languageProblems, TRANSLATED, type Translated } from './words/language-texts.ts';
import type { TextProblem } from './words/text-problems.ts';

const USAGE = `Usage: npm run words [-- --json]
       npm run words -- --accept LANGUAGE

Lists for every language but English each text that is missing, that English has not, that has other parameters, marks or
plural forms than the English one, or whose English text was changed since it was translated (stale), in src/words and
in scenarios. Exits with 1 where there is one. --accept takes the translations of a language for those of the
English texts as they stand now, once they were looked over: it writes src/words/LANGUAGE/source.json.`;

function problemsPrint(language: Translated, problems: readonly TextProblem[]): void {
  for (const { fault, key, sentence } of problems) console.log(`${language} ${fault}: ${key}: ${sentence}`);
  if (problems.length === 0) console.log(`${language}: ok`);
}

await commandStart(() => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      accept: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  if (values.accept !== undefined) {
    const language = choiceRead(values.accept, 'accept', TRANSLATED);
    console.log(`${language}: ${languageAccept(language)} texts are as their English ones now`);
    return;
  }
  const found = TRANSLATED.map((language) => [language, languageProblems(language)] as const);
  if (values.json) console.log(JSON.stringify(Object.fromEntries(found), null, 2));
  else for (const [language, problems] of found) problemsPrint(language, problems);
  if (found.some(([, problems]) => problems.length > 0)) process.exitCode = 1;
});
