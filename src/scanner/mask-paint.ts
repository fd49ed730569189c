import type { Mask } from '../domain/frame/frame.ts';
import { INK_TILE, type Inks } from './ink.ts';
import type { DeviceBox } from './layout.ts';

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
 * the strongest one wins each pixel; classes without ink count as background. Gives the box of painted pixels
 * beyond which everything is clear.
 */
export function maskPaint(mask: Mask, inks: Inks, words: Uint32Array): DeviceBox {
  const { width, height } = mask;
  const { classes, blocks, blocksAcross } = classesInked(mask, inks);
  words.fill(0);
  const around = new Uint8Array(9);
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let row = 0; row < height; row++) {
    const above = (row === 0 ? 0 : row - 1) * width;
    const here = row * width;
    const below = (row === height - 1 ? row : row + 1) * width;
    for (let column = 0; column < width; column++) {
      if (column % BLOCK === 0 && isEmptyAround(blocks, blocksAcross, height, column / BLOCK, row)) {
        column += BLOCK - 1;
        continue;
      }
      const before = column === 0 ? 0 : column - 1;
      const after = column === width - 1 ? column : column + 1;
      const middle = classes[here + column]!;
      around[0] = classes[above + before]!;
      around[1] = classes[above + column]!;
      around[2] = classes[above + after]!;
      around[3] = classes[here + before]!;
      around[4] = middle;
      around[5] = classes[here + after]!;
      around[6] = classes[below + before]!;
      around[7] = classes[below + column]!;
      around[8] = classes[below + after]!;
      if (!isUniform(around, middle)) cellBorder(words, width, column, row, around, inks);
      else if (middle === 0) continue;
      else cellFill(words, width, column, row, inks[middle]!.fill);
      if (column < left) left = column;
      if (column >= right) right = column + 1;
      if (row < top) top = row;
      bottom = row + 1;
    }
  }
  return boxOf(left, top, right, bottom);
}

/** The box in painted pixels of mask columns `left` to `right` and rows `top` to `bottom`, ends excluded. */
function boxOf(left: number, top: number, right: number, bottom: number): DeviceBox {
  if (right <= left) return { left: 0, top: 0, width: 0, height: 0 };
  return {
    left: left * PAINT_SCALE,
    top: top * PAINT_SCALE,
    width: (right - left) * PAINT_SCALE,
    height: (bottom - top) * PAINT_SCALE,
  };
}

/** Mask pixels in a row that are skipped together where nothing is near: most of a mask is background. */
const BLOCK = 8;

/** The mask's classes with those without ink set to 0, and for each block of a row whether it holds any. */
function classesInked(
  mask: Mask,
  inks: Inks,
): { readonly classes: Uint8Array; readonly blocks: Uint8Array; readonly blocksAcross: number } {
  const kept = Uint8Array.from({ length: 256 }, (_, value) => (inks[value] ? value : 0));
  const classes = new Uint8Array(mask.classes.length);
  const blocksAcross = Math.ceil(mask.width / BLOCK);
  const blocks = new Uint8Array(blocksAcross * mask.height);
  for (let row = 0, at = 0; row < mask.height; row++) {
    for (let column = 0; column < mask.width; column++, at++) {
      const value = kept[mask.classes[at]!]!;
      if (value === 0) continue;
      classes[at] = value;
      blocks[row * blocksAcross + Math.floor(column / BLOCK)] = 1;
    }
  }
  return { classes, blocks, blocksAcross };
}

/** Whether a block of a row and all eight blocks round it are background. */
function isEmptyAround(
  blocks: Uint8Array,
  across: number,
  height: number,
  block: number,
  row: number,
): boolean {
  for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
    for (let x = Math.max(0, block - 1); x <= Math.min(across - 1, block + 1); x++) {
      if (blocks[y * across + x] === 1) return false;
    }
  }
  return true;
}

function isUniform(around: Uint8Array, middle: number): boolean {
  for (let at = 0; at < 9; at++) if (around[at] !== middle) return false;
  return true;
}

