import type { Translation } from '../../ui/words/words-type.ts';
import type { home as english } from '../en/home.ts';

export const home: Translation<typeof english> = {
  heading: 'Aprende a leer una ecografía pulmonar marcándola.',
  lead: 'Detén una imagen ecográfica en movimiento, marca lo que ves y una red neuronal que funciona en esta misma página te muestra en qué acertaste, qué pasaste por alto y por qué.',
  start: 'Empezar: {{title}}',
  hero: {
    image: 'Una imagen de ecografía pulmonar en movimiento',
    play: 'Poner la imagen en movimiento',
    stop: 'Detener la imagen en movimiento',
  },
  today: {
    heading: 'Hoy',
    text_one: '{{count, number}} imagen, elegida para ti. Unos {{minutes, number}} min.',
    text_other: '{{count, number}} imágenes, elegidas para ti. Unos {{minutes, number}} min.',
    start: 'Empezar la ronda de hoy',
    another: 'Otra ronda',
    due: 'Toca repasar',
    new: 'Nuevo',
    learning: 'Todavía aprendiendo',
    failed: 'No se pudo leer lo que sabes hacer: {{reason}}',
    streak_one: '{{count, number}} día de práctica. Hasta dos días libres de cada siete no rompen la racha.',
    streak_other:
      '{{count, number}} días de práctica seguidos. Hasta dos días libres de cada siete no rompen la racha.',
    progress: 'Lo que sabes hacer',
  },
  drills: { heading: 'Ejercicios de diez segundos' },
  courses: {
    heading: 'Cursos',
    passed_one: '{{passed, number}} de {{count, number}} superado',
    passed_other: '{{passed, number}} de {{count, number}} superados',
    back: 'Todos los cursos',
    lesson: 'Empieza por la lección: tres minutos, con las manos',
  },
  alone: {
    heading: 'Por tu cuenta',
    practice: {
      title: 'Práctica libre',
      text: 'Cada vez un nuevo paciente virtual; marca todo lo que encuentres.',
    },
    scan: {
      title: 'Explora a un paciente',
      text: 'Toma la sonda y busca por tu cuenta: desliza, inclina, congela, modo M.',
    },
    clip: {
      title: 'Abre tu propio clip',
      text: 'Un vídeo o una imagen de tu ecógrafo. No sale de esta página.',
    },
    live: {
      title: 'Tu propio ecógrafo',
      text: 'Conecta un ecógrafo mediante una capturadora y obsérvalo junto con la red.',
    },
    library: {
      title: 'Biblioteca de clips',
      text: 'Guarda clips en este dispositivo, recórrelos imagen a imagen y mira qué encuentra la red.',
    },
    packages: {
      title: 'Cursos de otros',
      text: 'Abre un paquete que te dio un docente.',
    },
    studio: {
      title: 'Para docentes',
      text: 'Haz un escenario con un clip tuyo y entrégalo.',
    },
  },
  foot: 'Solo para formación, nunca para diagnóstico. Nada de lo que haces aquí sale de esta página.',
  lesson: 'Lección {{lesson, number(useGrouping: false)}}',
  teaches: 'Enseña',
  duration: 'Unos {{minutes, number}} min',
  best: {
    none: 'Aún sin jugar',
    score: 'Mejor <score>{{score, number}}</score>',
  },
  opening: 'Se están eligiendo las imágenes …',
  practice: {
    title: 'Práctica libre',
    opening: 'Un nuevo paciente está en camino…',
  },
  unfinished: {
    heading: 'Sin terminar',
    middle: 'Dejaste a medias <name>{{name}}</name>.',
    resume: 'Continuar donde estabas',
    resumeOf: 'Continuar donde estabas: {{name}}',
    drop: 'Descartar',
    dropOf: 'Descartar: {{name}}',
    dropped: 'Descartado: {{name}}.',
    imageOf: '{{title}}, {{image}}',
  },
};
