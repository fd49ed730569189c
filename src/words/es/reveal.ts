import type { Translation } from '../../ui/words/words-type.ts';
import type { reveal as english } from '../en/reveal.ts';

export const reveal: Translation<typeof english> = {
  colours: 'Colores y tramas sobre la imagen',
  marks: 'Tus marcas sobre la imagen',
  legend: {
    hit: 'Correcto',
    miss: 'Sin marcar',
    extra: 'De más: marcado, pero no está ahí',
    neutral: 'No cuenta',
    unsure: 'Aquí no se puede evaluar',
  },
  review: {
    result: 'Resultado',
    key: 'Solución',
    marks: 'Mis marcas',
    bare: 'Imagen sola',
  },
  measured: {
    how: 'Cómo se ha medido',
    overlap: 'Coincidencia ±{{mm, number}} mm',
    dice: 'Dice',
    iou: 'IoU',
    lines: 'Líneas encontradas',
    count: '{{found, number}} de {{expected, number}}',
    countExtra: '{{found, number}} de {{expected, number}}, {{extra, number}} de más',
    share: '{{share, number(minimumFractionDigits: 2; maximumFractionDigits: 2)}}',
    strict:
      'El Dice estricto es de solo {{dice, number(minimumFractionDigits: 2; maximumFractionDigits: 2)}}: toma por fallo un milímetro al lado de una línea fina, así que se te puntúa con un margen de {{mm, number}} mm.',
    key: {
      phantom_truth: 'Solución: verdad de la simulación.',
      expert: 'Solución: experto.',
      network: 'Solución: red neuronal.',
      adapted: 'Clave: la red adaptada «{{name}}».',
    },
  },
  hints: {
    label: 'Pistas',
    none: 'Ya no quedan más pistas.',
    image: {
      word: 'Pista: unas palabras',
      region: 'Pista: una región',
      outline: 'Pista: un contorno',
      answer: 'Pista: la respuesta',
    },
    chest: {
      word: 'Pista: unas palabras',
      region: 'Pista: la zona',
      outline: 'Pista: un contorno',
      answer: 'Pista: poner ahí la sonda',
    },
    free: 'sin más coste',
    cost_one: '−{{count, number}} punto',
    cost_other: '−{{count, number}} puntos',
    most: 'Las pistas de un mismo paso nunca cuestan más de {{most, number}} puntos en total.',
    left: {
      answered:
        'Con la respuesta correcta, aún puedes obtener hasta {{left, number}} de 100. Las pistas de un mismo paso nunca cuestan más de {{most, number}} puntos en total.',
      drawn:
        'Si lo dibujas bien, aún puedes obtener hasta {{left, number}} de 100. Las pistas de un mismo paso nunca cuestan más de {{most, number}} puntos en total.',
      drawnOver:
        'Si lo repasas bien, aún puedes obtener hasta {{left, number}} de 100. Las pistas de un mismo paso nunca cuestan más de {{most, number}} puntos en total.',
      frozen:
        'Si congelas en el lugar correcto, aún puedes obtener hasta {{left, number}} de 100. Las pistas de un mismo paso nunca cuestan más de {{most, number}} puntos en total.',
    },
  },
};
