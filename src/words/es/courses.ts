import type { Translation } from '../../ui/words/words-type.ts';
import type { courses as english } from '../en/courses.ts';

export const courses: Translation<typeof english> = {
  basics: 'Fundamentos',
  'hands-on': 'Con la sonda en la mano',
  'own-machine': 'Tu propio ecógrafo',
};
