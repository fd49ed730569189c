import { ScenarioError } from '../scenario/error.ts';
import { scenarioRead } from '../scenario/parse.ts';
import { type ScenarioPath, valueAt } from '../scenario/schema-keys.ts';
import { textPlaces } from '../scenario/text-place.ts';
import { scenarioTranslated } from '../scenario/translation.ts';
import { draftEdit, draftValues } from './draft-edit.ts';

/** A text of a draft beside the same text in another language. */
export interface TranslationPlace {
  /** Where it stands in the file of the other language. */
  readonly as: ScenarioPath;
  readonly text: string;
  /** Empty where it is missing. */
  readonly translated: string;
  /** Whether it may be left as it is. */
  readonly isOptional: boolean;
}

/** Every text that learners read, beside its translation; null where the draft is not sound. */
export function translationPlaces(text: string, translation: string): readonly TranslationPlace[] | null {
  try {
    const values = draftValues(translation);
    return textPlaces(scenarioRead(text, 'draft.yaml', null).file).map((place) => {
      const translated = valueAt(place.as, values);
      return {
        as: place.as,
        text: place.text,
        translated: typeof translated === 'string' ? translated : '',
        isOptional: place.isOptional,
      };
    });
  } catch (error) {
    if (error instanceof ScenarioError) return null;
    throw error;
  }
}

/** A file of texts in another language after one of them was written; an empty one is taken out. */
export function translationEdit(translation: string, as: ScenarioPath, text: string): string {
  const begun = draftValues(translation) === null ? '{}\n' : translation;
  return draftEdit(begun, [{ path: as, value: text === '' ? undefined : text }]);
}

/** Whether a draft can be played in the other language. */
export function translationIsWhole(text: string, translation: string): boolean {
  try {
    scenarioTranslated({ text, name: 'draft.yaml' }, { text: translation, name: 'translation.yaml' });
    return true;
  } catch (error) {
    if (error instanceof ScenarioError) return false;
    throw error;
  }
}
