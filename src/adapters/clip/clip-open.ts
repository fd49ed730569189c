import type { FilePrint } from '../../domain/frame/clip-used.ts';
import { fileRefusal } from '../../domain/frame/file-refusal.ts';
import type { ImageSeries } from '../../domain/frame/image-series.ts';
import { InputError } from '../../domain/frame/input-error.ts';
import {
  type FileKind,
  fileKind,
  fileSizeCheck,
  KIND_BYTES,
  pictureCountCheck,
} from '../../domain/frame/picture-header.ts';
import type { Clip } from './clip.ts';
import { type ClipPart, clipFrames, clipSource } from './clip-source.ts';
import type { FilePictures, NamedBlob } from './file-pictures.ts';
import { filePrint } from './file-print.ts';
import { sectorPixels } from './sector-painter.ts';
import { sectorSearch } from './sector-search.ts';
import { seriesPictures } from './series-pictures.ts';
import { stillsPictures } from './stills-pictures.ts';
import { videoPictures } from './video-pictures.ts';

/** Readers of formats that other adapters know. */
export interface ClipReaders {
  /** The files of a zip, in any order. */
  readonly zip: (file: Blob) => Promise<readonly NamedBlob[]>;
  readonly dicom: (file: Blob) => Promise<ImageSeries>;
  readonly gif: (file: Blob) => Promise<ImageSeries>;
}

/**
 * Opens a recording by what its bytes say: a video (MP4, MOV, WebM), an animated GIF, a picture (PNG, JPEG), several
 * pictures in the order of their names, a DICOM file, or a zip of one of these; and finds the sector in it.
 * @throws InputError with one sentence for whatever cannot be used.
 */
export async function clipOpen(files: readonly NamedBlob[], readers: ClipReaders): Promise<Clip> {
  const [first] = files;
  if (first === undefined) throw new InputError('file-empty', 'No file was chosen; choose a recording.');
  if (typeof OffscreenCanvas === 'undefined') {
    throw new InputError(
      'decoder-missing',
      'No file can be read here, since this browser lacks OffscreenCanvas; open Batsign in Chrome or Edge 69, Firefox 105, Safari 16.4 or newer.',
    );
  }
  for (const file of files) fileSizeCheck(file.size);
  fileSizeCheck(files.reduce((sum, { size }) => sum + size, 0));
  if (files.length === 1) {
    const kind = await kindOf(first);
    const { name } = first;
    const print = await filePrint(first);
    if (kind === 'zip')
      return clipLook(await partsOpen(await readers.zip(first), readers, name), name, print);
    return clipLook(await fileOpen(first, kind, readers), name, print);
  }
  const sorted = nameSorted(files);
  const name = `${sorted[0]!.name} and ${files.length - 1} more`;
  // Together they are known again as one file would be that holds them one after another.
  return clipLook(await partsOpen(files, readers, name), name, await filePrint(new Blob([...sorted])));
}

async function kindOf(file: Blob): Promise<FileKind | null> {
  return fileKind(new Uint8Array(await file.slice(0, KIND_BYTES).arrayBuffer()));
}

/** Several files: the pictures of one recording, or the only recording among them. */
async function partsOpen(
  files: readonly NamedBlob[],
  readers: ClipReaders,
  name: string,
): Promise<FilePictures> {
  const kinds = await Promise.all(files.map(kindOf));
  const stills = files.filter((_, at) => kinds[at] === 'png' || kinds[at] === 'jpeg');
  const others = files.filter((_, at) => ['mp4', 'webm', 'gif', 'dicom'].includes(kinds[at] ?? ''));
  const [other] = others;
  if (other !== undefined && others.length === 1 && stills.length === 0) {
    return fileOpen(other, kinds[files.indexOf(other)]!, readers);
  }
  if (others.length > 0) {
    throw new InputError(
      'pictures-differ',
      `There is more than one recording in ${name}; choose one video or DICOM file, or pictures alone.`,
    );
  }
  if (stills.length === 0) {
    throw new InputError(
      'file-unknown',
      `There is neither a picture nor a recording in ${name}; choose PNG or JPEG pictures, a video or a DICOM file.`,
    );
  }
  pictureCountCheck(stills.length);
  return stillsPictures(nameSorted(stills));
}

/** As people count: picture 2 before picture 10. */
function nameSorted(files: readonly NamedBlob[]): readonly NamedBlob[] {
  const { compare } = new Intl.Collator('en', { numeric: true });
  return files.toSorted((a, b) => compare(a.name, b.name));
}

async function fileOpen(file: NamedBlob, kind: FileKind | null, readers: ClipReaders): Promise<FilePictures> {
  if (kind === 'png' || kind === 'jpeg') return stillsPictures([file]);
  if (kind === 'mp4' || kind === 'webm') return videoPictures(file, kind);
  if (kind === 'gif') return seriesPictures(await readers.gif(file));
  if (kind === 'dicom') return seriesPictures(await readers.dicom(file));
  const refusal = fileRefusal(new Uint8Array(await file.slice(0, KIND_BYTES).arrayBuffer()));
  if (refusal !== null) throw new InputError('file-unknown', `${file.name} ${refusal}`);
  throw new InputError(
    'file-unknown',
    `${file.name} is neither a picture (PNG, JPEG, GIF), a video (MP4, MOV, WebM) nor a DICOM file; choose another file.`,
  );
}

async function clipLook(pictures: FilePictures, name: string, file: FilePrint): Promise<Clip> {
  const { kind, timesMs, tagsRemoved, notes, open } = pictures;
  const search = await sectorSearch(open, timesMs.length, pictures);
  const { width, height, preview, found, known } = search;
  const partOf = (sector: ClipPart['sector']): ClipPart => ({ kind, width, height, sector, timesMs, open });
  return {
    kind,
    name,
    file,
    width,
    height,
    timesMs,
    found,
    known,
    notes,
    previewPaint(canvas) {
      canvas.width = width;
      canvas.height = height;
      if (preview.width > 0) canvas.getContext('2d')?.drawImage(preview, 0, 0);
    },
    source: (sector, onError = () => {}) => clipSource(partOf(sector), onError),
    frames: (sector, aborted) => clipFrames(partOf(sector), aborted),
    removed: (sector) => ({
      pixels: width * height - sectorPixels(sector, width, height),
      pixelsAll: width * height,
      tags: tagsRemoved,
    }),
    close() {
      preview.width = 0;
      preview.height = 0;
    },
  };
}
