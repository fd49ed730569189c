import type { Translation } from '../../ui/words/words-type.ts';
import type { ui as english } from '../en/ui.ts';

export const ui: Translation<typeof english> = {
  close: 'Cerrar',
  dismiss: 'Descartar este mensaje',
  timeLeft: 'Tiempo restante',
  allScenarios: 'Todos los escenarios',
};
