import type { Translation } from '../../ui/words/words-type.ts';
import type { shell as english } from '../en/shell.ts';

export const shell: Translation<typeof english> = {
  description:
    'Batsign: marca los artefactos de una imagen de ecografía pulmonar en movimiento y deja que te evalúe una red neuronal que funciona en esta misma página. Solo para formación, nunca para diagnóstico.',
  preview: {
    over: 'Saliste de la vista previa',
    overHelp: 'Empiézala de nuevo junto al formulario.',
  },
  skip: 'Ir al contenido',
  brand: 'Batsign, inicio',
  tryAgain: 'Volver a intentarlo',
  nav: 'Principal',
  glossary: 'Glosario',
  settings: 'Ajustes',
  about: 'Acerca de',
  learner: 'Alumno: {{name}}',
  sound: { name: 'Sonido', on: 'El sonido está activado', off: 'El sonido está desactivado' },
  lacks: {
    workers:
      'Batsign no puede funcionar aquí: este navegador no le da a la página los web workers en los que funcionan sus imágenes y su red. Ábrelo en una versión actual de Chrome, Edge, Firefox o Safari y comprueba que nada bloquee allí los workers.',
    https:
      'Con http sin cifrar, el navegador no le da a esta página ni cámara ni espacio para clips: no se puede mostrar tu propio ecógrafo, los clips se pierden al cerrar la página y la red es más lenta. Las puntuaciones se conservan. Con https, o como localhost en el ordenador que sirve el juego, funciona todo.',
    canvas:
      'No se pueden mostrar ni tus propios clips ni tu propio ecógrafo, porque a este navegador le falta OffscreenCanvas. Chrome o Edge 69, Firefox 105, Safari 16.4 y versiones posteriores lo tienen.',
    wasm: 'Es posible que la red no funcione aquí, porque a este navegador le falta WebAssembly o lo tiene desactivado. Las imágenes simuladas se evalúan igualmente con su verdad. Cualquier versión actual de Chrome, Edge, Firefox o Safari lo tiene.',
    locks:
      'Los clips se pierden al cerrar la página, porque a este navegador le falta Web Locks. Chrome o Edge 69, Firefox 96, Safari 15.4 y versiones posteriores lo tienen.',
  },
  crash: {
    heading: 'Batsign se ha detenido',
    text: 'Ha fallado algo que nadie esperaba y el juego no puede seguir por sí solo. Lo que se guardó sigue en este navegador: una lección continúa donde estaba.',
    reload: 'Recargar',
    copy: 'Guardar una copia',
    home: 'Recargar desde la página de inicio',
    copied: 'Tu copia se ha entregado al navegador.',
    unread: 'No se han podido leer tus datos. No se ha cambiado nada.',
    notice:
      'Algo ha salido mal aquí. Si la página ya no hace lo que le pides, recárgala: el punto en el que estabas se conserva.',
  },
  roomLow:
    'El espacio que este navegador le da al juego está casi lleno: se usa el {{percent, number}} %, quedan {{leftMb, number(useGrouping: false)}} MB. Guarda una copia en los ajustes y elimina los clips que ya no necesites.',
  addressUnknown: 'Esta dirección no lleva a ningún lugar del juego: aquí tienes la página de inicio.',
  refused:
    'El navegador no ha guardado nada ahora mismo: lo que hagas se queda en esta página hasta que se cierre, y forma parte de la copia que guardes ahora.',
  clockBack:
    'Según el reloj de este dispositivo es antes que cuando respondiste por última vez: comprueba la fecha. Tus respuestas conservan su orden; hasta que la fecha sea correcta, los repasos pueden adelantarse.',
  settingsUnread: 'No se han podido leer tus ajustes. Puedes jugar de todos modos.',
  erasedElsewhere: 'Todo lo que se guardaba se ha borrado en otra pestaña.',
};
