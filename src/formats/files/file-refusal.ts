import type { FileRefusalMessages } from '../../domain/message/format-messages.ts';
import type { MessageFact } from '../../domain/message/message-fact.ts';

type RefusalCode = keyof FileRefusalMessages;

/** A kind of file that is met and not read: how it begins, and what it is. */
interface Refused {
  readonly is: (bytes: Uint8Array) => boolean;
  readonly code: RefusalCode;
}

function starts(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((letter, i) => bytes[at + i] === letter.charCodeAt(0));
}

/** The brand of a file of ISO base media (its first box is `ftyp`); else empty. */
function brandOf(bytes: Uint8Array): string {
  return starts(bytes, 4, 'ftyp') ? String.fromCharCode(...bytes.subarray(8, 12)) : '';
}

const PICTURE_BRANDS: Readonly<Record<string, RefusalCode>> = {
  heic: 'fileHeic',
  heix: 'fileHeic',
  hevc: 'fileHeic',
  heim: 'fileHeic',
  mif1: 'fileHeic',
  msf1: 'fileHeic',
  avif: 'fileAvif',
  avis: 'fileAvif',
};

const REFUSED: readonly Refused[] = [
  {
    is: (bytes) => starts(bytes, 0, 'RIFF') && starts(bytes, 8, 'AVI '),
    code: 'fileAvi',
  },
  {
    is: (bytes) => [0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11].every((byte, i) => bytes[i] === byte),
    code: 'fileWindowsMedia',
  },
  {
    is: (bytes) =>
      bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 1 && (bytes[3] === 0xba || bytes[3] === 0xb3),
    code: 'fileMpeg',
  },
  {
    is: (bytes) => starts(bytes, 0, 'RIFF') && starts(bytes, 8, 'WEBP'),
    code: 'fileWebp',
  },
  {
    is: (bytes) => starts(bytes, 0, 'II*\0') || starts(bytes, 0, 'MM\0*'),
    code: 'fileTiff',
  },
  { is: (bytes) => starts(bytes, 0, 'BM'), code: 'fileBmp' },
  {
    is: (bytes) => starts(bytes, 0, '%PDF'),
    code: 'filePdf',
  },
  { is: (bytes) => starts(bytes, 0, "7z\xbc\xaf'\x1c"), code: 'fileSevenZip' },
  { is: (bytes) => starts(bytes, 0, 'Rar!'), code: 'fileRar' },
];

/** Whether a file that begins like a video is a picture of a phone instead. */
export function isPictureBrand(bytes: Uint8Array): boolean {
  return PICTURE_BRANDS[brandOf(bytes)] !== undefined;
}

/**
 * The kind of a file that is not read, and what to do with it. Null where it is of no kind that is known.
 * @param bytes its first `KIND_BYTES` or more
 * @param name what it is called
 */
export function fileRefusal(bytes: Uint8Array, name: string): MessageFact<RefusalCode> | null {
  const code = PICTURE_BRANDS[brandOf(bytes)] ?? REFUSED.find(({ is }) => is(bytes))?.code;
  return code === undefined ? null : { code, name };
}
