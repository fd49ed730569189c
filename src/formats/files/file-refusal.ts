/** A kind of file that is met and not read: how it begins, what it is, and what to do with it. */
interface Refused {
  readonly is: (bytes: Uint8Array) => boolean;
  readonly what: string;
  readonly advice: string;
}

const TO_PNG = 'save it as PNG or JPEG first';
const TO_MP4 = 'convert it to MP4 (H.264) first, for example with VLC or HandBrake';
const UNPACK = 'unpack it and choose what is inside';

function starts(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((letter, i) => bytes[at + i] === letter.charCodeAt(0));
}

/** The brand of a file of ISO base media (its first box is `ftyp`); else empty. */
function brandOf(bytes: Uint8Array): string {
  return starts(bytes, 4, 'ftyp') ? String.fromCharCode(...bytes.subarray(8, 12)) : '';
}

const PICTURE_BRANDS: Readonly<Record<string, string>> = {
  heic: 'a HEIC picture',
  heix: 'a HEIC picture',
  hevc: 'a HEIC picture',
  heim: 'a HEIC picture',
  mif1: 'a HEIC picture',
  msf1: 'a HEIC picture',
  avif: 'an AVIF picture',
  avis: 'an AVIF picture',
};

const REFUSED: readonly Refused[] = [
  {
    is: (bytes) => starts(bytes, 0, 'RIFF') && starts(bytes, 8, 'AVI '),
    what: 'an AVI video',
    advice: TO_MP4,
  },
  {
    is: (bytes) => [0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11].every((byte, i) => bytes[i] === byte),
    what: 'a Windows Media video',
    advice: TO_MP4,
  },
  {
    is: (bytes) =>
      bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 1 && (bytes[3] === 0xba || bytes[3] === 0xb3),
    what: 'an MPEG video',
    advice: TO_MP4,
  },
  {
    is: (bytes) => starts(bytes, 0, 'RIFF') && starts(bytes, 8, 'WEBP'),
    what: 'a WebP picture',
    advice: TO_PNG,
  },
  {
    is: (bytes) => starts(bytes, 0, 'II*\0') || starts(bytes, 0, 'MM\0*'),
    what: 'a TIFF picture',
    advice: TO_PNG,
  },
  { is: (bytes) => starts(bytes, 0, 'BM'), what: 'a BMP picture', advice: TO_PNG },
  {
    is: (bytes) => starts(bytes, 0, '%PDF'),
    what: 'a PDF document',
    advice: 'export the pictures in it as PNG or JPEG',
  },
  { is: (bytes) => starts(bytes, 0, "7z\xbc\xaf'\x1c"), what: 'a 7z archive', advice: UNPACK },
  { is: (bytes) => starts(bytes, 0, 'Rar!'), what: 'a RAR archive', advice: UNPACK },
];

/** Whether a file that begins like a video is a picture of a phone instead. */
export function isPictureBrand(bytes: Uint8Array): boolean {
  return PICTURE_BRANDS[brandOf(bytes)] !== undefined;
}

/**
 * What a file is that is not read, and what to do with it: how a sentence goes on after its name. Null where it is of no
 * kind that is known.
 * @param bytes its first `KIND_BYTES` or more
 */
export function fileRefusal(bytes: Uint8Array): string | null {
  const picture = PICTURE_BRANDS[brandOf(bytes)];
  if (picture !== undefined) return `is ${picture}, which is not read here: ${TO_PNG}.`;
  const found = REFUSED.find(({ is }) => is(bytes));
  return found === undefined ? null : `is ${found.what}, which is not read here: ${found.advice}.`;
}
