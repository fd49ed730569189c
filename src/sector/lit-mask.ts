import { type GreyFrames, type Levels, levelsShrink } from './grey-levels.ts';

/** Which pixels of a clip ever show echoes, at a size that is cheap to analyse. */
export interface LitMask {
  readonly width: number;
  readonly height: number;
  /** 1 where an echo was seen, 0 elsewhere. */
  readonly lit: Uint8Array;
  /** The brightest that each pixel ever is, 0-255. */
  readonly levels: Float32Array;
  /** Mask pixels per image pixel. */
  readonly scale: number;
}

/** A page around a figure: this bright, and joined to the border of the image. */
const PAGE_GREY = 236;
/** Grey levels by which an echo stands out of an empty background that has no noise of its own. */
const ECHO_STEP = 4;

/**
 * A pixel this much fainter than the echoes beside it belongs to the halo that lossy compression leaves around an edge.
 */
const HALO_SHARE = 0.3;

/**
 * The pixels that stand out of the empty background in any of the frames, without what is thin or small
 * (letters, ticks, scales, logos) and with narrow gaps closed.
 */
export function litMask(frames: GreyFrames, width: number, height: number): LitMask {
  const small = brightestShrink(frames, width, height);
  const raw = levelsThreshold(small.levels, small.width, small.height);
  const closed = maskErode(maskDilate(raw, small.width, small.height, 3), small.width, small.height, 3);
  return { ...small, lit: bodiesKeep(closed, small.width, small.height) };
}

/** The pixels that stand out, without strokes of one or two pixels; no gap is closed, and small bodies stay. */
export function litRaw(frames: GreyFrames, width: number, height: number): LitMask {
  const small = brightestShrink(frames, width, height);
  const raw = levelsThreshold(small.levels, small.width, small.height);
  return { ...small, lit: maskErode(raw, small.width, small.height, 1) };
}

/** The brightest that each pixel ever is, at the size of the analysis, without the page around a figure. */
function brightestShrink(frames: GreyFrames, width: number, height: number): Levels {
  return levelsShrink(pageBlacken(framesMax(frames, width * height), width, height), width, height);
}

function framesMax(frames: GreyFrames, count: number): Uint8Array {
  const levels = new Uint8Array(count);
  for (const frame of frames) {
    for (let i = 0; i < count; i++) if (frame[i]! > levels[i]!) levels[i] = frame[i]!;
  }
  return levels;
}

/** Turns a white page that surrounds a figure black; anything bright that does not touch the border stays. */
function pageBlacken(levels: Uint8Array, width: number, height: number): Uint8Array {
  const border: number[] = [];
  for (let x = 0; x < width; x++) border.push(x, (height - 1) * width + x);
  for (let y = 0; y < height; y++) border.push(y * width, y * width + width - 1);
  const bright = border.filter((at) => levels[at]! >= PAGE_GREY);
  if (bright.length < border.length * 0.2) return levels;
  const stack = bright;
  while (stack.length > 0) {
    const at = stack.pop()!;
    if (levels[at]! < PAGE_GREY) continue;
    levels[at] = 0;
    const x = at % width;
    if (x > 0) stack.push(at - 1);
    if (x < width - 1) stack.push(at + 1);
    if (at >= width) stack.push(at - width);
    if (at < levels.length - width) stack.push(at + width);
  }
  return levels;
}

/**
 * The background is the quietest, darkest of blocks along the border (the corners above a fan are always empty);
 * where the border has nothing flat and dark, the image fills the raster and black is the background.
 */
function levelsThreshold(levels: Float32Array, width: number, height: number): Uint8Array {
  const side = Math.min(width, height, Math.max(3, Math.round(Math.min(width, height) / 24)));
  const corners: [left: number, top: number][] = [];
  for (let x = 0; x + side <= width; x += side) corners.push([x, 0], [x, height - side]);
  for (let y = 0; y + side <= height; y += side) corners.push([0, y], [width - side, y]);
  const unsteadiness = (block: Block): number => block.mean + 4 * block.spread;
  const background = corners
    .map(([left, top]) => blockMeasure(levels, width, left, top, side))
    .filter((block) => block.mean < 64 && block.spread < 2.5)
    .reduce<Block | null>(
      (best, block) => (best === null || unsteadiness(block) < unsteadiness(best) ? block : best),
      null,
    );
  const { mean, spread } = background ?? { mean: 0, spread: 0 };
  const step = Math.max(ECHO_STEP, 4 * spread);
  const peaks = windowMax(levels, width, height, 6);
  const lit = new Uint8Array(levels.length);
  for (let i = 0; i < lit.length; i++) {
    if (levels[i]! - mean > Math.max(step, HALO_SHARE * (peaks[i]! - mean))) lit[i] = 1;
  }
  return lit;
}

