import type { Translation } from '../../ui/words/words-type.ts';
import type { player as english } from '../en/player.ts';

export const player: Translation<typeof english> = {
  cine: {
    label: 'Bucle de cine',
    first: 'Primera imagen',
    previous: 'Imagen anterior',
    play: 'Reproducir el bucle',
    stop: 'Detener el bucle',
    next: 'Imagen siguiente',
    last: 'Última imagen',
    image: 'Imagen del bucle de cine',
    imageBefore:
      'Imagen {{image}} de {{images}}, {{seconds, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} segundos antes de la última',
    place:
      '{{image}} de {{images}} · {{seconds, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} s',
    placeBefore:
      '{{image}} de {{images}} · −{{seconds, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} s',
  },
  overlay: {
    label: 'Superposición de la red',
    show: 'Mostrar la superposición de la red',
    hide: 'Ocultar la superposición de la red',
    strength: 'Intensidad de la superposición',
    percent: '{{percent, number}} %',
  },
  network: {
    loading: 'Cargando la red: {{percent, number}} %',
    tryAgain: 'Volver a intentarlo',
    adapted: 'Etiquetado por la red adaptada «{{name}}».',
  },
  screen: {
    role: 'imagen ecográfica',
    cardStopped: 'La tarjeta gráfica dejó de dibujar la imagen. Sigue sin ella, un poco más despacio.',
    notDrawn:
      'No se pudo dibujar la imagen en este navegador. Recarga la página o prueba con otro navegador.',
  },
  waiting: {
    phantom: 'La sonda se está calentando …',
    patient: 'La sonda se está calentando …',
    clip: 'Aquí aparecerá tu grabación.',
    stored: 'Aquí aparecerá la grabación.',
    camera: 'Aquí aparecerá la imagen de tu ecógrafo.',
  },
};
