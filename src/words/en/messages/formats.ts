export const formats = {
  fileHeic: '{{name}} is a HEIC picture, which is not read here: save it as PNG or JPEG first.',
  fileAvif: '{{name}} is an AVIF picture, which is not read here: save it as PNG or JPEG first.',
  fileAvi:
    '{{name}} is an AVI video, which is not read here: convert it to MP4 (H.264) first, for example with VLC or HandBrake.',
  fileWindowsMedia:
    '{{name}} is a Windows Media video, which is not read here: convert it to MP4 (H.264) first, for example with VLC or HandBrake.',
  fileMpeg:
    '{{name}} is an MPEG video, which is not read here: convert it to MP4 (H.264) first, for example with VLC or HandBrake.',
  fileWebp: '{{name}} is a WebP picture, which is not read here: save it as PNG or JPEG first.',
  fileTiff: '{{name}} is a TIFF picture, which is not read here: save it as PNG or JPEG first.',
  fileBmp: '{{name}} is a BMP picture, which is not read here: save it as PNG or JPEG first.',
  filePdf: '{{name}} is a PDF document, which is not read here: export the pictures in it as PNG or JPEG.',
  fileSevenZip: '{{name}} is a 7z archive, which is not read here: unpack it and choose what is inside.',
  fileRar: '{{name}} is a RAR archive, which is not read here: unpack it and choose what is inside.',

  fileEmpty: 'The file is empty; choose another picture or video.',
  fileTooLarge: 'The file has {{megabytes}} MB, and at most {{most}} MB are read; cut the clip shorter.',
  pictureTooSmall:
    'The picture is {{width}} x {{height}} pixels; an ultrasound image needs at least {{least}} x {{least}}.',
  pictureTooLarge:
    'The picture is {{width}} x {{height}} pixels, and at most {{most}} a side are opened; make it smaller or crop it to the ultrasound image.',
  picturesTooMany: 'The recording has more than {{most, number}} pictures; cut it shorter.',
  pictureHeaderDamaged: "The {{kind}} picture's header is damaged or cut off; export the picture again.",
  gifDamaged: 'The GIF is damaged or cut off; export it again.',
  gifWithoutEnd: 'The GIF lacks the mark of its end: images may be missing behind the last.',

  dicomDamaged: 'The DICOM file is damaged or cut off; export or copy it again.',
  dicomImagesMissing: 'The DICOM file does not hold as many images as it states; export or copy it again.',
  dicomColoursContradict: 'The DICOM file contradicts itself about its colours; export or copy it again.',
  dicomSizesContradict:
    'The DICOM file contradicts itself about the size of its images; export or copy it again.',
  dicomPaletteMissing: 'The DICOM file lacks its palette; export or copy it again.',
  dicomPaletteCutOff: 'The DICOM file lacks a part of its palette; export or copy it again.',
  dicomWithoutImage: 'The DICOM file holds no image, perhaps a report alone; choose another file.',
  dicomDeflated:
    "The DICOM file's images are stored as deflated data, which is not read here; export them as JPEG, RLE or uncompressed, with 8 bits.",
  dicomBigEndian:
    "The DICOM file's images are stored as big-endian data, which is not read here; export them as JPEG, RLE or uncompressed, with 8 bits.",
  dicomJpegExtended:
    "The DICOM file's images are stored as extended JPEG, which is not read here; export them as JPEG, RLE or uncompressed, with 8 bits.",
  dicomJpegLossless:
    "The DICOM file's images are stored as lossless JPEG, which is not read here; export them as JPEG, RLE or uncompressed, with 8 bits.",
  dicomVideo:
    "The DICOM file's images are stored as MPEG video, which is not read here; export them as JPEG, RLE or uncompressed, with 8 bits.",
  dicomEncoded:
    "The DICOM file's images are stored as {{encoding}}, which is not read here; export them as JPEG, RLE or uncompressed, with 8 bits.",
  dicomEncodingUnknown:
    "The DICOM file's images are stored as an unknown encoding, which is not read here; export them as JPEG, RLE or uncompressed, with 8 bits.",
  dicomEncodingUnlisted:
    "The DICOM file's images are stored as an unknown encoding ({{transferSyntax}}), which is not read here; export them as JPEG, RLE or uncompressed, with 8 bits.",
  dicomBits:
    "The DICOM file's images are stored as {{bits}} bits a sample, which is not read here; export them as JPEG, RLE or uncompressed, with 8 bits.",
  dicomBitsOfEight:
    "The DICOM file's images are stored as {{bits}} of 8 bits a sample, which is not read here; export them as JPEG, RLE or uncompressed, with 8 bits.",
  dicomSamples:
    "The DICOM file's images are stored as {{photometric}} of {{samples}} samples, which is not read here; export them as JPEG, RLE or uncompressed, with 8 bits.",
  dicomImagesUneven: 'The file does not hold whole images alone: something may be missing in it.',
  dicomImagesUncounted:
    'The file does not say how many images it holds: all {{images}} that are in it are opened.',
  dicomImagesMore:
    'The file says that it holds {{stated}} of its {{images}} images: all {{images}} are opened.',

  zipDamaged: 'The zip is damaged or cut off; make or copy it again.',
  zipLocked: 'The zip is locked with a password; unpack it and choose its files.',
  zipSplit: 'The file is one part of a zip that was split; unpack all parts together and choose the files.',
  zipFileLarge:
    'A file in the zip has more than {{most}} MB once unpacked, which is not read; cut the clip shorter.',
  zipSwells:
    'The zip would swell beyond measure when unpacked, as no recording does; unpack it yourself and choose its pictures.',
  zipUntrue:
    'The zip holds more than it states, as a damaged one does, or one that is made to fill the memory; make it again.',
  zipMethod:
    'The zip is packed with {{method}}, which is not read here; unpack it and choose its files, or pack them as a usual zip (Deflate).',
  zipMethodNumbered:
    'The zip is packed with method {{method}}, which is not read here; unpack it and choose its files, or pack them as a usual zip (Deflate).',
} as const;
