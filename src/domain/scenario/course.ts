/** The courses that an interactive lesson opens, whose id is that of the course, in the order in which they are taken. */
export const LESSON_COURSES = [
  'image',
  'ribs-and-pleura',
  'a-lines',
  'b-lines',
  'confluence',
  'sliding',
  'effusion-and-consolidation',
  'zones',
  'whole-patient',
  'catch-the-ai',
] as const;

/** All courses, from the first image to a whole patient and to the errors of a network. */
export const COURSES = [...LESSON_COURSES, 'own-machine'] as const;

/** Whether an interactive lesson opens a course. */
export function courseHasLesson(course: string): boolean {
  return (LESSON_COURSES as readonly string[]).includes(course);
}

/** Compares two courses by that order; others come after, by their names. */
export function courseCompare(a: string, b: string): number {
  return courseRank(a) - courseRank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

function courseRank(course: string): number {
  const at = (COURSES as readonly string[]).indexOf(course);
  return at < 0 ? COURSES.length : at;
}
