import { LANGUAGE_NAMES, LANGUAGES } from '../ui/words/language.ts';
import { languageChoose } from '../ui/words/language-start.ts';
import { wordsLanguage } from '../ui/words/say.ts';

/** The other languages, each in its own words, for those who understand nothing else on the page. */
export function LanguageLinks() {
  const spoken = wordsLanguage();
  return (
    <>
      {LANGUAGES.filter((language) => language !== spoken).map((language) => (
        <button
          key={language}
          type="button"
          class="bar-link bar-language"
          lang={language}
          onClick={() => languageChoose(language)}
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </>
  );
}
