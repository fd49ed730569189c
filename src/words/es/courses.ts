import type { Translation } from '../../ui/words/words-type.ts';
import type { courses as english } from '../en/courses.ts';

export const courses: Translation<typeof english> = {
  image: 'La imagen',
  'ribs-and-pleura': 'Costillas y línea pleural',
  'a-lines': 'Líneas A',
  'b-lines': 'Líneas B',
  confluence: 'Confluencia',
  sliding: 'Deslizamiento y modo M',
  'effusion-and-consolidation': 'Derrame y consolidación',
  zones: 'Zonas y patrones',
  'whole-patient': 'El paciente entero',
  'catch-the-ai': 'Descubre el error de la IA',
  'own-machine': 'Tu propio ecógrafo',
};
