import { COURSES } from '../../domain/scenario/course.ts';
import { say } from '../words/say.ts';

/** A course as a heading: by its name, or where it has none by its folder, so that `lung-score` reads "Lung score". */
export function courseTitle(course: string): string {
  const named = COURSES.find((name) => name === course);
  if (named !== undefined) return say(`courses.${named}`);
  const words = course.replaceAll(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
