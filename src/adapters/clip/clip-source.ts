import type { Frame } from '../../domain/frame/frame.ts';
import type { Sector } from '../../domain/geometry/sector.ts';
import type { FrameSource } from '../../ports/frame-source.ts';
import { framesSource } from './frames-source.ts';
import type { PicturesOpen } from './picture.ts';
import { sectorPainter } from './sector-painter.ts';

/** Decoded grey levels that are kept, so that a looping clip is decoded once. */
const CACHE_BYTES = 192 * 1024 * 1024;

/** A clip, or a picture, with its sector, that can be played. */
export interface PlayableClip {
  readonly kind: 'clip' | 'picture';
  /** Of whole pictures. */
  readonly width: number;
  readonly height: number;
  /** In pixels of the whole picture. */
  readonly sector: Sector;
  readonly timesMs: readonly number[];
  readonly open: PicturesOpen;
}

/** Plays a clip within a sector. Only pixels of the sector leave. */
export function clipSource(part: PlayableClip, onError: (error: unknown) => void): FrameSource {
  const painter = sectorPainter(part.sector, part.width, part.height);
  const { width, height, sector } = painter;
  const cache = new Map<number, Uint8Array>();
  const cacheLimit = Math.max(2, Math.floor(CACHE_BYTES / (width * height)));
  const pictures = part.open((index, picture) => {
    if (!cache.has(index)) cache.set(index, painter.paint(picture));
    const oldest = cache.keys().next();
    if (cache.size > cacheLimit && !oldest.done) cache.delete(oldest.value);
  });
  // A failure to open is reported by whoever asks for a frame.
  pictures.catch(() => {});
  return framesSource({
    kind: part.kind,
    timesMs: part.timesMs,
    onError,
    async frame(index): Promise<Frame> {
      const source = await pictures;
      if (!cache.has(index)) await source.reach(index);
      const grey = cache.get(index);
      if (grey === undefined) throw new Error('The clip was closed.');
      return { width, height, grey, sector, timeMs: part.timesMs[index]! };
    },
    close() {
      pictures.then(
        (source) => source.close(),
        () => {},
      );
      cache.clear();
    },
  });
}

/** Every frame of a clip within a sector, once and in order; `aborted` ends it early. */
export async function* clipFrames(part: PlayableClip, aborted?: AbortSignal): AsyncGenerator<Frame, void> {
  const painter = sectorPainter(part.sector, part.width, part.height);
  const { width, height, sector } = painter;
  const greys = new Map<number, Uint8Array>();
  const pictures = await part.open((index, picture) => {
    greys.set(index, painter.paint(picture));
  });
  try {
    for (const [index, timeMs] of part.timesMs.entries()) {
      if (aborted?.aborted === true) return;
      if (!greys.has(index)) await pictures.reach(index);
      const grey = greys.get(index);
      if (grey === undefined) return;
      greys.delete(index);
      yield { width, height, grey, sector, timeMs };
    }
  } finally {
    pictures.close();
  }
}
