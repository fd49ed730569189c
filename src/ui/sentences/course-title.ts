import { say } from '../words/say.ts';

/** The courses that have a name of their own in the words of every language. */
const NAMED = ['basics', 'hands-on', 'own-machine'] as const;

/** A course as a heading: by its name, or where it has none by its folder, so that `lung-score` reads "Lung score". */
export function courseTitle(course: string): string {
  const named = NAMED.find((name) => name === course);
  if (named !== undefined) return say(`courses.${named}`);
  const words = course.replaceAll(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
