import type { ImageSeries } from '../files/image-series.ts';
import { pictureSizeCheck } from '../files/picture-header.ts';
import { blocksJoin, type GifImage, gifBlocks, gifDamaged } from './gif-blocks.ts';
import { gifUnpack } from './gif-lzw.ts';

/** First row and step of the four passes of an interlaced image. */
const PASSES = [
  [0, 8],
  [4, 8],
  [2, 4],
  [1, 2],
] as const;

/**
 * The images of a GIF in grey, each as it stands on the screen once drawn over those before it; what nothing was
 * drawn on is black. Decoded here, not by the browser: not every browser gives the single images of a GIF.
 * @throws InputError `file-damaged`, `picture-too-small`, `picture-too-large`
 */
export function gifRead(bytes: Uint8Array): ImageSeries {
  const { width, height, images, isEnded } = gifBlocks(bytes);
  if (images.length === 0) throw gifDamaged();
  pictureSizeCheck({ width, height });
  let timeMs = 0;
  const timesMs = images.map(({ shownMs }) => {
    const at = timeMs;
    timeMs += shownMs;
    return at;
  });
  const screen = screenCreate(bytes, width, height, images);
  return {
    width,
    height,
    pixelAspect: 1,
    timesMs,
    region: null,
    scale: null,
    tagsRemoved: [],
    notes: isEnded ? [] : [{ code: 'gifWithoutEnd' }],
    image: (index) => ({ kind: 'grey', grey: screen(index) }),
  };
}

/** Bytes for screens that are kept to go back to. */
const KEPT_BYTES = 96 * 1024 * 1024;
/** Nearer than this none are kept: drawing so many images takes no time that anyone sees. */
const KEPT_EVERY = 16;

/** Gives the screen after an image; going on from the last one is quick, going back begins at the nearest that is kept. */
function screenCreate(
  bytes: Uint8Array,
  width: number,
  height: number,
  images: readonly GifImage[],
): (index: number) => Uint8Array {
  let shown = new Uint8Array(width * height);
  let before: Uint8Array = shown;
  let drawn = -1;
  const keptMost = Math.max(1, Math.floor(KEPT_BYTES / (2 * width * height)));
  const every = Math.max(KEPT_EVERY, Math.ceil(images.length / keptMost));
  const kept: { readonly shown: Uint8Array; readonly before: Uint8Array }[] = [];
  const goBack = (index: number): void => {
    const at = Math.min(kept.length, Math.floor((index + 1) / every));
    const from = kept[at - 1];
    shown = from?.shown.slice() ?? new Uint8Array(width * height);
    before = from?.before ?? shown;
    drawn = at * every - 1;
  };
  const dispose = (image: GifImage): void => {
    if (image.disposal === 'restore') shown.set(before);
    if (image.disposal !== 'blacken') return;
    const right = Math.min(width, image.left + image.width);
    for (let row = image.top; row < Math.min(height, image.top + image.height); row++) {
      shown.fill(0, row * width + Math.min(width, image.left), row * width + right);
    }
  };
  const draw = (image: GifImage, indices: Uint8Array): void => {
    let row = 0;
    for (const [first, step] of image.isInterlaced ? PASSES : ([[0, 1]] as const)) {
      for (let to = first; to < image.height; to += step, row++) {
        rowDraw(shown, width, height, image, indices, row, to);
      }
    }
  };
  return (index) => {
    if (index < drawn) goBack(index);
    while (drawn < index) {
      const last = images[drawn];
      const image = images[drawn + 1]!;
      const indices = indicesOf(bytes, image);
      if (last !== undefined) dispose(last);
      if (image.disposal === 'restore') before = shown.slice();
      draw(image, indices);
      drawn += 1;
      if (drawn === (kept.length + 1) * every - 1) {
        kept.push({ shown: shown.slice(), before });
      }
    }
    return shown.slice();
  };
}

function indicesOf(bytes: Uint8Array, { width, height, minimumBits, dataAt }: GifImage): Uint8Array {
  if (minimumBits < 1 || minimumBits > 8) throw gifDamaged();
  pictureSizeCheckPart(width, height);
  const indices = gifUnpack(blocksJoin(bytes, dataAt), minimumBits, width * height);
  if (indices === null) throw gifDamaged();
  return indices;
}

/** A part of the screen may be tiny, but not larger than any screen. */
function pictureSizeCheckPart(width: number, height: number): void {
  pictureSizeCheck({ width: Math.max(64, width), height: Math.max(64, height) });
}

function rowDraw(
  shown: Uint8Array,
  width: number,
  height: number,
  { left, top, width: across, greys, clearIndex }: GifImage,
  indices: Uint8Array,
  from: number,
  to: number,
): void {
  if (top + to >= height) return;
  for (let column = 0; column < Math.min(across, width - left); column++) {
    const index = indices[from * across + column]!;
    if (index !== clearIndex) shown[(top + to) * width + left + column] = greys[index]!;
  }
}
