import { type KnownScale, sectorInCrop, sectorWithScale } from '../../domain/geometry/sector-scale.ts';
import type { PxBox } from '../../formats/files/image-series.ts';
import { pictureSizeCheck } from '../../formats/files/picture-header.ts';
import type { ScreenPanel } from '../../sector/b-mode-panel.ts';
import type { SectorFound } from '../../sector/sector-found.ts';

import type { Clip } from './clip.ts';
import type { Opening } from './clip-opening.ts';
import { type GreyPainter, greyPainter } from './grey-painter.ts';
import type { Picture, PicturesOpen } from './picture.ts';
import { type SectorFinder, sectorFinder } from './sector-finder.ts';
import { videoDamaged } from './video-damaged.ts';

/** Pictures of a clip in which the sector is looked for, out of its first ones. */
const SEARCHED = 12;
const SEARCHED_OF = 240;
/** Longest side of the pictures that the search sees. */
const SEARCH_PX = 640;
/** Longest side of the pictures in which the depth scale is read: its marks are a few pixels large. */
const TICKS_PX = 1600;

/** The outcome of a look through the first pictures of a clip. */
export interface SectorSearch {
  readonly width: number;
  readonly height: number;
  /** The first picture, whole. */
  readonly preview: OffscreenCanvas;
  readonly found: SectorFound | null;
  readonly known: Clip['known'];
  readonly strip: Clip['strip'];
}

/** Place and scale of the ultrasound image as the file itself states them, in pixels of its pictures as they are shown. */
export interface SectorKnown {
  readonly region: PxBox | null;
  readonly scale: KnownScale | null;
}

/** @throws InputError of the size of the pictures, or of the file when it cannot be decoded; AbortError */
export async function sectorSearch(
  open: PicturesOpen,
  count: number,
  known: SectorKnown,
  { signal, onProgress }: Opening,
): Promise<SectorSearch> {
  const span = Math.min(count, SEARCHED_OF);
  const searched = Math.min(SEARCHED, span);
  const wanted = new Set(Array.from({ length: searched }, (_, i) => Math.floor((i * span) / searched)));
  const seen = new Set<number>();
  const held: { look: Look | null } = { look: null };
  const pictures = await open((index, picture) => {
    if (!wanted.has(index) || seen.has(index)) return;
    seen.add(index);
    held.look ??= lookBegin(picture, known);
    held.look.add(picture);
  });
  try {
    for (const index of wanted) {
      signal?.throwIfAborted();
      onProgress?.({ step: 'reading', done: seen.size, all: wanted.size });
      if (!seen.has(index)) await pictures.reach(index);
    }
    signal?.throwIfAborted();
    if (held.look === null) throw videoDamaged();
    const finder = sectorFinder(signal);
    return await held.look.end(finder).finally(() => finder.close());
  } finally {
    pictures.close();
  }
}

interface Look {
  add(picture: Picture): void;
  end(finder: SectorFinder): Promise<SectorSearch>;
}

function lookBegin(first: Picture, { region, scale: known }: SectorKnown): Look {
  const { width, height } = first;
  // The header of a video may hide how large its pictures are.
  pictureSizeCheck({ width, height });
  const preview = new OffscreenCanvas(width, height);
  const whole: PxBox = { left: 0, top: 0, width, height };
  const context = preview.getContext('2d');
  if (context !== null) first.draw(context, whole, width, height);
  const part = region ?? whole;
  const factor = Math.min(1, SEARCH_PX / Math.max(part.width, part.height));
  const paint = greyPainter(part, factor);
  const steady = known === null ? steadyCreate(whole) : null;
  const greys: Uint8Array[] = [];
  return {
    add(picture) {
      greys.push(paint(picture));
      steady?.add(picture);
    },
    async end(finder) {
      const scale = known === null ? {} : { ...known, mmPerPx: known.mmPerPx / factor };
      // A region that the file states is that of one image. Looked for first: `find` takes the pictures with it.
      const stripSeen = region === null ? await finder.strip(greys, paint.width, paint.height) : null;
      const strip = stripSeen && panelScaled(stripSeen, 1 / factor);
      const inPart = await finder.find(greys, paint.width, paint.height, scale, region !== null);
      if (inPart === null) return { width, height, preview, found: null, known, strip };
      const sector = sectorInCrop(sectorInCrop(inPart.sector, 0, 0, 1 / factor), -part.left, -part.top, 1);
      const found = { ...inPart, sector };
      const read = (await steady?.read(found, finder)) ?? null;
      if (read === null) return { width, height, preview, found, known, strip };
      return {
        width,
        height,
        preview,
        found: { ...found, sector: sectorWithScale(sector, read), scale: 'ticks' },
        known: { mmPerPx: read, origin: 'ticks' },
        strip,
      };
    },
  };
}

function panelScaled({ left, top, width, height }: ScreenPanel, factor: number): ScreenPanel {
  return {
    left: Math.round(left * factor),
    top: Math.round(top * factor),
    width: Math.round(width * factor),
    height: Math.round(height * factor),
  };
}

/** The darkest that each pixel ever is, which keeps what stays the same, as scales do and echoes do not. */
function steadyCreate(whole: PxBox): {
  add(picture: Picture): void;
  /** Millimetres per pixel of the whole picture, by the depth scale beside the sector. */
  read(found: SectorFound, finder: SectorFinder): Promise<number | null>;
} {
  const factor = Math.min(1, TICKS_PX / Math.max(whole.width, whole.height));
  const paint: GreyPainter & { readonly width: number; readonly height: number } = greyPainter(whole, factor);
  let darkest: Uint8Array | null = null;
  return {
    add(picture) {
      const grey = paint(picture);
      if (darkest === null) darkest = grey;
      else for (let i = 0; i < grey.length; i++) if (grey[i]! < darkest[i]!) darkest[i] = grey[i]!;
    },
    async read(found, finder) {
      if (darkest === null) return null;
      const sector = sectorInCrop(found.sector, 0, 0, factor);
      const ticks = await finder.ticks(darkest, paint.width, paint.height, sector);
      return ticks === null ? null : ticks.mmPerPx * factor;
    },
  };
}
