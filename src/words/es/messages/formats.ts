import type { Translation } from '../../../ui/words/words-type.ts';
import type { formats as english } from '../../en/messages/formats.ts';

export const formats: Translation<typeof english> = {
  fileHeic: '{{name}} es una imagen HEIC, que aquí no se lee: guárdala antes como PNG o JPEG.',
  fileAvif: '{{name}} es una imagen AVIF, que aquí no se lee: guárdala antes como PNG o JPEG.',
  fileAvi:
    '{{name}} es un vídeo AVI, que aquí no se lee: conviértelo antes a MP4 (H.264), por ejemplo con VLC o HandBrake.',
  fileWindowsMedia:
    '{{name}} es un vídeo de Windows Media, que aquí no se lee: conviértelo antes a MP4 (H.264), por ejemplo con VLC o HandBrake.',
  fileMpeg:
    '{{name}} es un vídeo MPEG, que aquí no se lee: conviértelo antes a MP4 (H.264), por ejemplo con VLC o HandBrake.',
  fileWebp: '{{name}} es una imagen WebP, que aquí no se lee: guárdala antes como PNG o JPEG.',
  fileTiff: '{{name}} es una imagen TIFF, que aquí no se lee: guárdala antes como PNG o JPEG.',
  fileBmp: '{{name}} es una imagen BMP, que aquí no se lee: guárdala antes como PNG o JPEG.',
  filePdf: '{{name}} es un documento PDF, que aquí no se lee: exporta sus imágenes como PNG o JPEG.',
  fileSevenZip: '{{name}} es un archivo 7z, que aquí no se lee: descomprímelo y elige lo que contiene.',
  fileRar: '{{name}} es un archivo RAR, que aquí no se lee: descomprímelo y elige lo que contiene.',

  fileEmpty: 'El archivo está vacío; elige otra imagen u otro vídeo.',
  fileTooLarge: 'El archivo tiene {{megabytes}} MB y se leen como máximo {{most}} MB; acorta el clip.',
  pictureTooSmall:
    'La imagen mide {{width}} x {{height}} píxeles; una imagen ecográfica necesita al menos {{least}} x {{least}}.',
  pictureTooLarge:
    'La imagen mide {{width}} x {{height}} píxeles y se abren como máximo {{most}} por lado; redúcela o recórtala a la imagen ecográfica.',
  picturesTooMany: 'La grabación tiene más de {{most, number}} imágenes; acórtala.',
  pictureHeaderDamaged:
    'La cabecera de la imagen {{kind}} está dañada o incompleta; vuelve a exportar la imagen.',
  gifDamaged: 'El GIF está dañado o incompleto; vuelve a exportarlo.',
  gifWithoutEnd: 'Al GIF le falta la marca de su final: puede que falten imágenes tras la última.',

  dicomDamaged: 'El archivo DICOM está dañado o incompleto; vuelve a exportarlo o copiarlo.',
  dicomImagesMissing:
    'El archivo DICOM no contiene tantas imágenes como declara; vuelve a exportarlo o copiarlo.',
  dicomColoursContradict: 'El archivo DICOM se contradice sobre sus colores; vuelve a exportarlo o copiarlo.',
  dicomSizesContradict:
    'El archivo DICOM se contradice sobre el tamaño de sus imágenes; vuelve a exportarlo o copiarlo.',
  dicomPaletteMissing: 'Al archivo DICOM le falta la paleta; vuelve a exportarlo o copiarlo.',
  dicomPaletteCutOff: 'Al archivo DICOM le falta parte de la paleta; vuelve a exportarlo o copiarlo.',
  dicomWithoutImage:
    'El archivo DICOM no contiene ninguna imagen, quizá solo un informe; elige otro archivo.',
  dicomDeflated:
    'Las imágenes del archivo DICOM están guardadas como datos comprimidos (deflate), que aquí no se leen; expórtalas como JPEG, RLE o sin comprimir, con 8 bits.',
  dicomBigEndian:
    'Las imágenes del archivo DICOM están guardadas como datos big-endian, que aquí no se leen; expórtalas como JPEG, RLE o sin comprimir, con 8 bits.',
  dicomJpegExtended:
    'Las imágenes del archivo DICOM están guardadas como JPEG extendido, que aquí no se lee; expórtalas como JPEG, RLE o sin comprimir, con 8 bits.',
  dicomJpegLossless:
    'Las imágenes del archivo DICOM están guardadas como JPEG sin pérdida, que aquí no se lee; expórtalas como JPEG, RLE o sin comprimir, con 8 bits.',
  dicomVideo:
    'Las imágenes del archivo DICOM están guardadas como vídeo MPEG, que aquí no se lee; expórtalas como JPEG, RLE o sin comprimir, con 8 bits.',
  dicomEncoded:
    'Las imágenes del archivo DICOM están guardadas como {{encoding}}, que aquí no se lee; expórtalas como JPEG, RLE o sin comprimir, con 8 bits.',
  dicomEncodingUnknown:
    'Las imágenes del archivo DICOM están guardadas con una codificación desconocida, que aquí no se lee; expórtalas como JPEG, RLE o sin comprimir, con 8 bits.',
  dicomEncodingUnlisted:
    'Las imágenes del archivo DICOM están guardadas con una codificación desconocida ({{transferSyntax}}), que aquí no se lee; expórtalas como JPEG, RLE o sin comprimir, con 8 bits.',
  dicomBits:
    'Las imágenes del archivo DICOM están guardadas con {{bits}} bits por muestra, que aquí no se leen; expórtalas como JPEG, RLE o sin comprimir, con 8 bits.',
  dicomBitsOfEight:
    'Las imágenes del archivo DICOM están guardadas con {{bits}} de 8 bits por muestra, que aquí no se leen; expórtalas como JPEG, RLE o sin comprimir, con 8 bits.',
  dicomSamples:
    'Las imágenes del archivo DICOM están guardadas como {{photometric}} de {{samples}} muestras, que aquí no se lee; expórtalas como JPEG, RLE o sin comprimir, con 8 bits.',
  dicomImagesUneven: 'El archivo no contiene solo imágenes completas: puede que le falte algo.',
  dicomImagesUncounted:
    'El archivo no dice cuántas imágenes contiene: se abren las {{images}} que hay en él.',
  dicomImagesMore:
    'El archivo dice que contiene {{stated}} de sus {{images}} imágenes: se abren las {{images}}.',

  zipDamaged: 'El zip está dañado o incompleto; vuelve a crearlo o copiarlo.',
  zipLocked: 'El zip está protegido con contraseña; descomprímelo y elige sus archivos.',
  zipSplit:
    'El archivo es una parte de un zip dividido; descomprime juntas todas las partes y elige los archivos.',
  zipFileLarge:
    'Un archivo del zip tiene más de {{most}} MB una vez descomprimido y no se lee; acorta el clip.',
  zipSwells:
    'Al descomprimirse, el zip crecería sin medida, como no lo hace ninguna grabación; descomprímelo tú y elige sus imágenes.',
  zipUntrue:
    'El zip contiene más de lo que declara, como uno dañado o uno hecho para llenar la memoria; vuelve a crearlo.',
  zipMethod:
    'El zip está comprimido con {{method}}, que aquí no se lee; descomprímelo y elige sus archivos, o comprímelos como zip normal (Deflate).',
  zipMethodNumbered:
    'El zip está comprimido con el método {{method}}, que aquí no se lee; descomprímelo y elige sus archivos, o comprímelos como zip normal (Deflate).',
};
