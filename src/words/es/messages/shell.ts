import type { Translation } from '../../../ui/words/words-type.ts';
import type { shell as english } from '../../en/messages/shell.ts';

export const shell: Translation<typeof english> = {
  scenarioMissing: 'Aquí no hay ningún escenario llamado «{{id}}»: elige uno de la lista.',
  patientMissing: 'No hay ningún paciente en la camilla: elige uno.',
};
