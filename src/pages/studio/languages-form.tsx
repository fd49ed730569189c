import { useId } from 'preact/hooks';
import {
  type TranslationPlace,
  translationEdit,
  translationPlaces,
} from '../../domain/studio/draft-translation.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../ui/words/language.ts';
import { say } from '../../ui/words/say.ts';
import type { DraftEditor } from './draft-editor.ts';

/** Every text of the draft beside the same text in the other languages of the game. */
export function LanguagesForm({ editor }: { readonly editor: DraftEditor }) {
  const { language } = editor.draft.value;
  return (
    <>
      <h3>{say('studio.languages.heading')}</h3>
      <p class="soft small">{say('studio.languages.lead')}</p>
      {LANGUAGES.filter((one) => one !== language).map((one) => (
        <LanguageForm key={one} editor={editor} language={one} />
      ))}
    </>
  );
}

function LanguageForm({ editor, language }: { readonly editor: DraftEditor; readonly language: Language }) {
  const { text, translations } = editor.history.value.now;
  const translation = translations[language] ?? '';
  const places = translationPlaces(text, translation);
  if (places === null) return <p>{say('studio.languages.broken')}</p>;
  const missing = places.filter(({ translated, isOptional }) => translated === '' && !isOptional).length;
  const isBegun = places.some(({ translated }) => translated !== '');
  return (
    <details open={isBegun}>
      <summary>
        {LANGUAGE_NAMES[language]}:{' '}
        {say(missing === 0 ? 'studio.languages.whole' : 'studio.languages.missing', { count: missing })}
      </summary>
      <div class="stack">
        {places.map((place) => (
          <TextPair
            key={place.as.join('/')}
            place={place}
            language={language}
            onText={(next) =>
              editor.translationSet(
                language,
                translationEdit(translation, place.as, next),
                `${language}/${place.as.join('/')}`,
              )
            }
          />
        ))}
      </div>
    </details>
  );
}

function TextPair({
  place: { text, translated, isOptional },
  language,
  onText,
}: {
  readonly place: TranslationPlace;
  readonly language: Language;
  readonly onText: (text: string) => void;
}) {
  const id = useId();
  const isMissing = translated === '' && !isOptional;
  return (
    <div class="studio-two studio-pair" data-missing={isMissing}>
      <label for={id}>{text}</label>
      <textarea
        id={id}
        rows={Math.min(6, 1 + Math.floor(text.length / 50))}
        lang={language}
        value={translated}
        placeholder={say(isMissing ? 'studio.languages.isMissing' : 'studio.languages.isOptional')}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
    </div>
  );
}
