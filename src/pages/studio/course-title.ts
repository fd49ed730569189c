import { textIn } from '../../domain/package/package-manifest.ts';
import type { CourseDraft } from '../../domain/studio/course-draft.ts';
import { say, wordsLanguage } from '../../ui/words/say.ts';

/** The title of a course in the language of the page, else in another in which it has one. */
export function courseTitle({ titles }: Pick<CourseDraft, 'titles'>): string {
  const written = Object.fromEntries(Object.entries(titles).filter(([, text = '']) => text.trim() !== ''));
  return textIn(written, wordsLanguage()) || say('ownCourse.untitled');
}
