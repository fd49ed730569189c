import type { Translation } from '../../ui/words/words-type.ts';
import type { handOut as english } from '../en/hand-out.ts';

/** Entregar lo que hizo un docente: como archivo, en este dispositivo y para sistemas de cursos. */
export const handOut: Translation<typeof english> = {
  heading: 'Entregarlo',
  lead: 'Un solo archivo contiene el escenario con sus clips y su solución. Los alumnos lo abren en «Cursos de otros».',
  author: 'Autor',
  authorHelp: 'Lo ve quien lo abre; puede quedar vacío.',
  licence: 'Licencia',
  licenceHelp: 'Por ejemplo CC-BY-4.0; puede quedar vacía.',
  save: 'Guardar como archivo',
  keep: 'Ponerlo entre los cursos de este dispositivo',
  failed: 'No se pudo hacer el archivo.',
  saved: 'El archivo está guardado. Contiene los clips: entrégalos solo si puedes hacerlo.',
  kept: 'Ya está entre los cursos de este dispositivo, en la primera página.',
  clips:
    'Los clips van con él. Comprueba que nada en ellos diga quién es el paciente y que puedes entregarlos.',
  system: {
    heading: 'Para un sistema de cursos (Moodle, Canvas, ILIAS, Open edX)',
    lead: 'Un sistema de cursos lo asigna y guarda quién aprobó. Toma un solo zip con el juego, tus escenarios y sus clips: súbelo como actividad. No carga nada de otros sitios.',
    target: 'Lo que toma tu sistema de cursos',
    targets: {
      scorm12: 'SCORM 1.2 (Moodle y la mayoría de los demás)',
      scorm2004: 'SCORM 2004, 4.ª edición',
      xapi: 'cmi5 o xAPI',
    },
    pass: 'Puntuación para aprobar, 0-100',
    passHelp:
      'Si queda vacía, cada escenario tiene la suya. La que pida el sistema de cursos va por delante.',
    passWrong: 'Aquí va un número entero de 0 a 100, por ejemplo 70.',
    endpoint: 'Dirección del almacén de registros de aprendizaje (LRS)',
    endpointHelp:
      'Por ejemplo https://lrs.example.org. Si queda vacía, la página puede enviar a cualquier dirección https que nombre el sistema de cursos.',
    endpointWrong: 'Aquí va una dirección, por ejemplo https://lrs.example.org.',
    size: 'El zip tendrá unos {{megabytes, number(maximumFractionDigits: 1)}} MB: {{game, number(maximumFractionDigits: 1)}} MB del juego y {{clips, number(maximumFractionDigits: 1)}} MB de clips.',
    counting: 'Se está contando el tamaño.',
    save: 'Guardar para un sistema de cursos',
    making: 'Se está haciendo el zip',
    stop: 'Parar',
    saved: 'El zip está guardado. Súbelo a tu sistema de cursos tal como está, sin desempaquetarlo.',
    leaves:
      'Al sistema de cursos se le cuentan las respuestas, las puntuaciones y los tiempos de cada alumno, pero no las imágenes ni las máscaras.',
  },
};
