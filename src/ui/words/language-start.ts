import { type Language, languagePick } from './language.ts';
import { wordsLanguage } from './say.ts';
import { wordsStart } from './words-load.ts';

/**
 * The key of the chosen language in storage: apart from the settings, since it is needed before their store is open.
 * Learners after the first have one of their own, and begin with the first one's.
 */
const CHOICE = 'batsign.language';

let choice = CHOICE;

/**
 * Takes up the language that was chosen, or that the browser prefers; English where its words do not arrive.
 *
 * @param learner tells whose choice it is; null for whoever was here first
 */
export async function languageStart(learner: string | null): Promise<void> {
  choice = choiceKey(learner);
  await wordsStart(languagePick(choiceRead(), navigator.languages));
  document.documentElement.lang = wordsLanguage();
}

/** Keeps the choice and loads the page anew, so that nothing on it is in two languages. */
export function languageChoose(language: Language): void {
  try {
    localStorage.setItem(choice, language);
  } catch (error) {
    // Without a memory the browser's own language is spoken.
    console.warn(error);
  }
  location.reload();
}

/** Forgets what a learner chose. */
export function languageForget(learner: string | null): void {
  try {
    localStorage.removeItem(choiceKey(learner));
  } catch {
    // Where the browser denies it nothing can have been kept.
  }
}

function choiceKey(learner: string | null): string {
  return learner === null ? CHOICE : `${CHOICE}.${learner}`;
}

function choiceRead(): string | null {
  try {
    return localStorage.getItem(choice) ?? localStorage.getItem(CHOICE);
  } catch {
    return null;
  }
}
