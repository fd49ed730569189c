import type { Translation } from '../../ui/words/words-type.ts';
import type { session as english } from '../en/session.ts';

export const session: Translation<typeof english> = {
  hintRibs:
    'Empieza por las costillas: dos casquetes brillantes con sombra. La línea pleural está entre ellas y por debajo.',
  markAll: 'Marca todo lo que encuentres. Lo que no está da la puntuación completa si lo dejas sin marcar.',
  practice: {
    title: 'Práctica libre',
    summary: 'Un paciente virtual que nadie ha visto todavía.',
    image: 'Paciente virtual {{seed}}',
    freeze: 'Mira cómo se desliza y respira el pulmón. Detén la imagen donde se vea todo.',
  },
  scanned: {
    title: 'Marca al paciente que exploraste',
    summary: 'Congela la imagen que quieras, márcala y compárala con lo que hay de verdad.',
    image: 'Paciente {{seed}}',
    scan: 'La sonda está donde la dejaste. Congela una imagen que muestre la línea pleural.',
  },
  clip: {
    title: 'Tu propio clip',
    summary: 'Un vídeo o una imagen de tu ecógrafo, que lee solo la red.',
  },
  live: {
    title: 'Tu propio ecógrafo',
    summary: 'Una imagen del ecógrafo conectado, que lee solo la red.',
  },
  stored: {
    title: 'Un clip de tu biblioteca',
    summary: 'Un clip guardado en este dispositivo, que lee solo la red.',
  },
  recorded: {
    freeze:
      'La red nunca ha visto a este paciente y puede equivocarse. Detén la imagen donde quieras marcar.',
    mark: 'Marca lo que ves. Esta imagen la evalúa solo la red: las clases de las que no está segura no puntúan.',
  },
};
