import type { Frame } from '../../domain/frame/frame.ts';
import { sectorInside } from '../../domain/frame/mask.ts';
import { pxFromMm, type Sector, sectorBounds } from '../../domain/geometry/sector.ts';
import { sectorInCrop } from '../../domain/geometry/sector-scale.ts';
import type { FrameSource, SourceFrame } from '../../ports/frame-source.ts';
import { type Crop, type GreyPainter, greyPainter } from './grey-painter.ts';

/** Longest side of the frames that leave: more than a screen shows or the network sees is of no use. */
const MAX_FRAME_PX = 1024;
/** Decoded grey levels that are kept, so that a looping clip is decoded once. */
const CACHE_BYTES = 192 * 1024 * 1024;
/** How long the last picture stays before the loop, where the file does not say: 25 frames a second. */
const USUAL_GAP_MS = 40;

/** The pictures behind a source: of a video, or the only one of a picture. */
export interface Pictures {
  readonly timesMs: readonly number[];
  /** Gives at least picture `index` to the listener that the pictures were opened with. Calls do not overlap. */
  reach(index: number): Promise<void>;
  close(): void;
}

export interface ClipSourceOptions {
  readonly kind: 'clip' | 'picture';
  readonly width: number;
  readonly height: number;
  /** In pixels of the whole picture. */
  readonly sector: Sector;
  readonly open: (onPicture: (index: number, picture: CanvasImageSource) => void) => Promise<Pictures>;
  /** Told when playing breaks off, e.g. on a damaged picture. */
  readonly onError: (error: unknown) => void;
}

/**
 * Plays a clip in a loop at its own times. Only pixels of the sector leave: everything else, and with it any name
 * burned into the picture, is black before a frame is made.
 */
export function clipSource(options: ClipSourceOptions): FrameSource {
  const crop = sectorCrop(options.sector, options.width, options.height);
  const factor = Math.min(1, MAX_FRAME_PX / Math.max(crop.width, crop.height));
  const paint = greyPainter(crop, factor);
  const sector = sectorInCrop(options.sector, crop.left, crop.top, factor);
  const inside = sectorInside(sector, paint.width, paint.height);
  const cache = new Map<number, Uint8Array>();
  const cacheLimit = Math.max(2, Math.floor(CACHE_BYTES / inside.length));
  const pictures = options.open((index, picture) => {
    if (!cache.has(index)) cache.set(index, sectorGrey(paint, picture, inside));
    const oldest = cache.keys().next();
    if (cache.size > cacheLimit && !oldest.done) cache.delete(oldest.value);
  });
  // A failure to open is reported by whoever asks for a frame.
  pictures.catch(() => {});

  let current = 0;
  let playing = 0;
  let isClosed = false;
  let queue: Promise<unknown> = Promise.resolve();

  const frameAt = (index: number): Promise<SourceFrame> => {
    const work = queue.then(async () => {
      const source = await pictures;
      if (!cache.has(index)) await source.reach(index);
      const grey = cache.get(index);
      if (grey === undefined) throw new Error('The clip was closed.');
      const frame: Frame = {
        width: paint.width,
        height: paint.height,
        grey,
        sector,
        timeMs: source.timesMs[index] ?? 0,
      };
      return { frame, truth: null, index };
    });
    queue = work.catch(() => {});
    return work;
  };

  const run = async (session: number, listener: (shown: SourceFrame) => void): Promise<void> => {
    const { timesMs } = await pictures;
    let start = performance.now() - (timesMs[current] ?? 0);
    while (playing === session) {
      const shown = await frameAt(current);
      const late = performance.now() - start - shown.frame.timeMs;
      // A machine that decodes too slowly plays every picture, only later.
      if (late > 0) start += late;
      else await pause(-late);
      if (playing !== session) return;
      listener(shown);
      if (timesMs.length === 1) return;
      current = shown.index + 1;
      if (current < timesMs.length) continue;
      current = 0;
      start += shown.frame.timeMs + (timesMs[1]! - timesMs[0]! || USUAL_GAP_MS);
    }
  };

  return {
    kind: options.kind,
    play(listener) {
      if (isClosed) return;
      playing += 1;
      const session = playing;
      run(session, (shown) => listener(shown)).catch((error: unknown) => {
        if (playing === session && !isClosed) options.onError(error);
      });
    },
    async freeze(index) {
      playing += 1;
      const { timesMs } = await pictures;
      current = Math.max(0, Math.min(timesMs.length - 1, Math.round(index ?? current)));
      return frameAt(current);
    },
    close() {
      isClosed = true;
      playing += 1;
      pictures.then(
        (source) => source.close(),
        () => {},
      );
      cache.clear();
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function sectorGrey(paint: GreyPainter, picture: CanvasImageSource, inside: Uint8Array): Uint8Array {
  const grey = paint(picture);
  for (let i = 0; i < grey.length; i++) if (inside[i] === 0) grey[i] = 0;
  return grey;
}

/** The part of the picture that the sector's bounding box covers, in whole pixels. */
function sectorCrop(sector: Sector, width: number, height: number): Crop {
  const box = sectorBounds(sector);
  const from = pxFromMm(sector, { x: box.left, y: box.top });
  const to = pxFromMm(sector, { x: box.right, y: box.bottom });
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));
  const left = clamp(Math.floor(from.x), width - 1);
  const top = clamp(Math.floor(from.y), height - 1);
  return {
    left,
    top,
    width: Math.max(1, clamp(Math.ceil(to.x), width) - left),
    height: Math.max(1, clamp(Math.ceil(to.y), height) - top),
  };
}
