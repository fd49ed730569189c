import { words as englishStart } from '../../words/en/bundles/start.ts';
import type { Language } from './language.ts';
import { wordsAdd, wordsLanguage, wordsUse } from './say.ts';
import type { Translation } from './words-type.ts';

/** Bundles of rooms whose words are fetched together, each room in one of them; those of the start are not named. */
const ENGLISH = {
  about: () => import('../../words/en/bundles/about.ts'),
  adapt: () => import('../../words/en/bundles/adapt.ts'),
  annotations: () => import('../../words/en/bundles/annotations.ts'),
  attempts: () => import('../../words/en/bundles/attempts.ts'),
  capture: () => import('../../words/en/bundles/capture.ts'),
  classroom: () => import('../../words/en/bundles/classroom.ts'),
  exam: () => import('../../words/en/bundles/exam.ts'),
  glossary: () => import('../../words/en/bundles/glossary.ts'),
  graded: () => import('../../words/en/bundles/graded.ts'),
  image: () => import('../../words/en/bundles/image.ts'),
  lesson: () => import('../../words/en/bundles/lesson.ts'),
  library: () => import('../../words/en/bundles/library.ts'),
  live: () => import('../../words/en/bundles/live.ts'),
  packages: () => import('../../words/en/bundles/packages.ts'),
  play: () => import('../../words/en/bundles/play.ts'),
  probe: () => import('../../words/en/bundles/probe.ts'),
  questions: () => import('../../words/en/bundles/questions.ts'),
  results: () => import('../../words/en/bundles/results.ts'),
  scan: () => import('../../words/en/bundles/scan.ts'),
  settings: () => import('../../words/en/bundles/settings.ts'),
  studio: () => import('../../words/en/bundles/studio.ts'),
  surveyed: () => import('../../words/en/bundles/surveyed.ts'),
};

/** A bundle of words that comes with the pages that need it. */
export type WordsBundle = keyof typeof ENGLISH;

type BundleWords = {
  readonly [Bundle in WordsBundle]: Awaited<ReturnType<(typeof ENGLISH)[Bundle]>>['words'];
};

/** The same bundles in another language. */
type Bundles = {
  readonly [Bundle in WordsBundle]: () => Promise<{ readonly words: Translation<BundleWords[Bundle]> }>;
};

const BUNDLES: Readonly<Record<Language, Bundles>> = {
  en: ENGLISH,
  es: {
    about: () => import('../../words/es/bundles/about.ts'),
    adapt: () => import('../../words/es/bundles/adapt.ts'),
    annotations: () => import('../../words/es/bundles/annotations.ts'),
    attempts: () => import('../../words/es/bundles/attempts.ts'),
    capture: () => import('../../words/es/bundles/capture.ts'),
    classroom: () => import('../../words/es/bundles/classroom.ts'),
    exam: () => import('../../words/es/bundles/exam.ts'),
    glossary: () => import('../../words/es/bundles/glossary.ts'),
    graded: () => import('../../words/es/bundles/graded.ts'),
    image: () => import('../../words/es/bundles/image.ts'),
    lesson: () => import('../../words/es/bundles/lesson.ts'),
    library: () => import('../../words/es/bundles/library.ts'),
    live: () => import('../../words/es/bundles/live.ts'),
    packages: () => import('../../words/es/bundles/packages.ts'),
    play: () => import('../../words/es/bundles/play.ts'),
    probe: () => import('../../words/es/bundles/probe.ts'),
    questions: () => import('../../words/es/bundles/questions.ts'),
    results: () => import('../../words/es/bundles/results.ts'),
    scan: () => import('../../words/es/bundles/scan.ts'),
    settings: () => import('../../words/es/bundles/settings.ts'),
    studio: () => import('../../words/es/bundles/studio.ts'),
    surveyed: () => import('../../words/es/bundles/surveyed.ts'),
  },
};

/** How the words of the start come in other languages; those in English are always there. */
const STARTS: Readonly<
  Record<Exclude<Language, 'en'>, () => Promise<{ readonly words: Translation<typeof englishStart> }>>
> = {
  es: () => import('../../words/es/bundles/start.ts'),
};

/** From here on sentences are in this language, English where its words do not arrive. Only the start's are there. */
export async function wordsStart(language: Language): Promise<void> {
  wordsUse('en', englishStart);
  if (language === 'en') return;
  try {
    wordsUse(language, (await STARTS[language]()).words);
  } catch (error) {
    console.error(error);
  }
}

/**
 * Fetches the words of a page, in the language of the page; those that are there already at once.
 *
 * @throws TypeError where they do not arrive
 */
export async function wordsLoad(bundles: readonly WordsBundle[]): Promise<void> {
  const language = wordsLanguage();
  await Promise.all(
    bundles.map(async (bundle) => wordsAdd(language, (await BUNDLES[language][bundle]()).words)),
  );
}
