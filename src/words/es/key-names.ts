import type { Translation } from '../../ui/words/words-type.ts';
import type { keyNames as english } from '../en/key-names.ts';

export const keyNames: Translation<typeof english> = {
  space: 'Espacio',
  home: 'Inicio',
  end: 'Fin',
  pageDown: 'Av Pág',
  pageUp: 'Re Pág',
  shift: 'Mayús',
  enter: 'Intro',
  andArrow: '+ flecha',
};
