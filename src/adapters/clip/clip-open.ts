import type { FilePrint } from '../../domain/frame/clip-used.ts';
import { fileRefusal } from '../../formats/files/file-refusal.ts';
import type { RemoteSeries } from '../../formats/files/image-series.ts';
import { InputError } from '../../formats/files/input-error.ts';
import { type FileKind, fileKind, fileSizeCheck, KIND_BYTES } from '../../formats/files/picture-header.ts';
import type { Clip } from './clip.ts';
import type { ClipChoice } from './clip-choice.ts';
import { type Lot, type LotReaders, lotOpen } from './clip-lot.ts';
import { type ClipName, clipNameOf } from './clip-name.ts';
import type { Opening } from './clip-opening.ts';
import { clipFrames, clipSource, type PlayableClip } from './clip-source.ts';
import { givenParts, type ZipOpened, zipParts } from './file-parts.ts';
import type { FilePictures, NamedBlob } from './file-pictures.ts';
import { filePrint } from './file-print.ts';
import { sectorPixels } from './sector-painter.ts';
import { sectorSearch } from './sector-search.ts';
import { seriesPictures } from './series-pictures.ts';
import { stillsPictures } from './stills-pictures.ts';
import { videoPictures } from './video-pictures.ts';

/** Readers of formats that other adapters know. */
export interface ClipReaders {
  readonly zip: (file: Blob, signal?: AbortSignal) => Promise<ZipOpened>;
  readonly dicom: (file: Blob, signal?: AbortSignal) => Promise<RemoteSeries>;
  readonly gif: (file: Blob, signal?: AbortSignal) => Promise<RemoteSeries>;
}

/**
 * Opens a recording by what its bytes say: a video (MP4, MOV, WebM), an animated GIF, a picture (PNG, JPEG), several
 * pictures in the order of their names, a DICOM file, or a zip of these, such as of a CD; and finds the sector in it.
 * Where there are several clips they are given to choose from.
 * @throws InputError for whatever cannot be used, AbortError
 */
export async function clipOpen(
  files: readonly NamedBlob[],
  readers: ClipReaders,
  opening: Opening = {},
): Promise<Clip | ClipChoice> {
  const [first] = files;
  if (first === undefined) throw new InputError('file-empty', { code: 'fileNotChosen' });
  if (typeof OffscreenCanvas === 'undefined') {
    throw new InputError('decoder-missing', { code: 'browserWithoutCanvas' });
  }
  const lotReaders: LotReaders = {
    pictures: async (parts) =>
      parts.length === 1
        ? fileOpen(parts[0]!, await kindOf(parts[0]!), readers, opening)
        : stillsPictures(parts),
    look: clipLook,
  };
  const name = clipNameOf(first.name);
  if (files.length === 1) {
    const print = () => filePrint(first);
    if ((await kindOf(first)) === 'zip') {
      const parts = async ({ signal }: Opening) => zipParts(await readers.zip(first, signal));
      return lotOpen({ name, print, parts }, lotReaders, opening);
    }
    fileSizeCheck(first.size);
    return clipLook(await lotReaders.pictures([first]), name, await print(), opening);
  }
  const sorted = nameSorted(files);
  const lot: Lot = {
    name: { name: sorted[0]!.name, others: files.length - 1, size: null },
    // Together they are known again as one file would be that holds them one after another.
    print: () => filePrint(new Blob([...sorted])),
    parts: async () => givenParts(files),
  };
  return lotOpen(lot, lotReaders, opening);
}

async function kindOf(file: Blob): Promise<FileKind | null> {
  return fileKind(new Uint8Array(await file.slice(0, KIND_BYTES).arrayBuffer()));
}

/** As people count: picture 2 before picture 10. */
function nameSorted(files: readonly NamedBlob[]): readonly NamedBlob[] {
  const { compare } = new Intl.Collator('en', { numeric: true });
  return files.toSorted((a, b) => compare(a.name, b.name));
}

async function fileOpen(
  file: NamedBlob,
  kind: FileKind | null,
  readers: ClipReaders,
  { signal }: Opening,
): Promise<FilePictures> {
  if (kind === 'png' || kind === 'jpeg') return stillsPictures([file]);
  if (kind === 'mp4' || kind === 'webm') return videoPictures(file, kind);
  if (kind === 'gif') return seriesPictures(await readers.gif(file, signal));
  if (kind === 'dicom') return seriesPictures(await readers.dicom(file, signal));
  const { name } = file;
  const refusal = fileRefusal(new Uint8Array(await file.slice(0, KIND_BYTES).arrayBuffer()), name);
  throw new InputError('file-unknown', refusal ?? { code: 'fileOfNoKind', name });
}

async function clipLook(
  pictures: FilePictures,
  name: ClipName,
  file: FilePrint,
  opening: Opening,
): Promise<Clip> {
  const { kind, timesMs, tagsRemoved, open } = pictures;
  const search = await sectorSearch(open, timesMs.length, pictures, opening);
  const { width, height, preview, found, known, strip } = search;
  const partOf = (sector: PlayableClip['sector']): PlayableClip => ({
    kind,
    width,
    height,
    sector,
    timesMs,
    open,
  });
  return {
    kind,
    name,
    file,
    width,
    height,
    timesMs,
    found,
    known,
    strip,
    notes: pictures.notes,
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
