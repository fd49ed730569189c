import { lesson } from '../lesson.ts';
import { lessons } from '../lessons.ts';

export const words = { lesson, lessons } as const;
