import type { Translation } from '../../../ui/words/words-type.ts';
import type { courses as en } from '../../en/messages/courses.ts';

export const courses: Translation<typeof en> = {
  courseNone:
    'Ningún sistema de cursos responde alrededor de esta página. Puedes jugar igualmente; lo que hagas se queda en este dispositivo. Ábrela desde tu curso para que cuente.',
  courseRefused:
    'El sistema de cursos no ha dejado empezar a esta página. Puedes jugar igualmente; lo que hagas se queda en este dispositivo. Ciérrala y ábrela otra vez desde tu curso para que cuente.',
  courseSilent:
    'El sistema de cursos no ha respondido a tiempo. Puedes jugar igualmente; lo que hagas se queda en este dispositivo. Ábrela más tarde desde tu curso para que cuente.',
  courseNotSaved:
    'El sistema de cursos aún no ha guardado tu trabajo. Se guarda en este dispositivo y se envía otra vez enseguida; mientras tanto, continúa.',
  courseSignedOut:
    'El sistema de cursos ya no sabe quién eres. Tu trabajo se guarda en este dispositivo: abre esta página otra vez desde tu curso y se enviará.',
  courseBusy:
    'El sistema de cursos tiene demasiado que hacer en este momento. Tu trabajo se guarda en este dispositivo y se envía cuando tenga tiempo; mientras tanto, continúa.',
  courseUnreachable:
    'No se puede alcanzar el sistema de cursos en este momento. Tu trabajo se guarda en este dispositivo y se envía cuando responda; mientras tanto, continúa.',
  courseStatementsRefused_one:
    'El sistema de cursos no ha aceptado {{count}} anotación sobre tu trabajo. Díselo a tu docente; todas las demás están guardadas.',
  courseStatementsRefused_other:
    'El sistema de cursos no ha aceptado {{count}} anotaciones sobre tu trabajo. Díselo a tu docente; todas las demás están guardadas.',
  courseUnsound: 'Este paquete para sistemas de cursos está dañado. Pide uno nuevo a tu docente.',
};
