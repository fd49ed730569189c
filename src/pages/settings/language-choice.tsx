import { Choice } from '../../ui/choice.tsx';
import { LANGUAGE_NAMES, LANGUAGES } from '../../ui/words/language.ts';
import { languageChoose } from '../../ui/words/language-start.ts';
import { say, wordsLanguage } from '../../ui/words/say.ts';

/** The language of the game, each in its own words; another one loads the page anew. */
export function LanguageChoice() {
  const spoken = wordsLanguage();
  return (
    <section class="card stack">
      <h2>{say('settings.language.heading')}</h2>
      <div class="settings-data" role="radiogroup" aria-label={say('settings.language.label')}>
        {LANGUAGES.map((language) => (
          <Choice
            key={language}
            name="language"
            value={language}
            isChosen={language === spoken}
            onPick={() => languageChoose(language)}
          >
            <span lang={language}>{LANGUAGE_NAMES[language]}</span>
          </Choice>
        ))}
      </div>
      <p class="soft small">{say('settings.language.note')}</p>
    </section>
  );
}
