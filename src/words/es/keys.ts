import type { Translation } from '../../ui/words/words-type.ts';
import type { keys as english } from '../en/keys.ts';

export const keys: Translation<typeof english> = {
  shortcuts: 'Atajos de teclado',
  sheet: 'Teclado',
  sheetNote:
    'Las teclas sueltas actúan mientras la imagen o las herramientas están a la vista y no se escribe en ningún campo de texto. Se desactivan en Ajustes.',
  showSheet: 'Mostrar esta hoja',
  name: {
    space: 'Espacio',
    shift: 'Mayús',
    enter: 'Intro',
    home: 'Inicio',
    end: 'Fin',
    pageUp: 'Re Pág',
    pageDown: 'Av Pág',
    arrow: '+ flecha',
  },
  probe: {
    title: 'Sonda',
    slide: 'Deslizarla 4 mm sobre la piel',
    slideFar: 'Deslizarla 20 mm (Alt: 1 mm)',
    turn: 'Girarla a la izquierda, a la derecha',
    tilt: 'Inclinarla a un lado o al otro',
    press: 'Presionar menos, más',
  },
  looking: {
    title: 'Mirar',
    freeze: 'Congelar la imagen en movimiento',
    overlay: 'Mostrar u ocultar la superposición de la red, donde no revela la respuesta',
    review: 'Tras la evaluación: resultado, solución, mis marcas o la imagen sola',
  },
  placing: {
    title: 'Colocar una marca',
    move: 'Mover la cruz 1 mm',
    moveFar: 'Moverla 5 mm',
    moveNear: 'Moverla 0,25 mm',
    place: 'Colocar un punto aquí',
    finish: 'Terminar la línea, la región o el trazo',
    drop: 'Descartar la marca sin terminar',
  },
  choosing: {
    title: 'Elegir',
    finding: 'Clase, en el orden de la lista',
    beam: 'Línea B, de la pleura al fondo',
    size: 'Más pequeño, más grande',
  },
  changing: {
    title: 'Cambiar',
    undo: 'Deshacer',
    redo: 'Rehacer (también Ctrl Y)',
    hint: 'Siguiente pista',
  },
  scanning: {
    title: 'Mientras exploras',
    freeze: 'Congelar',
  },
  machine: {
    title: 'Ecógrafo',
    depth: 'Menos profundidad, más',
    gain: 'Menos ganancia, más',
  },
  mMode: {
    title: 'Modo M',
    line: 'Mover la línea sobre la imagen',
  },
};
