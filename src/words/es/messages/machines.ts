import type { Translation } from '../../../ui/words/words-type.ts';
import type { machines as english } from '../../en/messages/machines.ts';

export const machines: Translation<typeof english> = {
  english: '{{text}}',

  deviceNotStarted: 'No se pudo iniciar el dispositivo: vuelve a intentarlo.',
  pictureNotRead: 'No se pudo leer la imagen: vuelve a intentarlo.',
  setupNotKept: 'No se pudo guardar la configuración, así que se te volverá a pedir la próxima vez.',
  imageNotStopped: 'No se pudo detener la imagen: vuelve a intentarlo.',
  clipKept: 'El clip se guardó en este navegador, en «Mis clips».',
  clipNotKept: 'No se pudo guardar el clip: vuelve a intentarlo.',
  liveNotRunning: 'No hay imagen en marcha: comprueba el ecógrafo y vuelve a intentarlo.',

  imageNotOpened: 'No se pudo abrir la imagen. Vuelve a intentarlo.',
  imageStopped: 'La imagen se detuvo inesperadamente. Vuelve a intentarlo.',
  imageNotFrozen: 'No se pudo congelar la imagen. Vuelve a intentarlo.',
  keyNotMade: 'No se pudo crear la solución con la que se evalúan tus marcas. Vuelve a intentarlo.',
  placeNotSought: 'No se pudo buscar un lugar que muestre lo que se pide. Vuelve a intentarlo.',
  markingStopped: 'El marcado se detuvo inesperadamente. Vuelve a intentarlo.',
  marksNotGraded: 'No se pudieron evaluar tus marcas. Vuelve a intentarlo.',
  goalUnreached:
    'Ningún lugar de este paciente muestra lo que se pide. Omite este paciente y sigue adelante.',
  keyWithoutNetwork:
    'La red no pudo leer esta imagen, así que se evalúa con lo que el fantoma contiene de verdad.',
  keyOfOneExpert:
    'Esta imagen solo la ha marcado {{by}}, así que se te evalúa solo con sus marcas: {{other}}, la otra persona experta de este clip, no la ha marcado.',
  keyByAdapted: 'Esta imagen la etiquetó la red adaptada «{{name}}».',
  keyMissing: 'Todavía no hay nada con qué evaluar: espera a que la red haya leído la imagen.',
  keyOfOtherClip:
    'La solución de este ejercicio se dibujó sobre otro clip que el que se conserva aquí, o se cambió su contorno, así que no se pueden evaluar marcas en él. Sigue sin él y pide el clip al autor del ejercicio.',
  clipOfImageMissing:
    'El clip de esta imagen no se conserva en este navegador, o ya no. Recupéralo, con su paquete o con una copia de tus clips, e inténtalo de nuevo, o sigue sin él. Lo que has hecho hasta ahora se conserva.',
  marksOfOtherSize:
    'Las marcas y la solución tienen tamaños distintos: dibuja las marcas sobre la cuadrícula de la solución.',
  masksOfOtherSize:
    'Las máscaras entre las que elegir la solución tienen tamaños distintos: remuestréalas antes.',

  placeOfNewer:
    '«{{title}}» se dejó en una versión más nueva de Batsign, que esta no puede leer, así que empieza de nuevo.',
  placeOutdated: '«{{title}}» ha cambiado desde que lo dejaste, así que empieza de nuevo.',
  placeDamaged: 'Lo guardado de tu último ejercicio está dañado, así que empieza de nuevo.',
  placeDropped: 'Lo guardado de un ejercicio a medias estaba dañado, así que se descartó.',
  placeNotKept: 'No se pudo guardar por dónde vas. Se volverá a intentar mientras sigues.',
  takeOverFailed: 'No se pudo tomar el relevo de la otra página: vuelve a intentarlo.',
  exerciseMissing: 'Aquí no hay ningún escenario llamado «{{id}}»: elige uno de la lista.',
  exerciseNotLoaded: 'No se pudo cargar este ejercicio: elige otro o recarga la página.',
  exerciseStopped: 'El ejercicio se detuvo inesperadamente: continúalo desde la lista.',
  answerNotKept:
    'No se pudo guardar tu última respuesta, así que no cuenta en lo que sabes hacer. Se intentará de nuevo con la siguiente.',
  resultNotKept: 'No se pudo guardar tu resultado: vuelve a intentarlo.',

  clipsNotRead: 'No se pudieron leer los clips: vuelve a intentarlo.',
  clipNotChanged: 'No se pudo cambiar el clip: vuelve a intentarlo.',
  clipImageNotShown: 'Esta imagen no se puede mostrar: pasa a la siguiente.',
  analysisNotRead: 'No se pudo leer lo que la red dijo de este clip. Vuelve a empezar.',
  analysisBroken: 'No se pudo recorrer el clip hasta el final. Vuelve a empezar.',
  fileNotRead: '{{name}} no se puede leer aquí; elige otro archivo o expórtalo como MP4 o PNG.',
  fileWithoutImages: 'En este archivo no hay imágenes: elige otro.',

  scanStopped: 'La imagen se detuvo inesperadamente: vuelve a intentarlo o elige otro paciente.',
  patientMissing: 'No hay ningún paciente en la camilla: elige uno.',
  networkNotLoaded:
    'No se pudo cargar la red. Puedes seguir: las imágenes del fantoma se evalúan con su verdad.',
  partMissing:
    'Una parte del juego no llegó: vuelve a intentarlo. Si no llega, es que el juego se renovó entretanto en su servidor: recarga la página; se conserva por dónde ibas.',
  partMissingOffline:
    'Una parte del juego no llegó porque no hay conexión a internet: conéctate y vuelve a intentarlo. Se conserva por dónde ibas.',
  screenWithoutParent: 'La pantalla del ecógrafo necesita un elemento de la página que llenar.',
  screenWithoutRenderer: 'Este navegador no puede dibujar ni con WebGL ni en un lienzo.',
};
