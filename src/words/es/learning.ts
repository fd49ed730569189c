import type { Translation } from '../../ui/words/words-type.ts';
import type { learning as english } from '../en/learning.ts';

export const learning: Translation<typeof english> = {
  rank: {
    label: 'Tu fase',
    novice: 'Fase de principiante',
    advanced_beginner: 'Fase de principiante avanzado',
    competent: 'Fase competente',
    proficient: 'Fase eficiente',
    standing: '{{standing, number}} de {{skills, number}} habilidades en el nivel exigido.',
    next_one: '{{rank}}: falta {{count, number}} habilidad más en el nivel exigido.',
    next_other: '{{rank}}: faltan {{count, number}} habilidades más en el nivel exigido.',
    last: 'Es la última fase del juego: la siguiente, la de experto, se alcanza junto al paciente y no en un juego.',
    words: 'Las palabras son las de las fases de destreza de Dreyfus, como las usa la formación clínica.',
    about:
      'Aquí cuentan las habilidades que mantienes en el nivel exigido, en imágenes simuladas; el tiempo dedicado no influye, y ninguna fase dice que puedas trabajar sin supervisión.',
  },
  standard: {
    heading: 'En el nivel exigido',
    reached: '{{skill}}: ahora en el nivel exigido.',
    reachedWhy:
      'De las {{count, number}} respuestas que lo decidieron, {{right, number}} fueron correctas, todas primeras respuestas sin ayuda.',
    lost: '{{skill}}: ya no está en el nivel exigido.',
    lostWhy:
      'De las últimas {{count, number}} respuestas que cuentan, {{wrong, number}} fueron incorrectas, más de lo que admite el nivel exigido. Se preguntará más a menudo hasta que se demuestre de nuevo.',
    said: 'Ahora en el nivel exigido: {{skills, list(type: unit)}}.',
    saidLost: 'Ya no en el nivel exigido: {{skills, list(type: unit)}}.',
  },
};
