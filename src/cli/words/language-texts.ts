import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/root.mjs';
import type { Language } from '../../ui/words/language.ts';
import { en } from '../../words/en/index.ts';
import { es } from '../../words/es/index.ts';
import { scenarioTexts } from './scenario-texts.ts';
import { textHash } from './text-hash.ts';
import { type Accepted, type TextProblem, textProblems } from './text-problems.ts';
import { type Texts, type WordsTree, wordTexts } from './word-texts.ts';

/** A language that is translated from English. */
export type Translated = Exclude<Language, 'en'>;

const WORDS: Readonly<Record<Translated, WordsTree>> = { es };

/** Every language but English. */
export const TRANSLATED = Object.keys(WORDS) as readonly Translated[];

const SCENARIOS = join(ROOT, 'scenarios');

/** Faults in the words and scenarios of a language. */
export function languageProblems(language: Translated): readonly TextProblem[] {
  return textProblems(englishTexts(), textsOf(language), acceptedRead(language), language);
}

/** Takes every translation that there is for one of the English text as it stands now; how many there are. */
export function languageAccept(language: Translated): number {
  const texts = textsOf(language);
  const accepted = [...englishTexts()]
    .filter(([key]) => texts.has(key))
    .map(([key, text]) => [key, textHash(text)] as const);
  writeFileSync(acceptedPath(language), `${JSON.stringify(Object.fromEntries(accepted), null, 2)}\n`);
  return accepted.length;
}

function englishTexts(): Texts {
  return new Map([...wordTexts(en), ...scenarioTexts(SCENARIOS, null)]);
}

function textsOf(language: Translated): Texts {
  return new Map([...wordTexts(WORDS[language]), ...scenarioTexts(SCENARIOS, language)]);
}

function acceptedPath(language: Translated): string {
  return join(ROOT, 'src', 'words', language, 'source.json');
}

function acceptedRead(language: Translated): Accepted {
  return JSON.parse(readFileSync(acceptedPath(language), 'utf8')) as Accepted;
}