/** A tile is a whole number of mask pixels wide, so that no mask pixel straddles two tiles. */
function cellFill(words: Uint32Array, width: number, column: number, row: number, tile: Uint32Array): void {
  const stride = width * PAINT_SCALE;
  const tileX = (column * PAINT_SCALE) % INK_TILE;
  const tileY = (row * PAINT_SCALE) % INK_TILE;
  for (let dy = 0; dy < PAINT_SCALE; dy++) {
    const to = (row * PAINT_SCALE + dy) * stride + column * PAINT_SCALE;
    const from = (tileY + dy) * INK_TILE + tileX;
    for (let dx = 0; dx < PAINT_SCALE; dx++) words[to + dx] = tile[from + dx]!;
  }
}

/**
 * Share of the second class in a cell where only two meet: 9 bits say which of the nine mask pixels are of the
 * second class, and each such neighbourhood has a share for every painted pixel of the middle one.
 */
const PAIR_SHARES: Float32Array = pairSharesOf();

function pairSharesOf(): Float32Array {
  const subs = PAINT_SCALE * PAINT_SCALE;
  const shares = new Float32Array(512 * subs);
  for (let bits = 0; bits < 512; bits++) {
    for (let sub = 0; sub < subs; sub++) {
      for (let tap = 0; tap < 9; tap++) {
        if ((bits >> tap) & 1) shares[bits * subs + sub]! += WEIGHTS[sub]![tap]!;
      }
    }
  }
  return shares;
}

function cellBorder(
  words: Uint32Array,
  width: number,
  column: number,
  row: number,
  around: Uint8Array,
  inks: Inks,
): void {
  const middle = around[4]!;
  let other = middle;
  let bits = 0;
  for (let tap = 0; tap < 9; tap++) {
    const value = around[tap]!;
    if (value === middle) continue;
    if (other === middle) other = value;
    if (value !== other) {
      cellMixed(words, width, column, row, around, inks);
      return;
    }
    bits |= 1 << tap;
  }
  for (let sub = 0; sub < PAINT_SCALE * PAINT_SCALE; sub++) {
    const lead = 1 - 2 * PAIR_SHARES[bits * PAINT_SCALE * PAINT_SCALE + sub]!;
    if (lead >= 0) wordSet(words, width, column, row, sub, inks, middle, other, lead);
    else wordSet(words, width, column, row, sub, inks, other, middle, -lead);
  }
}

const shares = new Float32Array(CLASSES);

/** Where three or more classes meet. */
function cellMixed(
  words: Uint32Array,
  width: number,
  column: number,
  row: number,
  around: Uint8Array,
  inks: Inks,
): void {
  for (let sub = 0; sub < PAINT_SCALE * PAINT_SCALE; sub++) {
    const weights = WEIGHTS[sub]!;
    shares.fill(0);
    for (let tap = 0; tap < 9; tap++) shares[around[tap]!]! += weights[tap]!;
    let best = 0;
    let next = 1;
    for (let value = 1; value < CLASSES; value++) {
      if (shares[value]! > shares[best]!) {
        next = best;
        best = value;
      } else if (shares[value]! > shares[next]!) next = value;
    }
    wordSet(words, width, column, row, sub, inks, best, next, shares[best]! - shares[next]!);
  }
}

function wordSet(
  words: Uint32Array,
  width: number,
  column: number,
  row: number,
  sub: number,
  inks: Inks,
  best: number,
  next: number,
  lead: number,
): void {
  const x = column * PAINT_SCALE + (sub % PAINT_SCALE);
  const y = row * PAINT_SCALE + Math.floor(sub / PAINT_SCALE);
  const tileAt = (y % INK_TILE) * INK_TILE + (x % INK_TILE);
  words[y * width * PAINT_SCALE + x] = borderWord(inks, best, next, lead, tileAt);
}

function borderWord(inks: Inks, best: number, next: number, lead: number, tileAt: number): number {
  if (best === 0) {
    if (lead >= SOFT_LEAD) return 0;
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
