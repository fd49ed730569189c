import type { Translation } from '../../ui/words/words-type.ts';
import type { grading as english } from '../en/grading.ts';

export const grading: Translation<typeof english> = {
  // A place always stands in brackets or after a verb, so that it fits after names of either gender.
  place: {
    at: 'a {{mm, number}} mm de profundidad, {{side}}',
    along: 'empieza a {{mm, number}} mm de profundidad, {{side}}',
  },
  side: {
    middle: 'en el centro',
    left: 'a la izquierda del centro',
    right: 'a la derecha del centro',
    leftEdge: 'cerca del borde izquierdo',
    rightEdge: 'cerca del borde derecho',
  },
  sign: {
    rib: 'una costilla es un frente curvo y brillante con una sombra detrás',
    pleural_line:
      'la línea pleural es la línea brillante que está justo debajo de las costillas y entre ellas',
    a_line: 'una línea A repite la línea pleural a un múltiplo entero de su profundidad',
    b_line: 'una línea B nace en la línea pleural y llega hasta el fondo de la imagen sin atenuarse',
    b_line_confluence: 'una confluencia son líneas B unidas, sin hueco entre ellas',
    pleural_effusion: 'un derrame es líquido entre las hojas de la pleura, oscuro en su mayor parte',
    consolidation: 'el pulmón consolidado parece un tejido sólido y está justo debajo de la línea pleural',
    echo: 'es un eco de la línea pleural, a {{multiple, number}} veces su profundidad a lo largo de la línea de barrido',
    noEcho: 'la profundidad sería la de una línea A, pero ahí no se ve ningún eco de la línea pleural',
    nearest: '{{sign}}, y la más cercana está a {{mm, number}} mm',
  },
  feedback: {
    missed: 'Te faltó: {{name}} ({{place}}); {{sign}}.',
    missedToo: 'Te faltó: {{name}} ({{place}}).',
    displaced: {
      shallow: 'Tu marca de {{name}} es {{mm, number}} mm demasiado superficial: mira {{place}}.',
      deep: 'Tu marca de {{name}} es {{mm, number}} mm demasiado profunda: mira {{place}}.',
      left: 'Tu marca de {{name}} está {{mm, number}} mm demasiado a la izquierda: mira {{place}}.',
      right: 'Tu marca de {{name}} está {{mm, number}} mm demasiado a la derecha: mira {{place}}.',
    },
    confused: {
      phantom_truth: 'Marcaste {{one}} ({{place}}), pero ahí el tórax simulado tiene {{actual}}; {{sign}}.',
      expert: 'Marcaste {{one}} ({{place}}), pero ahí el experto ve {{actual}}; {{sign}}.',
      network: 'Marcaste {{one}} ({{place}}), pero ahí la red ve {{actual}}; {{sign}}.',
    },
    extra: {
      phantom_truth: 'Marcaste {{one}} ({{place}}), pero ahí el tórax simulado no tiene {{none}}; {{sign}}.',
      expert: 'Marcaste {{one}} ({{place}}), pero ahí el experto no ve {{none}}; {{sign}}.',
      network: 'Marcaste {{one}} ({{place}}), pero ahí la red no ve {{none}}; {{sign}}.',
    },
    halfCredit:
      'Media puntuación: {{name}} ({{place}}), que marcaste como {{markedAs}}; los expertos discrepan aquí a menudo, y {{sign}}.',
    partlyMissed: {
      somewhere: 'Encontraste el {{percent, number}} % {{ofThe}} ({{place}}).',
      left: 'Encontraste el {{percent, number}} % {{ofThe}} ({{place}}): falta su parte izquierda.',
      right: 'Encontraste el {{percent, number}} % {{ofThe}} ({{place}}): falta su parte derecha.',
      upper: 'Encontraste el {{percent, number}} % {{ofThe}} ({{place}}): falta su parte superior.',
      lower: 'Encontraste el {{percent, number}} % {{ofThe}} ({{place}}): falta su parte inferior.',
    },
    tooNarrow: {
      along: 'Encontraste {{the}} ({{place}}), pero tu marca es más estrecha.',
      across: 'Encontraste {{the}} ({{place}}), pero tu marca es más fina.',
    },
    shifted: {
      shallow: 'Tu marca sobre {{the}} ({{place}}) es {{mm, number}} mm demasiado superficial.',
      deep: 'Tu marca sobre {{the}} ({{place}}) es {{mm, number}} mm demasiado profunda.',
      left: 'Tu marca sobre {{the}} ({{place}}) está {{mm, number}} mm demasiado a la izquierda.',
      right: 'Tu marca sobre {{the}} ({{place}}) está {{mm, number}} mm demasiado a la derecha.',
    },
    spills: {
      somewhere: 'Tu marca de {{name}} ({{place}}) se extiende demasiado.',
      left: 'Tu marca de {{name}} ({{place}}) se extiende demasiado: en su parte izquierda no hay nada.',
      right: 'Tu marca de {{name}} ({{place}}) se extiende demasiado: en su parte derecha no hay nada.',
      upper: 'Tu marca de {{name}} ({{place}}) se extiende demasiado: en su parte superior no hay nada.',
      lower: 'Tu marca de {{name}} ({{place}}) se extiende demasiado: en su parte inferior no hay nada.',
    },
    tooBroad: {
      along: 'Tu marca de {{name}} ({{place}}) es más ancha que lo que hay ahí.',
      across: 'Tu marca de {{name}} ({{place}}) es más gruesa que lo que hay ahí.',
    },
    covered: 'Tus marcas cubren {{the}} ({{place}}), pero ninguna muestra dónde está.',
    count_one:
      'Recuento a menos de {{mm, number}} mm: encontraste {{found, number}} de {{count, number}} {{name}}.',
    count_other:
      'Recuento a menos de {{mm, number}} mm: encontraste {{found, number}} de {{count, number}} {{many}}.',
    countOneExtra_one:
      'Recuento a menos de {{mm, number}} mm: encontraste {{found, number}} de {{count, number}} {{name}}, y una de tus marcas no lo es.',
    countOneExtra_other:
      'Recuento a menos de {{mm, number}} mm: encontraste {{found, number}} de {{count, number}} {{many}}, y una de tus marcas no lo es.',
    countExtras_one:
      'Recuento a menos de {{mm, number}} mm: encontraste {{found, number}} de {{count, number}} {{name}}, y {{extra, number}} de tus marcas no lo son.',
    countExtras_other:
      'Recuento a menos de {{mm, number}} mm: encontraste {{found, number}} de {{count, number}} {{many}}, y {{extra, number}} de tus marcas no lo son.',
    countSpare_one: '{{told}} Hay una más, que no hace falta marcar.',
    countSpare_other: '{{told}} Hay {{count, number}} más, que no hace falta marcar.',
    countSpareOnly_one: '{{told}} Hay una que no hace falta marcar.',
    countSpareOnly_other: '{{told}} Hay {{count, number}} que no hace falta marcar.',
    countNone: 'Aquí no hay {{no}} que contar.',
    countNoneExtra_one: 'Aquí no hay {{no}} que contar, y una de tus marcas no lo es.',
    countNoneExtra_other: 'Aquí no hay {{no}} que contar, y {{count, number}} de tus marcas no lo son.',
    faint:
      'Tu marca de {{name}} ({{place}}) no cuenta: si ahí hay algo, es demasiado tenue para que se te pida.',
    unjudged:
      'Tu marca de {{name}} ({{place}}) no se puede evaluar aquí: la red, la única que ha leído esta imagen, no está segura de lo que hay.',
    unsure:
      'La red no está segura de que haya {{one}} ({{place}}): aquí no se puede evaluar, y no cuenta para tu puntuación.',
    unsureShare:
      'La red no está segura de que haya {{one}} ({{place}}; {{percent, number}} %): aquí no se puede evaluar, y no cuenta para tu puntuación.',
    notScored: '{{label}}: no se puntúa en esta imagen.',
    found: 'Acierto: {{name}} ({{place}}).',
    foundEither:
      'Acierto: {{name}} ({{place}}). Marcaste {{either}}; aquí los expertos discrepan, y ambas respuestas son correctas.',
    welcome: 'También correcto, aunque no se pedía: {{name}} ({{place}}).',
    absence: {
      truth: 'Correcto: aquí no hay {{no}}, y no marcaste {{none}}.',
      expert: 'Correcto: el experto no ve aquí {{no}}, y tú no marcaste {{none}}.',
      network: 'La red no ve aquí {{no}}, y tú no marcaste {{none}}.',
    },
    notAsked: {
      checked: '{{label}}: aquí no había que marcar nada.',
      unchecked: '{{label}}: aquí no hay nada de lo que la red esté lo bastante segura para pedirlo.',
    },
  },
  key: {
    expert: '{{label}}: se evalúa con la solución que dibujó {{by}} el {{at, datetime(dateStyle: medium)}}.',
    experts:
      '{{label}}: se evalúa con las soluciones que dibujaron {{by}} ({{at, datetime(dateStyle: medium)}}) y {{other}} ({{otherAt, datetime(dateStyle: medium)}}). Hay que marcar lo que dibujaron ambos; lo que dibujó solo uno también es correcto.',
    expertCarried:
      '{{label}}: se evalúa con la solución que dibujó {{by}} el {{at, datetime(dateStyle: medium)}}; sus marcas se trasladaron aquí desde la imagen {{from}} del clip siguiendo el movimiento de las imágenes.',
    expertCarriedBetween:
      '{{label}}: se evalúa con la solución que dibujó {{by}} el {{at, datetime(dateStyle: medium)}}; sus marcas se trasladaron aquí desde las imágenes {{from}} y {{to}} del clip siguiendo el movimiento de las imágenes.',
    expertsCarried:
      '{{label}}: se evalúa con las soluciones que dibujaron {{by}} ({{at, datetime(dateStyle: medium)}}) y {{other}} ({{otherAt, datetime(dateStyle: medium)}}), trasladadas aquí desde otras imágenes del clip siguiendo el movimiento de las imágenes. Hay que marcar lo que dibujaron ambos; lo que dibujó solo uno también es correcto.',
    truth_alone: '{{label}}: se evalúa con lo que el tórax simulado contiene de verdad.',
    network_agrees:
      '{{label}}: se evalúa con la red, que aquí coincide con el tórax simulado ({{percent, number}} %).',
    network_disagrees:
      '{{label}}: la red lee mal esta imagen (coincidencia del {{percent, number}} %; se pide el {{asked, number}} %), así que se te evalúa con lo que el tórax simulado contiene de verdad.',
    network_alone: '{{label}}: se evalúa con la red; ningún experto ha revisado esta imagen.',
    network_alone_share:
      '{{label}}: se evalúa con la red (confianza del {{percent, number}} %); ningún experto ha revisado esta imagen.',
    network_unsure:
      '{{label}}: no se puntúa, porque la red no está segura en esta imagen (confianza del {{percent, number}} %; se pide el {{asked, number}} %).',
  },
};
