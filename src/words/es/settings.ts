import type { Translation } from '../../ui/words/words-type.ts';
import type { settings as english } from '../en/settings.ts';

export const settings: Translation<typeof english> = {
  title: 'Ajustes',
  language: {
    heading: 'Idioma',
    label: 'Idioma del juego',
    note: 'La página se vuelve a cargar. El punto en el que estás se conserva.',
  },
  sound: { heading: 'Sonido', play: 'Reproducir sonidos' },
  image: {
    heading: 'Imagen',
    overlay: 'Con qué intensidad cubre la imagen la superposición de la red',
    percent: '{{percent, number}} %',
  },
  keyboard: {
    heading: 'Teclado',
    keys: 'Atajos de una sola tecla (dígitos, letras, Espacio)',
    note: 'Desactívalos si usas entrada por voz. Las flechas e Intro sobre la imagen siguen funcionando.',
  },
  learners: {
    heading: 'Alumnos',
    text: 'Varios alumnos pueden compartir este equipo, cada uno con sus puntuaciones y ajustes.',
    open: 'Alumnos de este equipo',
  },
  offline: {
    heading: 'Sin conexión',
    unknown:
      'El juego aún no está guardado en este dispositivo: eso empieza unos segundos después de abrirlo.',
    loading:
      'El juego se está guardando en este dispositivo. En cuanto termine, también se abrirá sin conexión.',
    kept: 'El juego está guardado en este dispositivo: se abre y funciona sin conexión.',
    impossible:
      'Este navegador no permite guardar el juego en este dispositivo: hace falta https o localhost, y que la ventana no sea privada. Puedes jugar mientras la página siga abierta.',
  },
  data: {
    heading: 'Mis datos',
    text: 'Los intentos con tus marcas, respuestas, pistas y tiempos, las respuestas a imágenes sueltas, las mejores puntuaciones, las lecciones a medias, los ajustes y los clips de tu biblioteca, con lo que la red dijo de ellos, tus borradores y cursos, los paquetes que te dieron docentes, las imágenes etiquetadas y las redes adaptadas se guardan solo en este navegador. De un clip se guarda solo la imagen ecográfica, nada de su archivo. De un archivo que abriste para practicar, una lección a medias conserva una huella (hash), por la que se reconoce el mismo archivo, y en qué parte de él está la imagen: nunca su nombre.',
    withClips:
      'Incluir los clips de mi biblioteca, los paquetes con clips y las redes adaptadas en la copia, en un solo zip',
    save: 'Guardar una copia',
    unread: 'No se han podido leer tus datos para guardarlos. No se ha cambiado nada.',
    packing: '{{percent, number}} % de los clips',
    stop: 'Detener',
  },
  erase: {
    ask: 'Borrar mis datos',
    confirm: 'Sí, borrar todo',
    keep: 'Conservarlos',
    asked: '¿Borrar todo? Pulsa «Sí, borrar todo» para confirmarlo.',
    all_one:
      'Hay otro alumno en este equipo: esto borra lo que se guarda de todos. Para borrar solo a uno, ve a la página de alumnos.',
    all_other:
      'Hay otros {{count, number}} alumnos en este equipo: esto borra lo que se guarda de todos. Para borrar solo a uno, ve a la página de alumnos.',
    done: 'Se han borrado de este navegador todos los intentos, puntuaciones, ajustes y clips de este juego. No queda nada de ellos.',
    doneShort: 'Tus datos se han borrado.',
    failed:
      'No se han podido borrar tus datos. Cierra las otras pestañas de este juego e inténtalo de nuevo.',
  },
  copy: {
    open: 'Traer una copia',
    file: 'Copia guardada',
    unread: 'No se ha podido leer lo que está guardado aquí. No se ha cambiado nada.',
    read: 'La copia se ha leído. Elige cómo traerla.',
    failed: 'No se ha podido traer la copia. No se ha cambiado nada.',
    done: 'La copia se ha traído.',
    networksLeft_one:
      '{{count, number}} red adaptada de la copia está dañada o no está en ella, y se dejó fuera.',
    networksLeft_other:
      '{{count, number}} redes adaptadas de la copia están dañadas o no están en ella, y se dejaron fuera.',
    doneBut_one: 'La copia se ha traído, salvo {{count, number}} clip que está dañado.',
    doneBut_other: 'La copia se ha traído, salvo {{count, number}} clips que están dañados.',
    other:
      'Esta copia es de otra persona, {{name}}: si la traes aquí, lo que hizo {{name}} cuenta como tuyo. Para tenerlo aparte, tráela en la página de alumnos.',
    otherNameless:
      'Esta copia es de otro alumno: si la traes aquí, lo que hizo cuenta como tuyo. Para tenerlo aparte, tráela en la página de alumnos.',
    otherAgree: 'Traerla aquí de todos modos',
    preview: 'Copia que se va a traer',
    of: 'Copia del {{date}}',
    way: 'Cómo traerla',
    merge: 'Añadir lo que falta aquí',
    replace: 'Sustituir lo que hay aquí',
    staying: 'Los clips de tu biblioteca se quedan: la copia se guardó sin ninguno.',
    ignored_one: '{{count, number}} registro de la copia está dañado y se omite.',
    ignored_other: '{{count, number}} registros de la copia están dañados y se omiten.',
    add: 'Añadirla',
    leave: 'Dejarla',
  },
  change: {
    attempts: {
      added_one: 'Se añade {{count, number}} intento.',
      added_other: 'Se añaden {{count, number}} intentos.',
      replaced_one: '{{count, number}} intento se sustituye por el de la copia.',
      replaced_other: '{{count, number}} intentos se sustituyen por los de la copia.',
      removed_one: 'Se borra aquí {{count, number}} intento que no está en la copia.',
      removed_other: 'Se borran aquí {{count, number}} intentos que no están en la copia.',
    },
    items: {
      added_one: 'Se añade {{count, number}} respuesta a una imagen suelta.',
      added_other: 'Se añaden {{count, number}} respuestas a imágenes sueltas.',
      replaced_one: '{{count, number}} respuesta a una imagen suelta se sustituye por la de la copia.',
      replaced_other: '{{count, number}} respuestas a imágenes sueltas se sustituyen por las de la copia.',
      removed_one: 'Se borra aquí {{count, number}} respuesta a una imagen suelta que no está en la copia.',
      removed_other:
        'Se borran aquí {{count, number}} respuestas a imágenes sueltas que no están en la copia.',
    },
    places: {
      added_one: 'Se añade {{count, number}} lección a medias.',
      added_other: 'Se añaden {{count, number}} lecciones a medias.',
      replaced_one: '{{count, number}} lección a medias se sustituye por la de la copia.',
      replaced_other: '{{count, number}} lecciones a medias se sustituyen por las de la copia.',
      removed_one: 'Se borra aquí {{count, number}} lección a medias que no está en la copia.',
      removed_other: 'Se borran aquí {{count, number}} lecciones a medias que no están en la copia.',
    },
    calibrations: {
      added_one: 'Se añade {{count, number}} configuración de un ecógrafo.',
      added_other: 'Se añaden {{count, number}} configuraciones de ecógrafos.',
      replaced_one: '{{count, number}} configuración de un ecógrafo se sustituye por la de la copia.',
      replaced_other: '{{count, number}} configuraciones de ecógrafos se sustituyen por las de la copia.',
      removed_one: 'Se borra aquí {{count, number}} configuración de un ecógrafo que no está en la copia.',
      removed_other:
        'Se borran aquí {{count, number}} configuraciones de ecógrafos que no están en la copia.',
    },
    clips: {
      added_one: 'Se añade {{count, number}} clip.',
      added_other: 'Se añaden {{count, number}} clips.',
      replaced_one: '{{count, number}} clip se sustituye por el de la copia.',
      replaced_other: '{{count, number}} clips se sustituyen por los de la copia.',
      removed_one: 'Se borra aquí {{count, number}} clip que no está en la copia.',
      removed_other: 'Se borran aquí {{count, number}} clips que no están en la copia.',
    },
    drafts: {
      added_one: 'Se añade {{count, number}} borrador.',
      added_other: 'Se añaden {{count, number}} borradores.',
      replaced_one: '{{count, number}} borrador se sustituye por el de la copia.',
      replaced_other: '{{count, number}} borradores se sustituyen por los de la copia.',
      removed_one: 'Se borra aquí {{count, number}} borrador que no está en la copia.',
      removed_other: 'Se borran aquí {{count, number}} borradores que no están en la copia.',
    },
    courses: {
      added_one: 'Se añade {{count, number}} curso tuyo.',
      added_other: 'Se añaden {{count, number}} cursos tuyos.',
      replaced_one: '{{count, number}} curso tuyo se sustituye por el de la copia.',
      replaced_other: '{{count, number}} cursos tuyos se sustituyen por los de la copia.',
      removed_one: 'Se borra aquí {{count, number}} curso tuyo que no está en la copia.',
      removed_other: 'Se borran aquí {{count, number}} cursos tuyos que no están en la copia.',
    },
    packages: {
      added_one: 'Se añade {{count, number}} paquete de un docente.',
      added_other: 'Se añaden {{count, number}} paquetes de docentes.',
      replaced_one: '{{count, number}} paquete de un docente se sustituye por el de la copia.',
      replaced_other: '{{count, number}} paquetes de docentes se sustituyen por los de la copia.',
      removed_one: 'Se borra aquí {{count, number}} paquete de un docente que no está en la copia.',
      removed_other: 'Se borran aquí {{count, number}} paquetes de docentes que no están en la copia.',
    },
    frames: {
      added_one: 'Se añade {{count, number}} imagen etiquetada.',
      added_other: 'Se añaden {{count, number}} imágenes etiquetadas.',
      replaced_one: '{{count, number}} imagen etiquetada se sustituye por la de la copia.',
      replaced_other: '{{count, number}} imágenes etiquetadas se sustituyen por las de la copia.',
      removed_one: 'Se borra aquí {{count, number}} imagen etiquetada que no está en la copia.',
      removed_other: 'Se borran aquí {{count, number}} imágenes etiquetadas que no están en la copia.',
    },
    networks: {
      added_one: 'Se añade {{count, number}} red adaptada.',
      added_other: 'Se añaden {{count, number}} redes adaptadas.',
      replaced_one: '{{count, number}} red adaptada se sustituye por la de la copia.',
      replaced_other: '{{count, number}} redes adaptadas se sustituyen por las de la copia.',
      removed_one: 'Se borra aquí {{count, number}} red adaptada que no está en la copia.',
      removed_other: 'Se borran aquí {{count, number}} redes adaptadas que no están en la copia.',
    },
    settings: 'Los ajustes se toman de la copia.',
    none: 'Nada: todo lo que hay en la copia está aquí.',
  },
};
