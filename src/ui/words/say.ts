import i18next from 'i18next';
import type { en } from '../../words/en/index.ts';
import type { Language } from './language.ts';
import type { FactsArgument, Translation, WordsKey } from './words-type.ts';

/**
 * One language for as long as the page lives: whoever chooses another loads it anew (`languageChoose`). Without words at
 * first: the page fetches them (`words-load.ts`), commands have all English ones (`cli/shared/words-english.ts`).
 */
const instance = i18next.createInstance();
instance.init({
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  // A code of an error may hold what i18next takes for a namespace or a context.
  nsSeparator: false,
  contextSeparator: '\u0000',
  interpolation: { escapeValue: false, skipOnVariables: true },
  resources: {},
});

/** Options that a format may name in a sentence, e.g. `{{share, number(maximumFractionDigits: 1)}}`. */
const FORMAT_OPTIONS = [
  'minimumFractionDigits',
  'maximumFractionDigits',
  'useGrouping',
  'type',
  'style',
  'dateStyle',
  'timeStyle',
] as const;

/**
 * A format that makes one formatter for each locale and options, and keeps it. That of i18next keeps one for each set of facts as
 * well: a page that stays open would hold thousands.
 */
function formatAdd(
  name: 'number' | 'list' | 'datetime',
  create: (locale: string, options: object) => { format(value: never): string },
): void {
  const made = new Map<string, { format(value: never): string }>();
  instance.services.formatter?.add(name, (value, locale, given = {}) => {
    const options = Object.fromEntries(
      FORMAT_OPTIONS.filter((option) => given[option] !== undefined).map((option) => [option, given[option]]),
    );
    const key = `${locale} ${JSON.stringify(options)}`;
    const formatter = made.get(key) ?? create(locale ?? 'en', options);
    made.set(key, formatter);
    return formatter.format(value as never);
  });
}

formatAdd('number', (locale, options) => new Intl.NumberFormat(locale, options));
formatAdd('list', (locale, options) => new Intl.ListFormat(locale, options));
formatAdd('datetime', (locale, options) => new Intl.DateTimeFormat(locale, options));

/** The locale of a language's dates and numbers; a day stands before its month in the English of the game. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es' };

/** The words of a language, as `src/words/XX/index.ts` exports them. */
export type Words = Translation<typeof en>;

/** Words of some rooms, each whole, but for messages, of which pages have no more than they tell. */
type SomeWords = Partial<Omit<Words, 'messages'>> & { readonly messages?: Partial<Words['messages']> };

/** From here on sentences are in this language, which has these words alone; English stands in for what it lacks. */
export function wordsUse(language: Language, words: SomeWords): void {
  instance.removeResourceBundle(language, 'translation');
  wordsAdd(language, words);
  // Its resources are here, so that it has changed when this returns.
  void instance.changeLanguage(language);
}

/** Adds words of rooms to those that a language has. */
export function wordsAdd(language: Language, words: SomeWords): void {
  // Messages come in two bundles.
  instance.addResourceBundle(language, 'translation', words, true, true);
}

/** The language that sentences are in. */
export function wordsLanguage(): Language {
  return instance.language as Language;
}

/**
 * The sentence of a key, in the language of the page, with numbers, lists and plural forms as that language has them.
 *
 * @param facts what stands in the sentence's braces, typed by the English text
 */
export function say<Key extends WordsKey>(key: Key, ...facts: FactsArgument<Key>): string {
  // A name that a person gave, e.g. of a file, is never read as a reference to another key.
  return instance.t(key, {
    ...(facts[0] as object | undefined),
    locale: LOCALES[wordsLanguage()],
    nest: false,
  });
}
