import { beamFromMm, mmFromPx, type Sector, sectorContains } from '../domain/geometry/sector.ts';
import { sectorInCrop } from '../domain/geometry/sector-scale.ts';
import { type GreyFrames, levelsShrink } from './grey-levels.ts';

/** The grey levels within an outline, over all its small squares that are not dark. */
export interface EchoTexture {
  /** Squares that were measured. */
  readonly cells: number;
  /** Share of them without any texture, 0-1. */
  readonly flat: number;
  /** Standard deviation over mean that three squares of four exceed. */
  readonly grain: number;
  /** Correlation of a pixel with the one beside it, -1 to 1; median. */
  readonly beside: number;
  /** How many times as unlike (in power) pixels below one another are as those side by side; median. */
  readonly across: number;
  /** Mean grey of the deepest quarter over that of the upper half. */
  readonly fade: number;
}

/** Longest side at which texture is measured: speckle is a few pixels large there, whatever size the picture has. */
const TEXTURE_PX = 640;
/** Frames that are looked at, the first one included. */
const FRAMES = 4;
const CELL_PX = 8;
/** Mean grey of a square that holds echoes; darker ones hold the machine's noise, or nothing. */
const LIT_GREY = 16;
/** Grey levels, standard deviation: what lossy compression leaves of an even area. */
const FLAT_GREY = 1.2;
/** A frame with fewer lit squares than this share of the most is one of a fade. */
const LIT_SHARE = 0.5;

/**
 * The texture of the frame that has most of it: a video's codec wipes it out of all frames but a few, and the first
 * ones may be black.
 * @param sector in pixels of the frames
 */
export function echoTexture(frames: GreyFrames, width: number, height: number, sector: Sector): EchoTexture {
  const count = Math.min(FRAMES, frames.length);
  const textures = Array.from({ length: count }, (_, i) =>
    frameTexture(frames[Math.floor((i * frames.length) / count)]!, width, height, sector),
  );
  const most = Math.max(...textures.map(({ cells }) => cells));
  return textures
    .filter(({ cells }) => cells >= LIT_SHARE * most)
    .reduce((best, one) => (one.grain > best.grain ? one : best));
}

function frameTexture(frame: Uint8Array, width: number, height: number, sector: Sector): EchoTexture {
  const { levels, scale, ...size } = levelsShrink(frame, width, height, TEXTURE_PX);
  const all = cellsInside(size, sectorInCrop(sector, 0, 0, scale)).map(({ first, depth }) => ({
    depth,
    ...cellMeasure(levels, size.width, first),
  }));
  const lit = all.filter(({ mean }) => mean >= LIT_GREY);
  const textured = lit.filter(({ spread }) => spread >= FLAT_GREY);
  const quantileOf = (cells: readonly Cell[], share: number, pick: (cell: Cell) => number): number =>
    quantile(cells.map(pick), share);
  return {
    cells: lit.length,
    flat: 1 - textured.length / Math.max(1, lit.length),
    grain: quantileOf(lit, 0.25, ({ mean, spread }) => spread / mean),
    beside: quantileOf(textured, 0.5, ({ beside }) => beside),
    across: quantileOf(textured, 0.5, ({ across }) => across),
    fade:
      meanOf(all.filter(({ depth }) => depth > 0.75)) /
      Math.max(1, meanOf(all.filter(({ depth }) => depth < 0.5))),
  };
}

function meanOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { mean }) => sum + mean, 0) / Math.max(1, cells.length);
}

/** Squares that lie in a sector with all their corners: index of the first pixel, and depth as a share of the sector's. */
function cellsInside(
  { width, height }: { readonly width: number; readonly height: number },
  sector: Sector,
): readonly { readonly first: number; readonly depth: number }[] {
  const cells: { first: number; depth: number }[] = [];
  const isIn = (x: number, y: number): boolean => sectorContains(sector, mmFromPx(sector, { x, y }));
  for (let top = 0; top + CELL_PX <= height; top += CELL_PX) {
    for (let left = 0; left + CELL_PX <= width; left += CELL_PX) {
      const [right, bottom] = [left + CELL_PX, top + CELL_PX];
      if (isIn(left, top) && isIn(right, top) && isIn(left, bottom) && isIn(right, bottom)) {
        const { depthMm } = beamFromMm(
          sector,
          mmFromPx(sector, { x: left + CELL_PX / 2, y: top + CELL_PX / 2 }),
        );
        cells.push({ first: top * width + left, depth: depthMm / sector.depthMm });
      }
    }
  }
  return cells;
}

interface Cell {
  readonly mean: number;
  readonly spread: number;
  readonly beside: number;
  readonly across: number;
}

function cellMeasure(levels: Float32Array, width: number, first: number): Cell {
  let sum = 0;
  let squares = 0;
  for (let row = 0; row < CELL_PX; row++) {
    for (let at = first + row * width, last = at + CELL_PX; at < last; at++) {
      sum += levels[at]!;
      squares += levels[at]! * levels[at]!;
    }
  }
  const mean = sum / CELL_PX ** 2;
  const power = Math.max(0, squares / CELL_PX ** 2 - mean * mean);
  let beside = 0;
  let unlikeBeside = 0;
  let unlikeBelow = 0;
  for (let row = 0; row < CELL_PX - 1; row++) {
    for (let at = first + row * width, last = at + CELL_PX - 1; at < last; at++) {
      const off = levels[at]! - mean;
      beside += off * (levels[at + 1]! - mean);
      unlikeBeside += (levels[at]! - levels[at + 1]!) ** 2;
      unlikeBelow += (levels[at]! - levels[at + width]!) ** 2;
    }
  }
  const pairs = (CELL_PX - 1) ** 2 * Math.max(1e-9, power);
  return {
    mean,
    spread: Math.sqrt(power),
    beside: beside / pairs,
    across: unlikeBelow / Math.max(1, unlikeBeside),
  };
}

/** The value below which a share of the list lies; 0 of an empty list. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
