import type { Translation } from '../../ui/words/words-type.ts';
import type { assigned as en } from '../en/assigned.ts';

export const assigned: Translation<typeof en> = {
  lead: 'Tu curso ha asignado esto.',
  leadNamed: 'Tu curso ha asignado esto a {{name}}.',
  open: 'Sin empezar',
  begun: 'Empezado',
  done: 'Hecho',
  doneScore: 'Hecho: {{score}} de 100',
  action: { start: 'Empezar', goOn: 'Continuar', again: 'Jugar otra vez' },
  named: {
    start: 'Empezar «{{title}}»',
    goOn: 'Continuar «{{title}}»',
    again: 'Jugar «{{title}}» otra vez',
  },
  score: 'Tu puntuación es {{score}} de 100.',
  passed: 'Superado.',
  failed: 'No superado.',
  finish: 'Entregar y cerrar',
  leave: 'Guardar y salir',
  stop: 'Salir',
  stopped: 'Puedes cerrar esta página.',
  note: 'También puedes simplemente cerrar la página: tu curso tiene lo que has hecho y la próxima vez continúas desde ahí.',
  noteDone:
    'También puedes simplemente cerrar la página: tu curso ya tiene tu resultado. Si antes vuelves a jugar, cuenta la mejor puntuación.',
  over: 'Tu trabajo se ha entregado al curso. Puedes cerrar esta página.',
  timeOver: 'El tiempo que daba tu curso ha terminado. Lo que hiciste hasta entonces está entregado.',
  tooLong:
    'Tu curso guarda muy pocos caracteres para el escenario que tienes a medias. Se guarda en este dispositivo: continúalo aquí. Los escenarios terminados están guardados en el curso.',
  mode: {
    browse: 'Estás mirando esto sin un intento: no se comunica nada a tu curso.',
    review: 'Estás repasando un intento terminado: no se comunica nada a tu curso.',
  },
  short: {
    saved: 'Guardado en el curso',
    saving: 'Guardando...',
    unsaved: 'Aún no guardado en el curso',
    apart: 'Sin conexión con un curso',
    over: 'Entregado al curso',
    browse: 'Solo mirar: no se guarda nada',
    review: 'Repaso: no se guarda nada',
  },
};