interface Block {
  readonly mean: number;
  readonly spread: number;
}

/** Mean and standard deviation of a square block. */
function blockMeasure(levels: Float32Array, width: number, left: number, top: number, side: number): Block {
  let sum = 0;
  let squares = 0;
  for (let y = top; y < top + side; y++) {
    for (let x = left; x < left + side; x++) {
      const v = levels[y * width + x]!;
      sum += v;
      squares += v * v;
    }
  }
  const mean = sum / (side * side);
  return { mean, spread: Math.sqrt(Math.max(0, squares / (side * side) - mean * mean)) };
}

/** Largest value within a square of side 2 `reach` + 1. */
function windowMax(levels: Float32Array, width: number, height: number, reach: number): Float32Array {
  const rows = new Float32Array(levels.length);
  const out = new Float32Array(levels.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const until = row + Math.min(width - 1, x + reach);
      let most = 0;
      for (let i = row + Math.max(0, x - reach); i <= until; i++) if (levels[i]! > most) most = levels[i]!;
      rows[row + x] = most;
    }
  }
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const until = Math.min(height - 1, y + reach) * width;
    for (let from = Math.max(0, y - reach) * width; from <= until; from += width) {
      for (let x = 0; x < width; x++) if (rows[from + x]! > out[row + x]!) out[row + x] = rows[from + x]!;
    }
  }
  return out;
}

/** Keeps the bodies that survive an opening and are not small beside the largest; their own edges are kept. */
function bodiesKeep(mask: Uint8Array, width: number, height: number): Uint8Array {
  const reach = Math.max(2, Math.round(Math.max(width, height) / 90));
  const opened = maskDilate(maskErode(mask, width, height, reach), width, height, reach);
  const { labels, areas } = maskLabel(opened, width, height);
  const largest = areas.reduce((most, area) => Math.max(most, area), 0);
  const kept = opened.map((_, i) => (labels[i]! > 0 && areas[labels[i]! - 1]! >= largest * 0.04 ? 1 : 0));
  const near = maskDilate(kept, width, height, 2);
  return mask.map((v, i) => v & near[i]!);
}

/** Numbers the 4-connected bodies from 1 and counts their pixels. */
function maskLabel(
  mask: Uint8Array,
  width: number,
  height: number,
): { labels: Uint32Array; areas: readonly number[] } {
  const labels = new Uint32Array(width * height);
  const areas: number[] = [];
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] === 0 || labels[start] !== 0) continue;
    const label = areas.length + 1;
    const stack = [start];
    labels[start] = label;
    let area = 0;
    const visit = (at: number): void => {
      if (mask[at] === 1 && labels[at] === 0) {
        labels[at] = label;
        stack.push(at);
      }
    };
    while (stack.length > 0) {
      const at = stack.pop()!;
      area += 1;
      const x = at % width;
      if (x > 0) visit(at - 1);
      if (x < width - 1) visit(at + 1);
      if (at >= width) visit(at - width);
      if (at < mask.length - width) visit(at + width);
    }
    areas.push(area);
  }
  return { labels, areas };
}

/** Dilation by a square of side 2 `reach` + 1; outside the raster counts as unlit. */
function maskDilate(mask: Uint8Array, width: number, height: number, reach: number): Uint8Array {
  return maskWindow(mask, width, height, reach, 'any');
}

/** Erosion by the same square; outside the raster counts as lit, so that a cut edge does not recede. */
function maskErode(mask: Uint8Array, width: number, height: number, reach: number): Uint8Array {
  return maskWindow(mask, width, height, reach, 'all');
}

function maskWindow(
  mask: Uint8Array,
  width: number,
  height: number,
  reach: number,
  wanted: 'any' | 'all',
): Uint8Array {
  const isAll = wanted === 'all';
  const pass = (source: Uint8Array, lines: number, length: number, step: number, stride: number) => {
    const out = new Uint8Array(source.length);
    for (let line = 0; line < lines; line++) {
      const base = line * stride;
      let sum = 0;
      let count = 0;
      for (let i = 0; i < length + reach; i++) {
        if (i < length) {
          sum += source[base + i * step]!;
          count += 1;
        }
        const gone = i - 2 * reach - 1;
        if (gone >= 0) {
          sum -= source[base + gone * step]!;
          count -= 1;
        }
        const at = i - reach;
        if (at >= 0 && sum > 0 && (!isAll || sum === count)) out[base + at * step] = 1;
      }
    }
    return out;
  };
  const rows = pass(mask, height, width, 1, width);
  return pass(rows, width, height, width, 1);
}
