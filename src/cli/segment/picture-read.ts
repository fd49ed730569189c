import { open, stat } from 'node:fs/promises';
import { decode } from 'jpeg-js';
import { greyFromColour } from '../../domain/frame/grey.ts';
import { exifOrientation, greyOriented } from '../../formats/exif/exif-orientation.ts';
import { InputError } from '../../formats/files/input-error.ts';
import {
  fileKind,
  fileSizeCheck,
  pictureSizeCheck,
  pictureSizeRead,
} from '../../formats/files/picture-header.ts';
import { type GreyPicture, pgmRead } from './pgm-read.ts';
import { pngRead } from './png-read.ts';

/** The JPEG decoder's limits: a picture of the greatest size needs about 400 MB. */
const JPEG_LIMITS = { maxResolutionInMP: 17, maxMemoryUsageInMB: 640 };

/** The bytes of a picture file, refused unread when it is too large. @throws InputError */
export async function pictureFileRead(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null);
  if (found === null)
    throw new InputError('file-empty', { code: 'english', text: 'There is no such file; check its name.' });
  if (!found.isFile())
    throw new InputError('file-empty', {
      code: 'english',
      text: 'It is no file; name the pictures in a folder.',
    });
  fileSizeCheck(found.size);
  const handle = await open(path).catch(() => {
    throw new InputError('file-empty', {
      code: 'english',
      text: 'The file cannot be opened; check that you may read it.',
    });
  });
  try {
    return new Uint8Array(await handle.readFile());
  } finally {
    await handle.close();
  }
}

/**
 * Grey levels of a PNG, JPEG or PGM, by what its bytes say, turned as every program shows it.
 * @throws InputError with one sentence.
 */
export function pictureRead(bytes: Uint8Array): GreyPicture {
  fileSizeCheck(bytes.length);
  switch (fileKind(bytes)) {
    case 'png':
      return pngRead(bytes);
    case 'jpeg': {
      const { width, height, grey } = jpegRead(bytes);
      return greyOriented(grey, { width, height }, exifOrientation(bytes));
    }
    case 'pgm':
      return pgmRead(bytes);
    case 'mp4':
    case 'webm':
      throw new InputError('file-unknown', {
        code: 'english',
        text: 'It is a video, and this command takes pictures: open it in the game, or save its frames as PNG first.',
      });
    default:
      throw new InputError('file-unknown', {
        code: 'english',
        text: 'It is no picture (PNG, JPEG or PGM); choose another file.',
      });
  }
}

/** Grey levels of a JPEG as they are stored, whatever its Exif data say. @throws InputError with one sentence. */
export function jpegRead(bytes: Uint8Array): GreyPicture {
  pictureSizeCheck(pictureSizeRead('jpeg', bytes));
  try {
    const { width, height, data } = decode(bytes, {
      useTArray: true,
      formatAsRGBA: false,
      tolerantDecoding: false,
      ...JPEG_LIMITS,
    });
    if (data.length !== width * height * 3) throw new RangeError('not three channels');
    return { width, height, grey: greyFromColour(data, 3) };
  } catch {
    throw new InputError('file-damaged', {
      code: 'english',
      text: 'The JPEG picture is damaged or of a kind that is not read (only usual 8-bit ones are); export it again.',
    });
  }
}
