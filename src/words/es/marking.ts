import type { Translation } from '../../ui/words/words-type.ts';
import type { marking as english } from '../en/marking.ts';

export const marking: Translation<typeof english> = {
  classes: 'Clase que se marca',
  tools: 'Herramienta',
  toolKey: '{{tool}} ({{key}})',
  tool: {
    brush: 'Pincel',
    eraser: 'Borrador',
    line: 'Línea',
    beam: 'Línea B',
    region: 'Región',
  },
  looks: {
    rib: 'Un arco curvo y brillante con una sombra oscura debajo.',
    pleural_line:
      'La línea brillante entre las costillas y justo debajo de ellas; centellea cuando el pulmón se desliza.',
    a_line: 'Una copia más tenue de la línea pleural, al doble de su profundidad, al triple, ...',
    b_line:
      'Un haz brillante desde la línea pleural hasta el fondo, que borra las líneas A y se mueve con el pulmón.',
    b_line_confluence: 'Líneas B fundidas en una sola lámina brillante, sin huecos.',
    pleural_effusion:
      'Líquido entre la pared torácica y el pulmón, oscuro en su mayor parte; su borde profundo, el pulmón, es liso y se mueve.',
    consolidation:
      'Pulmón de aspecto sólido, como el hígado, debajo de la línea pleural, a menudo con un borde profundo irregular.',
  },
  move: {
    tool: 'Mover',
    none: 'Pulsa una marca en la imagen y arrástrala, o elígela aquí y muévela con las flechas.',
    chosen: '{{finding}}, {{number, number}} de {{count, number}}: arrástrala o muévela con las flechas.',
    next: 'Elegir la marca siguiente',
    corners: 'Elegir el punto siguiente de la marca, o con Mayús el anterior',
    cornerNext: 'Punto siguiente',
    cornerBack: 'Punto anterior',
    cornerChosen:
      '{{finding}}, punto {{number, number}} de {{count, number}}: arrástralo o muévelo con las flechas. Escape vuelve a la marca entera.',
    left: 'Mover 1 mm a la izquierda',
    up: 'Mover 1 mm hacia arriba',
    down: 'Mover 1 mm hacia abajo',
    right: 'Mover 1 mm a la derecha',
    remove: 'Quitar esta marca',
  },
  drawn: {
    list: 'Dibujado en esta imagen',
    count: '{{finding}}: {{count}}',
    reject: 'Quitar',
    rejectAll: 'Quitar todas las marcas de {{finding}}',
  },
  notice: {
    findingNotAsked: 'En este paso no se pide: {{label}}.',
    toolMissing: {
      brush: 'Este paso se hace sin el pincel.',
      eraser: 'Este paso se hace sin el borrador.',
      line: 'Este paso se hace sin la línea.',
      beam: 'Este paso se hace sin la herramienta de líneas B.',
      region: 'Este paso se hace sin la región.',
    },
    pointsMissing: {
      brush_one: 'Un trazo de pincel necesita {{needed, number}} puntos: falta {{count, number}}.',
      brush_other: 'Un trazo de pincel necesita {{needed, number}} puntos: faltan {{count, number}}.',
      eraser_one: 'Un trazo de borrador necesita {{needed, number}} puntos: falta {{count, number}}.',
      eraser_other: 'Un trazo de borrador necesita {{needed, number}} puntos: faltan {{count, number}}.',
      line_one: 'Una línea necesita {{needed, number}} puntos: falta {{count, number}}.',
      line_other: 'Una línea necesita {{needed, number}} puntos: faltan {{count, number}}.',
      beam_one: 'Una línea B necesita {{needed, number}} puntos: falta {{count, number}}.',
      beam_other: 'Una línea B necesita {{needed, number}} puntos: faltan {{count, number}}.',
      region_one: 'Una región necesita {{needed, number}} puntos: falta {{count, number}}.',
      region_other: 'Una región necesita {{needed, number}} puntos: faltan {{count, number}}.',
    },
  },
};
