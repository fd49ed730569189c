import type { FilePrint } from '../../domain/frame/clip-used.ts';
import { InputError } from '../../domain/frame/input-error.ts';
import {
  fileKind,
  fileSizeCheck,
  MAX_SIDE_PX,
  pictureSizeCheck,
  pictureSizeRead,
} from '../../domain/frame/picture-header.ts';
import type { Sector } from '../../domain/geometry/sector.ts';
import { type SectorFound, sectorFind } from '../../domain/geometry/sector-find.ts';
import { type SectorScale, sectorInCrop } from '../../domain/geometry/sector-scale.ts';
import type { FrameSource } from '../../ports/frame-source.ts';
import { byteWindow } from './byte-window.ts';
import { clipSource, type Pictures } from './clip-source.ts';
import { filePrint } from './file-print.ts';
import { greyPainter } from './grey-painter.ts';
import { mp4Read } from './mp4-read.ts';
import { videoReader } from './video-reader.ts';
import type { VideoTrack } from './video-track.ts';
import { webmRead } from './webm-read.ts';

/** Pictures of a video in which the sector is looked for, out of its first ones. */
const SEARCHED = 12;
const SEARCHED_OF = 240;
/** Longest side of the pictures that the search sees. */
const SEARCH_PX = 640;

/** A dropped file, opened and looked through. Its pixels stay in here: only sectors and their frames leave. */
export interface Clip {
  readonly kind: 'clip' | 'picture';
  readonly file: FilePrint;
  /** Pixels of the whole picture. */
  readonly width: number;
  readonly height: number;
  readonly frameCount: number;
  readonly durationMs: number;
  /** Where the ultrasound image seems to be, in pixels of the whole picture; null when it must be set by hand. */
  readonly found: SectorFound | null;
  /** Draws the first picture whole on a canvas of the page, at full size, for the three clicks. */
  previewPaint(canvas: HTMLCanvasElement): void;
  /**
   * The clip within a sector: the found one, or one set by hand. Close it before another is opened.
   * `onError` is told when playing breaks off.
   */
  source(sector: Sector, onError?: (error: unknown) => void): FrameSource;
  /** Lets go of the pictures; sources that are still open go on. */
  close(): void;
}

export interface ClipOptions {
  /** What is known of the scale; a usual depth is assumed otherwise. */
  readonly scale?: SectorScale;
}

/**
 * Opens a picture (PNG, JPEG) or video (MP4, MOV, WebM) by what its bytes say, and finds the sector in it.
 * @throws InputError with one sentence for whatever cannot be used.
 */
export async function clipOpen(file: Blob, name: string, options: ClipOptions = {}): Promise<Clip> {
  fileSizeCheck(file.size);
  const kind = fileKind(new Uint8Array(await file.slice(0, 64).arrayBuffer()));
  if (kind === 'png' || kind === 'jpeg') {
    return pictureOpen(file, await filePrint(file, name), kind, options);
  }
  if (kind === 'mp4' || kind === 'webm') {
    const bytes = byteWindow(file);
    const track = await (kind === 'mp4' ? mp4Read(bytes) : webmRead(bytes));
    return videoOpen(file, await filePrint(file, name), track, options);
  }
  throw new InputError(
    'file-unknown',
    `${name} is neither a picture (PNG, JPEG) nor a video (MP4, MOV, WebM); choose another file.`,
  );
}

async function pictureOpen(
  file: Blob,
  print: FilePrint,
  kind: 'png' | 'jpeg',
  options: ClipOptions,
): Promise<Clip> {
  // A JPEG may carry previews and colour profiles before its size.
  const head = new Uint8Array(await file.slice(0, kind === 'png' ? 64 : 1 << 22).arrayBuffer());
  pictureSizeCheck(pictureSizeRead(kind, head));
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new InputError(
      'file-damaged',
      `The ${kind.toUpperCase()} picture is damaged or cut off; export the picture again.`,
    );
  });
  const { width, height } = bitmap;
  const search = searchPainter(width, height);
  return {
    kind: 'picture',
    file: print,
    width,
    height,
    frameCount: 1,
    durationMs: 0,
    found: search.find([search.paint(bitmap)], options.scale ?? {}),
    previewPaint: (canvas) => previewDraw(canvas, bitmap, width, height),
    source: (sector, onError = () => {}) =>
      clipSource({
        kind: 'picture',
        width,
        height,
        sector,
        onError,
        open: async (onPicture): Promise<Pictures> => {
          onPicture(0, bitmap);
          return { timesMs: [0], reach: async () => onPicture(0, bitmap), close: () => {} };
        },
      }),
    close: () => bitmap.close(),
  };
}

