/** The languages that the game speaks, the one that stands in for the others first. */
export const LANGUAGES = ['en', 'es'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Each in its own words. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' };

/**
 * The language to speak: the one that was chosen, else the first of the browser's that there is, else English.
 *
 * @param chosen as it was stored; anything else than a language counts as not chosen
 * @param preferred BCP 47 tags, the favourite first, as `navigator.languages`
 */
export function languagePick(chosen: string | null, preferred: readonly string[]): Language {
  const spoken = (tag: string): Language | undefined =>
    LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language);
  return LANGUAGES.find((language) => language === chosen) ?? preferred.map(spoken).find(Boolean) ?? 'en';
}
