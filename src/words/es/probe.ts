import type { Translation } from '../../ui/words/words-type.ts';
import type { probe as english } from '../en/probe.ts';

export const probe: Translation<typeof english> = {
  title: 'Explora a un paciente',
  conditions: {
    normal: 'Pulmón normal',
    interstitial: 'Patrón intersticial (líneas B)',
    white_lung: 'Pulmón blanco (líneas B confluentes)',
    pneumothorax: 'Neumotórax',
    effusion: 'Derrame pleural',
    consolidation: 'Consolidación',
  },
  zoneSets: {
    blue_6: '6 puntos BLUE',
    zones_8: '8 zonas',
    zones_12: '12 zonas',
    zones_14: '14 zonas',
  },
  mMode: {
    seashore: 'signo de la orilla del mar: el pulmón se desliza',
    barcode: 'signo del código de barras: nada se mueve por debajo de la línea pleural',
    lung_point: 'punto pulmonar: la orilla del mar y el código de barras se alternan con la respiración',
    no_pleura: 'sin línea pleural',
  },
  turn: 'Girar',
  tilt: 'Inclinar',
  press: 'Presión',
  degrees: '{{degrees, number}}°',
  percent: '{{percent, number}} %',
};
