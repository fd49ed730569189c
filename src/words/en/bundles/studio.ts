import { handOut } from '../hand-out.ts';
import { ownCourse } from '../own-course.ts';
import { studio } from '../studio.ts';

export const words = { handOut, ownCourse, studio } as const;
