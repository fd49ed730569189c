import type { Translation } from '../../ui/words/words-type.ts';
import type { markingNotice as english } from '../en/marking-notice.ts';

export const markingNotice: Translation<typeof english> = {
  without: {
    brush: 'Este paso se hace sin el pincel.',
    eraser: 'Este paso se hace sin el borrador.',
    line: 'Este paso se hace sin la línea.',
    beam: 'Este paso se hace sin la línea B.',
    region: 'Este paso se hace sin la región.',
  },
  notAsked: 'Este paso no pide: {{finding}}.',
  points: {
    line_one: 'Una línea necesita {{needed}} puntos: falta {{count}}.',
    line_other: 'Una línea necesita {{needed}} puntos: faltan {{count}}.',
    region_one: 'Una región necesita {{needed}} puntos: falta {{count}}.',
    region_other: 'Una región necesita {{needed}} puntos: faltan {{count}}.',
  },
};
