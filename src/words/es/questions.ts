import type { Translation } from '../../ui/words/words-type.ts';
import type { questions as english } from '../en/questions.ts';

export const questions: Translation<typeof english> = {
  label: 'Pregunta',
  answer: 'Responder',
  watch: 'Sigue mirando: {{seconds, number}} s',
  goOn: 'Continuar',
  skip: 'Saltar esta pregunta',
  told: 'Esto ya se te ha mostrado, así que tu respuesta no se puntúa.',
  less: '{{step, number}} menos',
  more: '{{step, number}} más',
  range: 'Indica un número de {{min, number}} a {{max, number}}.',
  rangeWhole: 'Indica un número entero de {{min, number}} a {{max, number}}.',
  reply: {
    number: '{{value, number(maximumFractionDigits: 1)}}',
    unit: '{{value, number(maximumFractionDigits: 1)}} {{measure}}',
    aLines_one: '{{count, number(maximumFractionDigits: 1)}} línea A',
    aLines_other: '{{count, number(maximumFractionDigits: 1)}} líneas A',
    bLines_one: '{{count, number(maximumFractionDigits: 1)}} línea B',
    bLines_other: '{{count, number(maximumFractionDigits: 1)}} líneas B',
    choice: '«{{label}}»',
    untold: 'Esta imagen no permite saber qué es lo correcto, así que no se puntúa.',
    unread: 'No leíste ninguna zona de este tórax, así que no hay en qué basarse, y esto cuenta 0.',
    skipped: 'Saltada. La solución dice: {{expected}}.',
    right: 'Correcto: {{reply}}.',
    rightNear: 'Correcto: dijiste {{reply}}, la solución dice {{expected}}.',
    nearly: 'Media puntuación: dijiste {{reply}}, la solución dice {{expected}}.',
    beside: 'Media puntuación: leíste bien tu línea ({{reply}}), pero no está en el lugar que se pedía.',
    hints: 'De la puntuación se descuentan {{cost, number}} de 100 por las pistas.',
    wrong: 'Incorrecto: dijiste {{reply}}, la solución dice {{expected}}.',
    rightTold: 'Correcto: {{reply}}. Ya se te había mostrado, así que no se puntúa.',
    wrongTold:
      'Incorrecto: dijiste {{reply}}, la solución dice {{expected}}. Ya se te había mostrado, así que no se puntúa.',
  },
  experts:
    'Los expertos pueden discrepar sobre esta imagen: de {{least, number}} a {{most}} también es correcto.',
  blas: {
    howTo:
      'Para estimarlo, recorre toda la línea pleural que ves, también más allá de las costillas. ¿Qué parte de su longitud tiene debajo una línea B o una confluencia?',
    none: 'En esta imagen no nace ninguna línea B, así que nada del espacio está ocupado.',
    drawn:
      'Dibujado sobre la imagen: el contorno discontinuo es el espacio que se ha medido, por debajo de la línea pleural y tan profundo como llegan las líneas B. Lo coloreado en él ocupa el {{share}}, como media a lo largo de las líneas de barrido.',
  },
};
