import type { Translation } from '../../ui/words/words-type.ts';
import type { capture as english } from '../en/capture.ts';

export const capture: Translation<typeof english> = {
  title: 'Tu propio ecógrafo',
  tryAgain: 'Volver a intentarlo',
  switchOn: 'Encender la cámara',
  switchOff: 'Apagar la cámara',
  leave: 'Dejarlo',
  step: 'Paso {{step}} de {{steps}}',
  instruction: {
    off: 'Conecta el ecógrafo y luego enciende la cámara.',
    opening: 'Permite el uso de la cámara si el navegador lo pregunta.',
    looking: 'Elige el dispositivo que muestra la pantalla de tu ecógrafo.',
    finding: 'Un momento: se está buscando la imagen ecográfica.',
    outlining: 'Comprueba que el contorno encaja con la imagen ecográfica y ajusta la profundidad.',
    siding: 'Toca el lado marcado de la sonda y mira la imagen.',
    running: 'Explora. Detén la imagen donde quieras marcar: pulsa Congelar o la barra espaciadora.',
    lost: 'La imagen se detuvo: elige cómo seguir.',
    frozen: 'Busca la mejor imagen y luego márcala, guarda el clip o sigue explorando.',
    keeping: 'Un momento: se está guardando el clip.',
    broken: 'Hay un problema: elige cómo seguir.',
  },
  off: {
    title: 'Tu ecógrafo, en directo',
    what: 'Míralo con la superposición de la red, congela, marca y recibe una evaluación.',
    connect:
      'Conecta la salida de vídeo del ecógrafo (HDMI, DVI o VGA) a una capturadora USB, y la capturadora a este ordenador. La pantalla de un dispositivo portátil se puede duplicar.',
    camera:
      'Sin capturadora, apunta una cámara de frente a la pantalla del ecógrafo, en una sala con poca luz.',
    whom: 'Explora un fantoma, o a una persona que haya dado su consentimiento.',
    privacy:
      'Solo se usa la imagen ecográfica, sin el texto que la rodea. Se queda en esta página: nada se guarda ni se envía si no lo pides.',
  },
  opening: {
    title: 'Esperando al dispositivo …',
    allow: 'Puede que el navegador pregunte si esta página puede usar la cámara: permítelo.',
  },
  look: {
    title: '¿Es esta la imagen del ecógrafo?',
    yes: 'Sí, buscar la imagen',
    gel: 'Pon gel y apoya la sonda, para que haya una imagen que encontrar.',
  },
  finding: {
    title: 'Buscando la imagen …',
    text: 'Uno o dos segundos: se está buscando el contorno de la imagen ecográfica.',
  },
  found: { another: 'Otro dispositivo', again: 'Volver a mirar' },
  brightness: {
    nothing:
      'La imagen está negra o vacía: enciende el ecógrafo, descongélalo, revisa el cable y vuelve a mirar.',
    dark: 'La imagen está muy oscura: sube la ganancia, o el brillo de la salida de vídeo del ecógrafo, y vuelve a mirar.',
    bright:
      'La imagen está muy clara: baja la ganancia, o el brillo de la salida de vídeo del ecógrafo, y vuelve a mirar.',
  },
  side: {
    title: '¿Qué lado es?',
    left: 'Se mueve a la izquierda',
    right: 'Se mueve a la derecha',
    unknown: 'No lo distingo',
    mark: 'Un extremo de la cara de la sonda tiene una marca: un relieve, un punto o una luz. Pon gel en ese extremo y tócalo con un dedo. ¿Dónde se mueve la imagen?',
    mirrored:
      'Batsign muestra el lado marcado a la izquierda. Si la imagen llega invertida, se le da la vuelta antes de que la veas.',
    onLeft: 'izquierda',
    onRight: 'derecha',
  },
  broken: { label: 'Hay un problema', title: 'No hay imagen' },
  device: 'Dispositivo',
  camera: 'Cámara',
  cameraNumbered: 'Cámara {{number}}',
  size: 'Tamaño',
  sizeUsual: 'El que prefiera el dispositivo',
  sizeOf: '{{width}} × {{height}}',
  gives:
    'Da <size>{{size}}</size> píxeles. Elige el tamaño que saca el propio ecógrafo: las imágenes reescaladas se ven borrosas.',
  stage: {
    opening: 'Esperando la primera imagen …',
    broken: 'No hay imagen.',
    off: 'La cámara está apagada.',
    privacy: 'La imagen se queda en esta página: nada se guarda ni se envía si no lo pides.',
    moving: 'Imagen de {{name}}, en movimiento',
  },
};
