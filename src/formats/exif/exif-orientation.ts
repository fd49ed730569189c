import type { PictureSize } from '../files/picture-header.ts';

/** How a stored picture is turned to be shown (Exif 2.3, tag 0112): 1 as it is, 2-4 mirrored or upside down, 5-8 lying. */
export type ExifOrientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const ORIENTATION_TAG = 0x0112;
const SHORT = 3;
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];

/** Where the Exif data of a JPEG begin, with their name; null where there are none. */
export function exifAt(jpeg: Uint8Array): number | null {
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff; ) {
    const marker = jpeg[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // The pixels begin: nothing that says how they lie comes behind.
    if (marker === 0xda || marker === 0xd9) return null;
    if (marker === 0xe1 && EXIF.every((value, i) => jpeg[at + 4 + i] === value)) return at + 4;
    at += 2 + jpeg[at + 2]! * 256 + jpeg[at + 3]!;
  }
  return null;
}

/** The orientation in the Exif data of a JPEG; 1 where there are none, or none that can be read. */
export function exifOrientation(jpeg: Uint8Array): ExifOrientation {
  const at = exifAt(jpeg);
  return at === null ? 1 : tiffOrientation(jpeg.subarray(at + EXIF.length));
}

/** The tag in the first directory of a TIFF, which Exif data are. */
function tiffOrientation(tiff: Uint8Array): ExifOrientation {
  if (tiff.length < 8) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const isLittle = view.getUint16(0) === 0x4949;
  const from = view.getUint32(4, isLittle);
  if (from + 2 > tiff.length) return 1;
  const count = view.getUint16(from, isLittle);
  for (let entry = 0, at = from + 2; entry < count && at + 12 <= tiff.length; entry++, at += 12) {
    if (view.getUint16(at, isLittle) !== ORIENTATION_TAG || view.getUint16(at + 2, isLittle) !== SHORT)
      continue;
    const value = view.getUint16(at + 8, isLittle);
    return value >= 1 && value <= 8 ? (value as ExifOrientation) : 1;
  }
  return 1;
}

/** The size in which a stored picture is shown. */
export function sizeOriented({ width, height }: PictureSize, orientation: ExifOrientation): PictureSize {
  return orientation < 5 ? { width, height } : { width: height, height: width };
}

/** Grey levels, row-major, turned as they are shown. `size` is that of the stored picture. */
export function greyOriented(
  grey: Uint8Array,
  size: PictureSize,
  orientation: ExifOrientation,
): PictureSize & { readonly grey: Uint8Array } {
  const shown = sizeOriented(size, orientation);
  if (orientation === 1) return { ...shown, grey };
  const { width, height } = size;
  const isLying = orientation >= 5;
  // Whether what is shown runs against the stored columns, and against the stored rows.
  const isBackAcross = [2, 3, 7, 8].includes(orientation);
  const isBackDown = [3, 4, 6, 7].includes(orientation);
  const turned = new Uint8Array(grey.length);
  for (let y = 0, at = 0; y < shown.height; y++) {
    for (let x = 0; x < shown.width; x++, at++) {
      const across = isLying ? y : x;
      const down = isLying ? x : y;
      const column = isBackAcross ? width - 1 - across : across;
      const row = isBackDown ? height - 1 - down : down;
      turned[at] = grey[row * width + column]!;
    }
  }
  return { ...shown, grey: turned };
}
