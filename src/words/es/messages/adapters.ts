import type { Translation } from '../../../ui/words/words-type.ts';
import type { adapters as english } from '../../en/messages/adapters.ts';

export const adapters: Translation<typeof english> = {
  fileNotChosen: 'No se eligió ningún archivo; elige una grabación.',
  fileOfNoKind:
    '{{name}} no es una imagen (PNG, JPEG, GIF), ni un vídeo (MP4, MOV, WebM), ni un archivo DICOM; elige otro archivo.',
  filesWithoutClip:
    'En {{name}} no hay ni imágenes ni grabaciones; elige imágenes PNG o JPEG, un vídeo o un archivo DICOM.',
  filesWithoutClipSeveral:
    'En {{name}} y {{others, number}} más no hay ni imágenes ni grabaciones; elige imágenes PNG o JPEG, un vídeo o un archivo DICOM.',
  browserWithoutCanvas:
    'Aquí no se puede leer ningún archivo, porque a este navegador le falta OffscreenCanvas; abre Batsign en Chrome o Edge 69, Firefox 105, Safari 16.4 o posteriores.',
  pictureDamaged: 'La imagen {{kind}} está dañada o incompleta; vuelve a exportarla.',
  pictureOfSeveralDamaged: 'La imagen {{kind}} {{name}} está dañada o incompleta; vuelve a exportarla.',
  picturesDiffer:
    'La forma de las imágenes cambia dentro de la grabación; córtala donde cambian y abre una sola parte.',
  imageOfFileDamaged:
    'Una imagen del archivo está dañada o incompleta; vuelve a exportar o copiar el archivo.',
  videoDamaged:
    'El vídeo está dañado o incompleto y no se puede decodificar; vuelve a copiarlo o exportarlo.',
  videoCutOff:
    'El vídeo se interrumpe antes de su final: el archivo está dañado o no se copió entero; vuelve a copiarlo o exportarlo.',
  videoWithoutPictures: 'El archivo no contiene imágenes en movimiento, quizá solo sonido; elige otro vídeo.',
  decoderMissing:
    'Este navegador no puede decodificar vídeos imagen por imagen; usa un Chrome, Edge, Firefox o Safari actual.',
  codecUnsupported:
    'Este navegador no puede decodificar el códec del vídeo ({{codec}}); convierte el vídeo a H.264 (MP4) o VP9 (WebM).',
  videoBeginLeftOut_one:
    'La primera imagen del vídeo no se puede decodificar sin lo que se cortó antes de ella, y se omite.',
  videoBeginLeftOut_other:
    'Las primeras {{count, number}} imágenes del vídeo no se pueden decodificar sin lo que se cortó antes de ellas, y se omiten.',
  videoScaled: 'El tamaño de las imágenes cambia dentro del vídeo: todas se ajustan al tamaño de la primera.',
  videoShapeChanges:
    'La forma de las imágenes cambia dentro del vídeo: solo se abren las anteriores al cambio, {{kept}} de {{all}}.',
  zipWorkerCrashed:
    'La parte de esta página que comprime y descomprime archivos zip se detuvo, quizá por falta de memoria; cierra otras pestañas y vuelve a intentarlo.',
  dicomWorkerCrashed:
    'La parte de esta página que lee archivos DICOM se detuvo, quizá por falta de memoria; cierra otras pestañas y vuelve a intentarlo.',

  clipStorageFull:
    'El almacenamiento del navegador está lleno: elimina clips que ya no necesites o libera espacio en este dispositivo y vuelve a intentarlo.',
  clipBusy:
    'Este clip se está guardando en otra pestaña: espera a que termine o cierra esa pestaña y vuelve a intentarlo.',
  clipMissing: 'Este clip ya no se conserva aquí: vuelve a la lista de clips.',
  clipNotSaved: 'No se pudo guardar el clip en el navegador: recarga la página y vuelve a intentarlo.',
  clipNotRead: 'No se pudo leer el clip del navegador: recarga la página y vuelve a intentarlo.',
  clipsForgotten:
    'Este navegador no guarda clips para Batsign (es una ventana privada o el almacenamiento está bloqueado), así que se pierden al cerrar la página.',
  recordsCrashed: 'La parte de esta página que guarda los clips se detuvo: recarga la página.',
  analysisUnfit: 'Lo que calculó la red no corresponde a este clip: vuelve a abrir el clip.',
  clipOfCopyDamaged: 'Este clip de la copia de seguridad está dañado y no se puede incorporar.',
  clipNotWritten: 'Este clip ya no se está guardando: empiézalo de nuevo.',
  clipDescriptionDamaged: 'La descripción de este clip está dañada: elimina el clip y vuelve a importarlo.',
  clipCutOff: 'Falta una parte de las imágenes de este clip: elimina el clip y vuelve a importarlo.',
  clipImageDamaged:
    'La imagen {{image}} de este clip está dañada: sáltala, o elimina el clip y vuelve a importarlo.',
  clipWithoutImages: 'El clip no tiene imágenes: elige una parte más larga.',
  clipImagesUnsound:
    'Las imágenes de este clip son de distintos tamaños o están desordenadas, así que no se guardó: vuelve a importarlo o a grabarlo.',
  masksFailed:
    'No se pudieron empaquetar las máscaras, quizá por falta de memoria: cierra otras pestañas y vuelve a intentarlo.',

  recordUnsound: '{{fault}}',
  storeForgotten:
    'Este navegador no guarda nada para Batsign (es una ventana privada o el almacenamiento está bloqueado), así que las puntuaciones y la sesión en curso se pierden al cerrar la página.',
  storeOfNewer:
    'Lo que hay guardado aquí lo escribió una versión más nueva de Batsign, que esta no puede leer. No se ha tocado. Cierra todas las pestañas del juego y vuelve a abrirlo para tener la versión más nueva; hasta entonces, lo que hagas se pierde al cerrar la página.',
  storeNewer:
    'Hay una versión más nueva de Batsign abierta en otra pestaña, y es ella la que guarda desde ahora: recarga esta página para tenerla.',
  storeFull:
    'El almacenamiento del navegador está lleno: exporta tus intentos y luego bórralos o libera espacio.',
  storeNotWritten: 'No se pudo guardar esto en el navegador: recarga la página y vuelve a intentarlo.',
  storeNotRead: 'No se puede leer lo que se guardó: recarga la página y vuelve a intentarlo.',
  placeTaken: 'Este ejercicio siguió en otra pestaña: lo que se hizo aquí desde entonces no se guarda.',
  copyUnsound:
    'Esto no es una copia de seguridad guardada por Batsign, o está dañada: elige el archivo que te dio «Guardar una copia».',
  copyNewer:
    'Esta copia la guardó una versión más nueva de Batsign: ábrela con esa versión. Aquí no se ha cambiado nada.',
  learnersNotKept:
    'La lista de alumnos no se pudo guardar en este navegador: libera espacio en este dispositivo y vuelve a intentarlo.',
  eraseBlocked:
    'Todo lo guardado está borrado, pero otra pestaña mantiene abierto su sitio vacío: cierra todas las demás pestañas de este juego y también desaparecerá.',

  cameraUnsupported:
    'Este navegador no da acceso a la cámara a esta página: ábrela por https o desde este ordenador, en un Chrome, Edge, Firefox o Safari actual.',
  cameraRefused:
    'El navegador no tiene permiso para usar la cámara: dáselo con el símbolo de la cámara en la barra de direcciones o en los ajustes de privacidad del sistema y vuelve a intentarlo.',
  cameraNone:
    'No se encontró ninguna cámara ni capturadora: conéctala, espera a que el sistema la reconozca y vuelve a intentarlo.',
  cameraBusy:
    'Otro programa usa este dispositivo: ciérralo allí (una reunión, un grabador, otra pestaña) y vuelve a intentarlo.',
  cameraSize: 'Este dispositivo ya no está o no da imágenes de este tamaño: vuelve a elegir.',
  cameraFailed: 'No se pudo iniciar el dispositivo: desconéctalo, vuelve a conectarlo e inténtalo de nuevo.',
  cameraSilent:
    'El dispositivo no da imagen: comprueba que el ecógrafo está encendido y que ningún otro programa usa el dispositivo, y vuelve a intentarlo.',
  cameraClosed: 'La cámara se apagó: vuelve a encenderla.',
  cameraIndex:
    'Esta imagen ya no se conserva, pues solo se conservan los últimos diez segundos: deja correr la imagen y congélala de nuevo.',
  liveBlack:
    'La imagen está negra o vacía: enciende el ecógrafo, revisa su cable de vídeo y descongélalo; la imagen sigue por sí sola.',
  liveSilent:
    'No llegan imágenes: comprueba que el ecógrafo está encendido y que ningún otro programa usa el dispositivo; la imagen sigue por sí sola.',
  liveHidden: 'La imagen se detuvo mientras esta página estaba oculta.',
  liveResized: 'La imagen cambió de tamaño, así que el contorno ya no encaja: configúralo para este tamaño.',
  liveLost:
    'El dispositivo ya no está: vuelve a conectarlo, o cierra el programa que lo ha tomado, e inténtalo de nuevo.',

  draftNotKept:
    'Este navegador no guardó el borrador: quizá no quede espacio, o en esta ventana no guarda nada. Copia su texto en otro lugar.',

  phantomFailed: 'Este paciente virtual no se puede simular. Elige otro.',
  phantomCrashed: 'El paciente virtual se detuvo inesperadamente. Vuelve a empezar la exploración.',
  phantomClosed: 'La exploración se cerró.',
  itemNotDrawn:
    'Entre {{tries}} pacientes no se encontró ninguno adecuado: omite esta imagen y sigue, o elige otro ejercicio.',
  phantomIndex: 'No hay ninguna imagen {{index}}: pide un número entero a partir de 0.',
};
