import type { Translation } from '../../../ui/words/words-type.ts';
import type { page as english } from '../../en/messages/page.ts';

export const page: Translation<typeof english> = {
  partMissing:
    'Una parte del juego no ha llegado: vuelve a intentarlo. Si sigue sin llegar, es que el juego se ha renovado entretanto en su servidor: recarga la página, no perderás tu lugar.',
  partOffline:
    'Una parte del juego no ha llegado, porque no hay conexión: conéctate y vuelve a intentarlo. No perderás tu lugar.',
  screenHomeless: 'La pantalla del ecógrafo necesita un elemento de la página que ocupar.',
  screenUndrawn: 'Este navegador no puede dibujar ni con WebGL ni en un lienzo (canvas).',
};
