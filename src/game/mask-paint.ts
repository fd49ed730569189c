import type { Mask } from '../domain/frame/frame.ts';
import { INK_TILE, type Inks } from './ink.ts';

/** How many painted pixels a mask pixel is wide. */
export const PAINT_SCALE = 3;

const CLASSES = 8;

/** Where the winning class leads by less than this share, the pixel belongs to the outline. */
const OUTLINE_LEAD = 0.85;

/** Half the width, as a lead, of the soft border towards the background: about one painted pixel. */
const SOFT_LEAD = 0.75 / PAINT_SCALE;

/**
 * Weights of the 3 x 3 mask pixels round each of the PAINT_SCALE^2 painted pixels of the middle one: the
 * quadratic B-spline, whose level lines are smooth curves where the mask has steps.
 */
const WEIGHTS: readonly Float32Array[] = weightsOf();

function splineTaps(offset: number): readonly [number, number, number] {
  return [0.5 * (0.5 - offset) ** 2, 0.75 - offset * offset, 0.5 * (0.5 + offset) ** 2];
}

function weightsOf(): readonly Float32Array[] {
  const offsets = Array.from({ length: PAINT_SCALE }, (_, at) => (at + 0.5) / PAINT_SCALE - 0.5);
  return offsets.flatMap((dy) =>
    offsets.map((dx) => {
      const columns = splineTaps(dx);
      return Float32Array.from(splineTaps(dy).flatMap((row) => columns.map((column) => row * column)));
    }),
  );
}

/**
 * Paints a class mask, PAINT_SCALE times as large, into `words`: RGBA with straight alpha, red in the lowest
 * byte, `(width * PAINT_SCALE) * (height * PAINT_SCALE)` of them. Every class is smoothed by the B-spline and
 * the strongest one wins each pixel; classes without ink count as background.
 */
export function maskPaint(mask: Mask, inks: Inks, words: Uint32Array): void {
  const { width, height } = mask;
  const classes = classesInked(mask, inks);
  words.fill(0);
  const around = new Uint8Array(9);
  for (let row = 0; row < height; row++) {
    const above = (row === 0 ? 0 : row - 1) * width;
    const here = row * width;
    const below = (row === height - 1 ? row : row + 1) * width;
    for (let column = 0; column < width; column++) {
      const left = column === 0 ? 0 : column - 1;
      const right = column === width - 1 ? column : column + 1;
      const middle = classes[here + column]!;
      around[0] = classes[above + left]!;
      around[1] = classes[above + column]!;
      around[2] = classes[above + right]!;
      around[3] = classes[here + left]!;
      around[4] = middle;
      around[5] = classes[here + right]!;
      around[6] = classes[below + left]!;
      around[7] = classes[below + column]!;
      around[8] = classes[below + right]!;
      if (isUniform(around, middle)) {
        if (middle !== 0) cellFill(words, width, column, row, inks[middle]!.fill);
      } else cellBorder(words, width, column, row, around, inks);
    }
  }
}

/** The mask's classes with those without ink set to 0. */
function classesInked(mask: Mask, inks: Inks): Uint8Array {
  const kept = Uint8Array.from({ length: 256 }, (_, value) => (inks[value] ? value : 0));
  const classes = new Uint8Array(mask.classes.length);
  for (let at = 0; at < classes.length; at++) classes[at] = kept[mask.classes[at]!]!;
  return classes;
}

function isUniform(around: Uint8Array, middle: number): boolean {
  return (
    around[0] === middle &&
    around[1] === middle &&
    around[2] === middle &&
    around[3] === middle &&
    around[5] === middle &&
    around[6] === middle &&
    around[7] === middle &&
    around[8] === middle
  );
}

function cellFill(words: Uint32Array, width: number, column: number, row: number, tile: Uint32Array): void {
  const stride = width * PAINT_SCALE;
  for (let dy = 0; dy < PAINT_SCALE; dy++) {
    const y = row * PAINT_SCALE + dy;
    const tileRow = (y % INK_TILE) * INK_TILE;
    for (let dx = 0; dx < PAINT_SCALE; dx++) {
      const x = column * PAINT_SCALE + dx;
      words[y * stride + x] = tile[tileRow + (x % INK_TILE)]!;
    }
  }
}

const shares = new Float32Array(CLASSES);

function cellBorder(
  words: Uint32Array,
  width: number,
  column: number,
  row: number,
  around: Uint8Array,
  inks: Inks,
): void {
  const stride = width * PAINT_SCALE;
  for (let sub = 0; sub < PAINT_SCALE * PAINT_SCALE; sub++) {
    const weights = WEIGHTS[sub]!;
    shares.fill(0);
    for (let tap = 0; tap < 9; tap++) shares[around[tap]!]! += weights[tap]!;
    let best = 0;
    let next = -1;
    for (let value = 1; value < CLASSES; value++) {
      if (shares[value]! > shares[best]!) {
        next = best;
        best = value;
      } else if (next < 0 || shares[value]! > shares[next]!) next = value;
    }
    const lead = shares[best]! - shares[next]!;
    const x = column * PAINT_SCALE + (sub % PAINT_SCALE);
    const y = row * PAINT_SCALE + Math.floor(sub / PAINT_SCALE);
    const tileAt = (y % INK_TILE) * INK_TILE + (x % INK_TILE);
    words[y * stride + x] = borderWord(inks, best, next, lead, tileAt);
  }
}

function borderWord(inks: Inks, best: number, next: number, lead: number, tileAt: number): number {
  if (best === 0) {
    if (lead >= SOFT_LEAD || shares[next] === 0) return 0;
    return wordFade(inks[next]!.outline[tileAt]!, 0.5 - lead / (2 * SOFT_LEAD));
  }
  const ink = inks[best]!;
  if (lead >= OUTLINE_LEAD) return ink.fill[tileAt]!;
  const outline = ink.outline[tileAt]!;
  const word = outline >>> 24 > ink.fill[tileAt]! >>> 24 ? outline : ink.fill[tileAt]!;
  return next === 0 && lead < SOFT_LEAD ? wordFade(word, 0.5 + lead / (2 * SOFT_LEAD)) : word;
}

/** The word with its alpha times `share` (0-1). */
function wordFade(word: number, share: number): number {
  return ((Math.round((word >>> 24) * share) << 24) | (word & 0xffffff)) >>> 0;
}
