import type { Translation } from '../../ui/words/words-type.ts';
import type { mMode as english } from '../en/m-mode.ts';

export const mMode: Translation<typeof english> = {
  found: 'Se ha encontrado una tira de modo M en la imagen.',
  look: 'Ver la tira de modo M',
  point: 'Señalar una tira de modo M',
  where: '¿Dónde está la tira de modo M?',
  title: 'Tira de modo M',
  correct: 'Corregir dónde está la tira',
  pointing: {
    how: 'Arrastra para trazar un rectángulo alrededor de la tira de modo M, sin sus escalas, o escribe dónde está.',
    picture: 'La imagen completa',
    sides: 'En píxeles de la imagen, {{width}} x {{height}}',
    side: { left: 'Izquierda', top: 'Arriba', width: 'Ancho', height: 'Alto' },
    least:
      'La tira debe quedar dentro de la imagen y medir al menos {{px, number}} píxeles de ancho y de alto.',
    use: 'Ver esta tira',
  },
  reading: {
    how: 'Para medir, arrastra sobre la tira de un punto a otro. Con el teclado, ve a la tira, mueve la cruz con las flechas y pulsa Intro en cada extremo.',
    other: 'Coloca el otro extremo del calibrador.',
    depth: 'Profundidad',
    depthMissing: 'indica antes la profundidad',
    mm: '{{mm, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} mm',
    time: 'Tiempo',
    timeMissing: 'indica antes el tiempo',
    s: '{{s, number(minimumFractionDigits: 2; maximumFractionDigits: 2)}} s',
  },
  scales: {
    timeFor: 'El tiempo se indica para',
    width: { choice: 'Toda la tira', label: 'Tiempo que muestra la tira, s' },
    pixel: { choice: 'Un píxel', label: 'Tiempo de un píxel, ms' },
    timeHelp:
      'Léelo en las marcas de tiempo bajo la tira, o en la velocidad de barrido que muestra tu ecógrafo.',
    depth: 'Profundidad desde el borde superior de la tira hasta el inferior, cm',
    origin: {
      typed: 'Las profundidades se cuentan desde el borde superior de la tira.',
      known:
        'Las profundidades siguen la escala de la imagen, porque la tira está a su lado, y se cuentan desde la sonda. Si tu ecógrafo dibuja la tira a otra escala, indica su profundidad.',
      set: 'Las profundidades siguen la profundidad que se ha indicado junto a la imagen, y se cuentan desde la sonda. Si tu ecógrafo dibuja la tira a otra escala, indica su profundidad.',
      none: 'Lee en la escala junto a la tira hasta qué profundidad llega.',
    },
    range: 'Indica un número de {{least, number}} a {{most, number}}.',
    note: 'Aquí solo se miden la profundidad y el tiempo; no se dice nada de lo que muestra la tira.',
  },
  strip: {
    label: 'Tira de modo M con sus escalas',
    picture: 'La tira de modo M de la imagen',
    keys: 'Tira de modo M. Las flechas mueven la cruz, con Mayús más rápido; Intro coloca un extremo del calibrador.',
    tick: '{{value, number}}',
  },
};