async function videoOpen(
  file: Blob,
  print: FilePrint,
  track: VideoTrack | null,
  options: ClipOptions,
): Promise<Clip> {
  if (track === null || (track.samples.length === 0 && !track.isCutOff)) {
    throw new InputError(
      'video-without-pictures',
      'The file holds no moving picture, perhaps sound alone; choose another video.',
    );
  }
  if (track.isCutOff || !track.samples.some((sample) => sample.isKey)) {
    throw new InputError(
      'file-damaged',
      'The video breaks off before its end: the file is damaged or was not copied whole; copy or export it again.',
    );
  }
  pictureSizeCheck(track);
  const searched = await videoSearch(file, track, options.scale ?? {});
  const { width, height, preview, found, timesMs } = searched;
  return {
    kind: 'clip',
    file: print,
    width,
    height,
    frameCount: timesMs.length,
    durationMs: timesMs.at(-1) ?? 0,
    found,
    previewPaint: (canvas) => previewDraw(canvas, preview, width, height),
    source: (sector, onError = () => {}) =>
      clipSource({
        kind: 'clip',
        width,
        height,
        sector,
        onError,
        open: (onPicture) => videoReader(file, track, onPicture),
      }),
    close: () => {
      preview.width = 0;
      preview.height = 0;
    },
  };
}

/** Decodes pictures from the beginning of a video, keeps the first for the preview, and finds the sector. */
async function videoSearch(
  file: Blob,
  track: VideoTrack,
  scale: SectorScale,
): Promise<{
  readonly width: number;
  readonly height: number;
  readonly preview: OffscreenCanvas;
  readonly found: SectorFound | null;
  readonly timesMs: readonly number[];
}> {
  const span = Math.min(track.samples.length, SEARCHED_OF);
  const wanted = new Set(
    Array.from({ length: Math.min(SEARCHED, span) }, (_, i) =>
      Math.floor((i * span) / Math.min(SEARCHED, span)),
    ),
  );
  const greys = new Map<number, Uint8Array>();
  const painted: Painted[] = [];
  const reader = await videoReader(file, track, (index, picture) => {
    if (!wanted.has(index)) return;
    const first = painted[0] ?? paintedBegin(picture);
    if (painted.length === 0) painted.push(first);
    if (first.search !== null) greys.set(index, first.search.paint(picture));
  });
  try {
    for (const index of wanted) if (!greys.has(index)) await reader.reach(index);
    const first = painted[0];
    if (first === undefined) {
      throw new InputError('video-without-pictures', 'The video shows no picture; choose another video.');
    }
    pictureSizeCheck(first);
    return {
      width: first.width,
      height: first.height,
      preview: first.preview,
      found: first.search?.find([...greys.values()], scale) ?? null,
      timesMs: reader.timesMs,
    };
  } finally {
    reader.close();
  }
}

/** The first picture of a video; nothing is painted of one that is too large, which its header may hide. */
interface Painted {
  readonly width: number;
  readonly height: number;
  readonly preview: OffscreenCanvas;
  readonly search: SearchPainter | null;
}

function paintedBegin(picture: VideoFrame): Painted {
  const { displayWidth: width, displayHeight: height } = picture;
  if (width > MAX_SIDE_PX || height > MAX_SIDE_PX) {
    return { width, height, preview: new OffscreenCanvas(1, 1), search: null };
  }
  const preview = new OffscreenCanvas(width, height);
  preview.getContext('2d')?.drawImage(picture, 0, 0);
  return { width, height, preview, search: searchPainter(width, height) };
}

interface SearchPainter {
  paint(picture: CanvasImageSource): Uint8Array;
  find(greys: readonly Uint8Array[], scale: SectorScale): SectorFound | null;
}

/** Paints pictures small and finds the sector in them, given back in pixels of the whole picture. */
function searchPainter(width: number, height: number): SearchPainter {
  const factor = Math.min(1, SEARCH_PX / Math.max(width, height));
  const paint = greyPainter({ left: 0, top: 0, width, height }, factor);
  return {
    paint,
    find(greys, scale) {
      const inSearch = scale.mmPerPx === undefined ? scale : { ...scale, mmPerPx: scale.mmPerPx / factor };
      const found = sectorFind(greys, paint.width, paint.height, inSearch);
      return found === null ? null : { ...found, sector: sectorInCrop(found.sector, 0, 0, 1 / factor) };
    },
  };
}

function previewDraw(
  canvas: HTMLCanvasElement,
  picture: CanvasImageSource,
  width: number,
  height: number,
): void {
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
}
