import type { Translation } from '../../ui/words/words-type.ts';
import type { outline as english } from '../en/outline.ts';

export const outline: Translation<typeof english> = {
  label: 'Dónde está la imagen',
  title: '¿Dónde está la imagen?',
  use: 'Usar este contorno',
  wasFound: 'Se encontró el contorno de la imagen.',
  show: 'Indica dónde está la imagen.',
  found:
    'Se encontró el contorno con una confianza del <confidence>{{percent, number}} %</confidence>. Si no encaja, corrígelo.',
  guessTaken:
    'Aceptaste el contorno estimado con una confianza del <confidence>{{percent, number}} %</confidence>. Si no encaja, corrígelo.',
  correct: 'Corregirlo',
  doubted:
    'El contorno discontinuo es solo una estimación (confianza: <confidence>{{percent, number}} %</confidence>), y con uno equivocado la evaluación sería peor. Indica dónde está la imagen con tres puntos, o di que la estimación encaja.',
  guessFits: 'La estimación encaja',
  notFound: 'No se encontró ninguna imagen ecográfica automáticamente. Indica dónde está con tres puntos.',
  backToFound: 'Volver al contorno encontrado',
  backToGuess: 'Volver a la estimación',
  probe: 'Sonda',
  kind: { convex: 'Convexa (abanico)', linear: 'Lineal (rectángulo)' },
  points: {
    convex: {
      corner: 'Esquina superior, izquierda o derecha: donde termina la curva bajo la sonda.',
      edge: 'Borde: tan abajo por el mismo lado como lo veas.',
      deepest: 'Punto más profundo: el más bajo de la imagen, en su centro.',
    },
    linear: {
      corner: 'Esquina superior, izquierda o derecha.',
      edge: 'Borde: tan abajo por el mismo lado como lo veas.',
      deepest: 'Punto más profundo: el centro del borde inferior.',
    },
  },
  movePoint: 'Mover el punto {{point}}',
  move: 'Mover',
  help: 'El otro lado se completa por simetría. Los puntos se pueden arrastrar; con el teclado, ve a la imagen, mueve la cruz con las flechas y pulsa Intro.',
  noImage:
    'Con estos tres puntos no se forma ninguna imagen ecográfica: el segundo va más abajo por el mismo borde que el primero, y el tercero debajo de ambos, en el centro.',
  setAgain: 'Volver a poner los puntos',
  markSet: 'Marca {{mark}} de {{marks}} puesta.',
  pointSet: 'Punto {{point}} de {{points}} puesto.',
  pictureOf: 'Imagen de {{name}}',
  picturePointed:
    'Imagen. Las flechas mueven la cruz, más rápido con Mayús; Intro pone un punto o lo suelta.',
  pictureOutlined: 'Imagen con el contorno de la imagen ecográfica',
  pictureTitle: 'Dónde está la imagen ecográfica',
  depth: 'Profundidad de la imagen',
  centimetres: '{{cm, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} cm',
  origin: {
    dicom: 'La escala es la del archivo DICOM.',
    pixel_spacing:
      'La escala es el espaciado de píxeles que indica el archivo DICOM: comprueba si la profundidad es correcta.',
    ticks: 'La escala se leyó de las marcas junto a la imagen: comprueba si la profundidad es correcta.',
    given: 'La escala es la que pusiste.',
    assumed:
      'La profundidad es una habitual, salvo que la cambies: léela en la escala junto a la imagen. De ella dependen las tolerancias en milímetros.',
  },
  scaleBegin: 'Ajustarla con dos marcas de la escala',
  scalePress: 'Pulsa dos marcas de la escala de profundidad junto a la imagen, muy separadas.',
  scaleDrag: 'Las marcas se pueden arrastrar. Di a qué distancia están una de otra.',
  scaleBetween: 'Entre las dos marcas',
  scaleDone: 'Listo con la escala',
};
