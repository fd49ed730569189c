import type { MaskShape, PxSize } from '../../domain/annotation/annotation.ts';
import { maskPixels, maskRuns } from '../../domain/annotation/mask-runs.ts';

type MaskArea = Pick<MaskShape, 'left' | 'top' | 'width' | 'height' | 'runs'>;

/** Letters of a packed length begin at this one, five bits in each. */
const FIRST_LETTER = 48;
const LETTERS_MOST = 7;

/**
 * Lengths of runs from COCO's letters: five bits a letter, lowest first, the sixth says that more come; from the fourth
 * length on as the difference to the one before the last. Null where they are not that.
 */
export function countsUnpack(letters: string): number[] | null {
  const counts: number[] = [];
  let at = 0;
  while (at < letters.length) {
    let value = 0;
    let bits = 0;
    let letter = 0;
    let more = true;
    while (more) {
      if (at >= letters.length || bits === LETTERS_MOST) return null;
      letter = letters.charCodeAt(at) - FIRST_LETTER;
      if (letter < 0 || letter > 63) return null;
      value += (letter & 31) * 32 ** bits;
      more = (letter & 32) !== 0;
      at += 1;
      bits += 1;
    }
    if ((letter & 16) !== 0) value -= 32 ** bits;
    counts.push(counts.length > 2 ? value + counts[counts.length - 2]! : value);
  }
  return counts;
}

/**
 * A mask from COCO's runs: down the columns of the whole image, outside and inside in turn. Null where they do not fill
 * it, or hold nothing.
 */
export function maskFromCounts(counts: readonly number[], size: PxSize): MaskArea | null {
  const { width, height } = size;
  const box = { left: width, right: -1, top: height, bottom: -1 };
  const inside: [from: number, to: number][] = [];
  let at = 0;
  for (const [i, count] of counts.entries()) {
    if (!Number.isInteger(count) || count < 0 || at + count > width * height) return null;
    if (i % 2 === 1 && count > 0) {
      const last = at + count - 1;
      const [first, end] = [Math.floor(at / height), Math.floor(last / height)];
      box.left = Math.min(box.left, first);
      box.right = Math.max(box.right, end);
      box.top = Math.min(box.top, first === end ? at % height : 0);
      box.bottom = Math.max(box.bottom, first === end ? last % height : height - 1);
      inside.push([at, last]);
    }
    at += count;
  }
  if (at !== width * height || box.right < 0) return null;
  const area = {
    left: box.left,
    top: box.top,
    width: box.right - box.left + 1,
    height: box.bottom - box.top + 1,
  };
  const pixels = new Uint8Array(area.width * area.height);
  for (const [from, to] of inside) {
    for (let place = from; place <= to; place++) {
      const [column, row] = [Math.floor(place / height) - area.left, (place % height) - area.top];
      pixels[row * area.width + column] = 1;
    }
  }
  return { ...area, runs: maskRuns(pixels) };
}

/** COCO's runs of a mask: down the columns of the whole image. */
export function countsOfMask(mask: MaskArea, { width, height }: PxSize): readonly number[] {
  const pixels = maskPixels(mask);
  const counts: number[] = [];
  let value = 0;
  let length = 0;
  const add = (own: number, many: number): void => {
    if (own !== value) {
      counts.push(length);
      value = own;
      length = 0;
    }
    length += many;
  };
  add(0, mask.left * height);
  for (let column = 0; column < mask.width; column++) {
    add(0, mask.top);
    for (let row = 0; row < mask.height; row++) add(pixels[row * mask.width + column]!, 1);
    add(0, height - mask.top - mask.height);
  }
  add(0, (width - mask.left - mask.width) * height);
  counts.push(length);
  return counts;
}
