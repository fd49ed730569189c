interface Sides {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}
interface Named {
  /** Of the file, as its folder has it. */
  readonly name: string;
}
type Nothing = Record<never, never>;

/** The kinds of file that are met and not read. */
export interface FileRefusalMessages {
  readonly fileHeic: Named;
  readonly fileAvif: Named;
  readonly fileAvi: Named;
  readonly fileWindowsMedia: Named;
  readonly fileMpeg: Named;
  readonly fileWebp: Named;
  readonly fileTiff: Named;
  readonly fileBmp: Named;
  readonly filePdf: Named;
  readonly fileSevenZip: Named;
  readonly fileRar: Named;
}

export interface PictureMessages {
  readonly fileEmpty: Nothing;
  readonly fileTooLarge: { readonly megabytes: number; readonly most: number };
  readonly pictureTooSmall: Sides & { readonly least: number };
  readonly pictureTooLarge: Sides & { readonly most: number };
  readonly picturesTooMany: { readonly most: number };
  readonly pictureHeaderDamaged: { readonly kind: 'PNG' | 'JPEG' };
  readonly gifDamaged: Nothing;
  /** A note: it is shown all the same. */
  readonly gifWithoutEnd: Nothing;
}

export interface DicomMessages {
  readonly dicomDamaged: Nothing;
  readonly dicomImagesMissing: Nothing;
  readonly dicomColoursContradict: Nothing;
  readonly dicomSizesContradict: Nothing;
  readonly dicomPaletteMissing: Nothing;
  readonly dicomPaletteCutOff: Nothing;
  readonly dicomWithoutImage: Nothing;
  readonly dicomDeflated: Nothing;
  readonly dicomBigEndian: Nothing;
  readonly dicomJpegExtended: Nothing;
  readonly dicomJpegLossless: Nothing;
  readonly dicomVideo: Nothing;
  /** An encoding by the name that the standard gives it, the same in every language. */
  readonly dicomEncoded: { readonly encoding: string };
  readonly dicomEncodingUnknown: Nothing;
  readonly dicomEncodingUnlisted: { readonly transferSyntax: string };
  readonly dicomBits: { readonly bits: number };
  readonly dicomBitsOfEight: { readonly bits: number };
  readonly dicomSamples: { readonly photometric: string; readonly samples: number };
  /** Notes: the images are opened all the same. */
  readonly dicomImagesUneven: Nothing;
  readonly dicomImagesUncounted: { readonly images: number };
  readonly dicomImagesMore: { readonly stated: number; readonly images: number };
}

export interface ZipMessages {
  readonly zipDamaged: Nothing;
  readonly zipLocked: Nothing;
  readonly zipSplit: Nothing;
  readonly zipFileLarge: { readonly most: number };
  readonly zipSwells: Nothing;
  readonly zipUntrue: Nothing;
  /** A way of packing by its name, the same in every language. */
  readonly zipMethod: { readonly method: string };
  readonly zipMethodNumbered: { readonly method: number };
}

/** Messages of reading a file, and the ultrasound image in it. */
export interface FormatMessages extends FileRefusalMessages, PictureMessages, DicomMessages, ZipMessages {}
