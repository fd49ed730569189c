import type { Translation } from '../../../ui/words/words-type.ts';
import type { annotations as english } from '../../en/messages/annotations.ts';

export const annotations: Translation<typeof english> = {
  annotationUnknown:
    '{{name}} no contiene anotaciones que aquí se lean: elige un archivo de SlicerUltrasound, CVAT, COCO, CSV o máscaras PNG.',
  annotationJsonDamaged: '{{name}} está dañado o incompleto: vuelve a exportarlo.',
  annotationDamaged: 'El archivo {{format}} está dañado, incompleto o es de otro tipo: vuelve a exportarlo.',
  annotationDamagedAt:
    'El archivo {{format}} está dañado, incompleto o es de otro tipo en {{place}}: vuelve a exportarlo.',
  annotationBytes: 'El archivo de anotaciones tiene {{megabytes}} MB y se leen como máximo {{most}} MB.',
  annotationFramesTooMany: 'Hay anotaciones en más de {{most, number}} imágenes: divide el archivo.',
  annotationShapesTooMany: 'Hay más de {{most, number}} formas anotadas: divide el archivo.',
  annotationPointsTooMany: 'Las formas anotadas tienen más de {{most, number}} puntos: divide el archivo.',
  annotationMasksTooLarge:
    'Las máscaras del archivo cubren en total más de {{most, number}} píxeles: divide el archivo.',
  annotationLabelsTooMany:
    'Hay más etiquetas de las que una máscara puede distinguir, que son {{most, number}}: asigna algunas a hallazgos.',
  annotationSizeMissing:
    'El archivo {{format}} no dice el tamaño de las imágenes: indica su clip, o la anchura y la altura.',
  annotationSizesDiffer:
    'El archivo {{format}} tiene imágenes de distinto tamaño, así que no son todas de un mismo clip: divídelo por clips.',
  annotationSpacingMissing:
    'Los archivos de {{format}} están en milímetros y no dicen cuánto mide un píxel: indica el clip, o el tamaño de un píxel.',
  annotationClipUidMissing:
    'Un informe DICOM tiene que nombrar el clip DICOM del que trata: indica el archivo DICOM del clip.',
  annotationPngKind:
    '{{name}} no es una máscara que aquí se lea: guárdala como PNG de un solo canal, en grises o con paleta, de hasta 8 bits y sin entrelazar.',
  annotationPngMissing: 'La máscara {{name}} figura en la lista de máscaras y no está: añádela.',
  annotationForeignUid:
    'Las anotaciones son de otro clip: nombran una imagen DICOM distinta de la que se ha indicado.',
  annotationForeignSize:
    'Las anotaciones son de otro clip: sus imágenes miden {{width}} x {{height}} píxeles y las del clip {{clipWidth}} x {{clipHeight}}.',
  annotationForeignFrame:
    'Las anotaciones son de otro clip: tienen la imagen {{image, number}} y el clip termina en la imagen {{images, number}}.',
  annotationOutside_one:
    'Una forma queda fuera de la imagen: "{{label}}" en la imagen {{image, number}}. Comprueba el clip y el tamaño de sus píxeles.',
  annotationOutside_other:
    '{{count, number}} formas quedan fuera de la imagen; la primera es "{{label}}" en la imagen {{image, number}}. Comprueba el clip y el tamaño de sus píxeles.',
  annotationLabelUnknown:
    'La etiqueta "{{label}}" no corresponde a ningún hallazgo conocido aquí (y {{others, number}} más): di qué hallazgo es, o que se conserve o se omita.',
  annotationNothingLeft: 'Nada de estas anotaciones se puede escribir como {{format}}: elige otro formato.',

  annotationSpaceGuessed: 'El archivo no nombra sus coordenadas; por sus signos se toman como {{space}}.',
  annotationFramesByOrder:
    'Los nombres del archivo {{format}} no llevan números propios, así que las imágenes se toman por su orden, desde la primera.',
  annotationInterpolated_one: 'Una forma se interpoló entre las imágenes en las que se dibujó.',
  annotationInterpolated_other:
    '{{count, number}} formas se interpolaron entre las imágenes en las que se dibujaron.',
  annotationHeld_one: 'Una forma se tomó sin cambios de la última imagen en la que se dibujó.',
  annotationHeld_other:
    '{{count, number}} formas se tomaron sin cambios de la última imagen en la que se dibujaron.',
  annotationKindUnread_one: 'Una anotación del tipo "{{kind}}" no se lee y se omite.',
  annotationKindUnread_other: '{{count, number}} anotaciones del tipo "{{kind}}" no se leen y se omiten.',
  annotationTilted: 'El abanico del archivo se inclina hacia un lado, así que su geometría no se aprovecha.',

  lossNone: 'Todo se conserva en {{format}}.',
  lossClasses_one: '{{format}} no conoce "{{label}}": se omite una forma.',
  lossClasses_other: '{{format}} no conoce "{{label}}": se omiten {{count, number}} formas.',
  lossAreas_one: '{{format}} solo admite líneas: se omite un área.',
  lossAreas_other: '{{format}} solo admite líneas: se omiten {{count, number}} áreas.',
  lossToOutlines_one: 'Una forma se convierte en su contorno.',
  lossToOutlines_other: '{{count, number}} formas se convierten en sus contornos.',
  lossToPixels_one: 'Una forma se convierte en píxeles: se pierden sus puntos.',
  lossToPixels_other:
    '{{count, number}} formas se convierten en píxeles: se pierden sus puntos, y las que se tocan o se superponen no se distinguen.',
  lossLinesAsAreas_one:
    '{{format}} no tiene líneas: otros programas muestran una línea como un área igual de ancha. La línea misma se conserva al lado.',
  lossLinesAsAreas_other:
    '{{format}} no tiene líneas: otros programas muestran {{count, number}} líneas como áreas igual de anchas. Las líneas mismas se conservan al lado.',
  lossRaterOfShape:
    '{{format}} nombra juntos a quienes dibujaron: cuál de los {{count, number}} dibujó una forma no se conserva en un campo propio.',
  lossStatus_one: 'Lo que se juzgó de una forma se pierde en {{format}}.',
  lossStatus_other: 'Lo que se juzgó de {{count, number}} formas se pierde en {{format}}.',
  lossRejected_one: 'Una forma que se rechazó se omite en {{format}}.',
  lossRejected_other: '{{count, number}} formas que se rechazaron se omiten en {{format}}.',
  lossAdjudicator_one: 'Quién juzgó una forma y cuándo se pierde en {{format}}.',
  lossAdjudicator_other: 'Quién juzgó {{count, number}} formas y cuándo se pierde en {{format}}.',
  lossTracks_one:
    'Qué formas de distintas imágenes son una misma cosa se pierde en {{format}}, para una forma.',
  lossTracks_other:
    'Qué formas de distintas imágenes son una misma cosa se pierde en {{format}}, para {{count, number}} formas.',
  lossGroups_one: 'Qué formas de una imagen son una misma cosa se pierde en {{format}}, para una forma.',
  lossGroups_other:
    'Qué formas de una imagen son una misma cosa se pierde en {{format}}, para {{count, number}} formas.',
  lossBreadth_one: 'La anchura de una línea se pierde en {{format}}.',
  lossBreadth_other: 'La anchura de {{count, number}} líneas se pierde en {{format}}.',
  lossBLineWay_one:
    '{{format}} dibuja las líneas B a lo ancho: una que se dibujó a lo largo se gira, y se pierde dónde empieza y termina.',
  lossBLineWay_other:
    '{{format}} dibuja las líneas B a lo ancho: {{count, number}} que se dibujaron a lo largo se giran, y se pierde dónde empiezan y terminan.',
  lossTags: 'Lo que se dice de todo el clip, como su zona, se pierde en {{format}}.',
  lossSize: 'El tamaño de las imágenes se pierde en {{format}}.',
  lossSpacing: 'El tamaño de un píxel se pierde en {{format}}.',
  lossSector: 'La posición del abanico en la imagen se pierde en {{format}}.',
  lossClipUids: 'De qué clip DICOM se trata se pierde en {{format}}.',
  lossFrameCount: 'Cuántas imágenes tiene el clip se pierde en {{format}}.',
};
