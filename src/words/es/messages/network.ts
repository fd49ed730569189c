import type { Translation } from '../../../ui/words/words-type.ts';
import type { network as english } from '../../en/messages/network.ts';

export const network: Translation<typeof english> = {
  networkSilent:
    'La red no llega. Puedes seguir sin ella: las imágenes del fantoma se evalúan con su verdad. Se la sigue esperando; también puedes volver a intentarlo.',
  networkShutDown: 'La red se cerró; vuelve a abrir la página.',
  networkCrashed:
    'La red falló varias veces seguidas; recarga la página, o cierra otras pestañas si falta memoria.',
  networkBackendMissing:
    'Ni WebAssembly ni la tarjeta gráfica pudieron ejecutar la red; recarga la página o prueba con un navegador actual.',
  networkAnswerUnsound:
    'La red responde con valores que no son números: sus pesos o su entrada no son válidos.',
  browserDrawsNot: 'Este navegador no puede dibujar imágenes en segundo plano.',

  modelUnreachable: 'No se pudo descargar la red; comprueba la conexión y vuelve a intentarlo.',
  modelCalibrationWrong: 'No se puede usar la calibración del modelo: {{fault}}',
  modelManifestWrong: 'No se puede usar el archivo que describe el modelo: {{fault}}',
  networkSpecificationWrong: 'La especificación de la red es incorrecta: {{fault}}',
  modelInputMismatch:
    'El modelo se entrenó con imágenes de {{trainedSize}} («{{trained}}»), pero la red «{{network}}» mira imágenes de {{wantedSize}} («{{wanted}}»); carga los pesos que le corresponden.',
  modelTensorsMismatch:
    'El modelo tiene {{tensors}} tensores, pero la red «{{network}}» tiene {{wanted}}; carga los pesos que le corresponden.',
  modelTensorMissing:
    'Falta el tensor «{{tensor}}» del modelo, y la red «{{network}}» necesita {{wanted}}; carga los pesos que le corresponden.',
  modelTensorMismatch:
    'El tensor «{{tensor}}» del modelo tiene la forma {{shape}}, pero la red «{{network}}» necesita {{wanted}}; carga los pesos que le corresponden.',
  modelTensorOutside: 'El tensor «{{tensor}}» del modelo queda fuera del archivo de pesos.',
  modelTensorUnsound:
    'El tensor «{{tensor}}» del modelo contiene valores que no son números; vuelve a exportar el modelo.',
  modelCutOff:
    'El archivo de pesos del modelo tiene {{bytes}} bytes en lugar de {{wanted}}: está incompleto o es de otra versión; vuelve a descargarlo.',
  modelDamaged:
    'El archivo de pesos del modelo está dañado (su suma de comprobación no coincide); vuelve a descargarlo.',
  tensorTooLarge: 'El tensor «{{tensor}}» no cabe en float16.',
  networkOperationMissing:
    'La capa «{{layer}}» de la red necesita la operación «{{operation}}», que este programa no puede ejecutar.',
  networkRasterMismatch:
    'La red mira imágenes cartesianas de {{pixels}} píxeles, pero las máscaras tienen {{wanted}}.',

  frameCutOff:
    'No se puede leer la imagen: se dan {{levels}} niveles de gris para {{width}} x {{height}} píxeles.',
  frameSectorUnsound:
    'No se puede leer la imagen: su sector no tiene tamaño, o tiene uno que no es un número.',
  frameSectorOutside: 'El sector de la ecografía queda fuera de la imagen.',
  frameOfNoKind: 'No se puede leer la imagen: no son bytes de gris ni un mapa de bits.',

  tuningWithoutLayers: 'La red «{{network}}» no tiene capas que se puedan ajustar.',
  tuningLayerFixed:
    'La capa «{{layer}}» de la red «{{network}}» ({{operation}}) no se puede ajustar: aquí no hay gradiente para ella.',
  tuningFramesFew:
    'Imágenes etiquetadas: {{frames}}; exploraciones: {{exams}}. Da al menos {{least}} imágenes de dos exploraciones o más, mejor 20 de diez.',
  tuningWithoutFindings:
    'Ninguna imagen tiene hallazgos marcados en su máscara; etiqueta lo que se ve, o elige otras imágenes.',
  tuningDiverged: 'La pérdida ya no es un número; las imágenes o los pesos no son válidos.',
  tuningCrashed:
    'El entrenamiento se interrumpió: la parte de la página que entrena se ha detenido. No ha cambiado nada; cierre otras pestañas si falta memoria y empiece de nuevo.',
  tuningMaskSize:
    'La máscara tiene {{maskWidth}} x {{maskHeight}} píxeles, pero su imagen tiene {{width}} x {{height}}; dibújala sobre la propia imagen.',
  tuningMaskValue: 'La máscara contiene el valor {{value}}, pero las clases van de 0 a {{last}}.',

  adaptedNotKept:
    'No se pudo guardar la red: el navegador no da más espacio. Expórtala como archivo o elimina algo.',
  adaptedGone:
    'La red adaptada no se puede leer en este dispositivo. Vuelve a la red del juego o impórtala de nuevo.',
  labelsNotKept:
    'No se pudieron guardar estas etiquetas: el navegador no da más espacio. Elimina clips o redes que ya no necesites.',
  adaptedFileNone: 'Este no es un archivo de una red adaptada. Elige uno que haya exportado esta página.',
  adaptedFileNewer:
    'Este archivo lo hizo una versión más nueva del juego. Actualiza el juego y vuelve a importarlo.',
  adaptedFileLarge:
    'Este archivo tiene {{megabytes, number}} MB; una red adaptada tiene como máximo {{most, number}} MB. Elige otro archivo.',
  adaptedFileWrong: 'No se puede leer lo que este archivo dice de su red. Expórtala de nuevo.',
  adaptedFileDamaged:
    'El archivo está dañado: {{file}} no está como se exportó. Vuelve a copiarlo o a exportarlo.',
};
