import type { Translation } from '../../ui/words/words-type.ts';
import type { offline as english } from '../en/offline.ts';

export const offline: Translation<typeof english> = {
  label: 'Versión más nueva',
  inTheWay:
    'Cierra antes las demás pestañas de este juego: la versión más nueva también las sustituiría a ellas.',
  isHere: 'Hay una versión más nueva de Batsign. Las puntuaciones, las lecciones y los clips se conservan.',
  load: 'Cargarla',
};
