import type { Translation } from '../../ui/words/words-type.ts';
import type { results as english } from '../en/results.ts';

export const results: Translation<typeof english> = {
  title: 'Lo que sabes hacer',
  none: 'Todavía no se sabe nada: juega una lección, un ejercicio o una ronda, y aquí se mostrará lo que sabes hacer.',
  standard:
    'Aquí cuentan solo las primeras respuestas sin ayuda, en imágenes de dificultad normal o mayor. El nivel exigido es acertar el {{percent, number}} %; se declara cuando está demostrado, no cuando es probable.',
  open: 'Sin empezar',
  handIn: 'Entregar mis resultados',
  towards: 'Camino del nivel exigido',
  standing: {
    not_yet: 'Aprendiendo',
    competent: 'En el nivel exigido',
    lost: 'Estuvo en el nivel exigido y ya no lo está',
  },
  right_one: '{{right, number}} de {{count, number}} respuesta correcta',
  right_other: '{{right, number}} de {{count, number}} respuestas correctas',
  quick: 'el {{percent, number}} % de las últimas, correctas en diez segundos',
  forecast: {
    far: 'aún sin pronóstico',
    open: 'al menos {{low, number}} respuestas más hasta el nivel exigido',
    proof: 'ya al nivel exigido; más respuestas lo demostrarán',
    between_one:
      'cerca de {{count, number}} respuesta más para alcanzar el nivel exigido (de {{low, number}} a {{high, number}})',
    between_other:
      'cerca de {{count, number}} respuestas más para alcanzar el nivel exigido (de {{low, number}} a {{high, number}})',
  },
  due: {
    now: 'toca repasar ya',
    in_one: 'toca repasar dentro de {{count, number}} día',
    in_other: 'toca repasar dentro de {{count, number}} días',
  },
  spent: '{{minutes, number}} min hasta ahora',
  confidence: {
    heading: 'Cuánta seguridad, cuánto acierto',
    text: 'Quien se juzga bien acierta cerca de la cuarta parte de lo que responde al azar y casi todo aquello de lo que está seguro.',
    none: 'ninguna respuesta todavía',
    right_one: '{{percent, number}} % de aciertos en {{count, number}} respuesta',
    right_other: '{{percent, number}} % de aciertos en {{count, number}} respuestas',
    wrong: 'Con seguridad, pero mal',
    wrongItem: '{{skill}}, {{atMs, datetime(dateStyle: medium)}}',
  },
};
