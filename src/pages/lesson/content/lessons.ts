import { LESSON_COURSES } from '../../../domain/scenario/course.ts';
import type { Lesson, LessonId } from '../lesson.ts';
import { aLinesLesson } from './a-lines.ts';
import { bLinesLesson } from './b-lines.ts';
import { catchTheAiLesson } from './catch-the-ai.ts';
import { confluenceLesson } from './confluence.ts';
import { effusionAndConsolidationLesson } from './effusion-and-consolidation.ts';
import { imageLesson } from './image.ts';
import { ribsAndPleuraLesson } from './ribs-and-pleura.ts';
import { slidingLesson } from './sliding.ts';
import { wholePatientLesson } from './whole-patient.ts';
import { zonesLesson } from './zones.ts';

const BY_ID: Readonly<Record<LessonId, Lesson>> = {
  image: imageLesson,
  'ribs-and-pleura': ribsAndPleuraLesson,
  'a-lines': aLinesLesson,
  'b-lines': bLinesLesson,
  confluence: confluenceLesson,
  sliding: slidingLesson,
  'effusion-and-consolidation': effusionAndConsolidationLesson,
  zones: zonesLesson,
  'whole-patient': wholePatientLesson,
  'catch-the-ai': catchTheAiLesson,
};

/** The lesson of an id; null where there is none. */
export function lessonOf(id: string): Lesson | null {
  const known = LESSON_COURSES.find((one) => one === id);
  return known === undefined ? null : BY_ID[known];
}
