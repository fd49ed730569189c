import { dicomRead } from '../../formats/dicom/dicom-read.ts';
import { clipGroups, clipNameIs } from '../../formats/files/clip-groups.ts';
import type { PxBox } from '../../formats/files/image-series.ts';
import { InputError } from '../../formats/files/input-error.ts';
import { type FileKind, fileKind, KIND_BYTES } from '../../formats/files/picture-header.ts';
import { archiveRead } from '../../formats/zip/archive-read.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { jpegRead, pictureFileRead, pictureRead } from '../segment/picture-read.ts';
import { searchPlaces } from '../shared/clip-frames.ts';
import { videoFrames } from '../shared/video-frames.ts';

/** The images of a recording in which its sector is looked for. */
export interface Recording {
  readonly width: number;
  readonly height: number;
  /** Row-major grey levels 0-255, at least one image. */
  readonly greys: readonly Uint8Array[];
  /** Place and scale of the ultrasound image as the file states them. */
  readonly region: PxBox | null;
  readonly mmPerPx: number | null;
  /** Notes for a person, one sentence each. */
  readonly notes: readonly string[];
}

/** Images of the beginning of a recording that are read at all. */
const BEGINNING = 240;

/**
 * Reads a picture, a video or GIF (with FFmpeg), a DICOM file, or a zip of pictures or of one DICOM file.
 * @throws InputError or CommandError with one sentence
 */
export async function recordingRead(path: string): Promise<Recording> {
  const bytes = await pictureFileRead(path);
  const kind = fileKind(bytes);
  if (kind === 'png' || kind === 'jpeg' || kind === 'pgm') return picturesRead([bytes]);
  if (kind === 'dicom') return dicomRecording(bytes);
  if (kind === 'zip') return zipRecording(bytes);
  return videoRecording(path);
}

const READ_OF_ZIP: ReadonlySet<FileKind | null> = new Set(['png', 'jpeg', 'dicom']);

/** The pictures or the DICOM file in a zip, such as of a CD, whatever else lies on it. */
async function zipRecording(bytes: Uint8Array): Promise<Recording> {
  const { files, head, unpack } = await archiveRead(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  const known: { readonly at: number; readonly path: string; readonly kind: FileKind | null }[] = [];
  for (const [at, { path }] of files.entries()) {
    known.push({ at, path, kind: clipNameIs(path) ? fileKind(await head(at, KIND_BYTES)) : null });
  }
  const groups = clipGroups(known).filter(([first]) => READ_OF_ZIP.has(first!.kind));
  const [only] = groups;
  if (only === undefined) {
    throw new InputError('file-unknown', {
      code: 'english',
      text: 'There is no picture (PNG, JPEG) and no DICOM file in the zip; unpack it and name its files.',
    });
  }
  if (groups.length > 1) {
    throw new InputError('pictures-differ', {
      code: 'english',
      text: `There are ${groups.length} recordings in the zip; unpack it and name its files.`,
    });
  }
  const whole: Uint8Array[] = [];
  for (const { at } of only) whole.push(new Uint8Array(await (await unpack(at)).arrayBuffer()));
  return only[0]!.kind === 'dicom' ? dicomRecording(whole[0]!) : picturesRead(whole);
}

function picturesRead(files: readonly Uint8Array[]): Recording {
  const pictures = searchPlaces(files.length).map((place) => pictureRead(files[place]!));
  const { width, height } = pictures[0]!;
  if (!pictures.every((picture) => picture.width === width && picture.height === height)) {
    throw new InputError('pictures-differ', {
      code: 'english',
      text: 'The pictures in the zip are not all of one size; keep those of one recording.',
    });
  }
  return { width, height, greys: pictures.map(({ grey }) => grey), region: null, mmPerPx: null, notes: [] };
}

function dicomRecording(bytes: Uint8Array): Recording {
  const series = dicomRead(bytes);
  const { width, height, region, scale, pixelAspect, timesMs, notes } = series;
  if (pixelAspect !== 1) {
    throw new InputError('encoding-unsupported', {
      code: 'english',
      text: 'Its pixels are not square, which only the game itself evens out; open it there.',
    });
  }
  const greys = searchPlaces(timesMs.length).map((place) => {
    const image = series.image(place);
    if (image.kind === 'grey') return image.grey;
    const { grey } = jpegRead(image.jpeg);
    return image.isNegative ? grey.map((level) => 255 - level) : grey;
  });
  return { width, height, greys, region, mmPerPx: scale?.mmPerPx ?? null, notes: notes.map(messageSentence) };
}

async function videoRecording(path: string): Promise<Recording> {
  const images: Uint8Array[] = [];
  let width = 0;
  let height = 0;
  for await (const image of videoFrames(path)) {
    if (images.length > 0 && (image.width !== width || image.height !== height)) break;
    ({ width, height } = image);
    images.push(image.grey);
    if (images.length === BEGINNING) break;
  }
  return {
    width,
    height,
    greys: searchPlaces(images.length).map((place) => images[place]!),
    region: null,
    mmPerPx: null,
    notes: [],
  };
}
