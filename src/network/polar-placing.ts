import { geometryMemory, type RasterGeometry } from '../domain/frame/geometry-memory.ts';
import { frameFitMapOf, MASK_SIZE } from '../domain/frame/resample.ts';
import { beamFromMm, mmFromPx, type Sector } from '../domain/geometry/sector.ts';
import type { PolarSize } from './polar-sampling.ts';

/** Which four cells of a polar raster make each pixel of a mask. Depends on geometry alone: computed once per exam. */
export interface PolarPlacing {
  readonly size: PolarSize;
  /** The frame's sector, fitted into a square of MASK_SIZE pixels. */
  readonly sector: Sector;
  /** The mask's pixels that lie in the sector and in the frame's own raster. */
  readonly pixels: Int32Array;
  /** Per pixel: the cell above and to the left of its centre, and the shares of the next line and sample, 0-256. */
  readonly base: Int32Array;
  readonly lineShare: Uint16Array;
  readonly sampleShare: Uint16Array;
}

const SHARE_ONE = 256;

function polarPlacing(geometry: RasterGeometry, size: PolarSize): PolarPlacing {
  const { sector, inside } = frameFitMapOf(geometry, MASK_SIZE);
  const pixels = Int32Array.from([...inside.keys()].filter((pixel) => inside[pixel] === 1));
  const base = new Int32Array(pixels.length);
  const lineShare = new Uint16Array(pixels.length);
  const sampleShare = new Uint16Array(pixels.length);
  for (const [at, pixel] of pixels.entries()) {
    const centre = { x: (pixel % MASK_SIZE) + 0.5, y: Math.floor(pixel / MASK_SIZE) + 0.5 };
    const { lateral, depthMm } = beamFromMm(sector, mmFromPx(sector, centre));
    const [line, nextLine] = cellsBeside(((lateral + 1) / 2) * size.lines, size.lines);
    const [sample, nextSample] = cellsBeside((depthMm / sector.depthMm) * size.samples, size.samples);
    base[at] = sample * size.lines + line;
    lineShare[at] = nextLine;
    sampleShare[at] = nextSample;
  }
  return { size, sector, pixels, base, lineShare, sampleShare };
}

/** The cell whose centre lies at or before a place, counted in cells, and the share of the next; clamped at the ends. */
function cellsBeside(place: number, count: number): readonly [number, number] {
  const at = Math.min(count - 1, Math.max(0, place - 0.5));
  const first = Math.min(count - 2, Math.floor(at));
  return [first, Math.round((at - first) * SHARE_ONE)];
}

/** The placing of a frame's geometry, remembered for the last few. Both sides of `size` are at least 2. */
export const polarPlacingOf = geometryMemory(polarPlacing, ({ samples, lines }) => `${samples}x${lines}`);

/** A score of every class in every cell, e.g. logits: those of cell k lie in class order from `starts[k]` on. */
export interface CellScores {
  readonly values: Float32Array;
  readonly starts: Int32Array;
}

/**
 * Classes of a polar raster as a mask of MASK_SIZE x MASK_SIZE pixels. Where a pixel's four cells differ, it takes
 * that of their classes whose score, interpolated bilinearly between the cells, is greatest: borders fall between
 * cells, which keeps thin lines thin. Background outside the sector.
 */
export function polarClassesPlace(
  placing: PolarPlacing,
  cells: Uint8Array,
  { values, starts }: CellScores,
): Uint8Array<ArrayBuffer> {
  const { pixels, base, lineShare, sampleShare, size } = placing;
  const { lines } = size;
  const classes = new Uint8Array(MASK_SIZE * MASK_SIZE);
  for (let i = 0; i < pixels.length; i++) {
    const a = base[i]!;
    const c00 = cells[a]!;
    const c01 = cells[a + 1]!;
    const c10 = cells[a + lines]!;
    const c11 = cells[a + lines + 1]!;
    if (c00 === c01 && c00 === c10 && c00 === c11) {
      if (c00 !== 0) classes[pixels[i]!] = c00;
      continue;
    }
    const u = lineShare[i]!;
    const v = sampleShare[i]!;
    const w00 = (SHARE_ONE - u) * (SHARE_ONE - v);
    const w01 = u * (SHARE_ONE - v);
    const w10 = (SHARE_ONE - u) * v;
    const w11 = u * v;
    const a00 = starts[a]!;
    const a01 = starts[a + 1]!;
    const a10 = starts[a + lines]!;
    const a11 = starts[a + lines + 1]!;
    let best = c00;
    let most = Number.NEGATIVE_INFINITY;
    // No array and no closure here: this runs for thousands of pixels a frame.
    for (let corner = 0; corner < 4; corner++) {
      const value = corner === 0 ? c00 : corner === 1 ? c01 : corner === 2 ? c10 : c11;
      if (corner > 0 && value === best) continue;
      const score =
        w00 * values[a00 + value]! +
        w01 * values[a01 + value]! +
        w10 * values[a10 + value]! +
        w11 * values[a11 + value]!;
      if (score <= most) continue;
      best = value;
      most = score;
    }
    classes[pixels[i]!] = best;
  }
  return classes;
}

/**
 * Confidence (0-255 for 0-1) of the classes that `polarClassesPlace` gave: the weighted mean over those of the four
 * cells that carry the pixel's class. 255 outside the sector.
 */
export function polarConfidencePlace(
  placing: PolarPlacing,
  cells: Uint8Array,
  confidence: Uint8Array,
  classes: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const { pixels, base, lineShare, sampleShare, size } = placing;
  const { lines } = size;
  const placed = new Uint8Array(MASK_SIZE * MASK_SIZE).fill(255);
  for (let i = 0; i < pixels.length; i++) {
    const pixel = pixels[i]!;
    const value = classes[pixel]!;
    const u = lineShare[i]!;
    const v = sampleShare[i]!;
    let sum = 0;
    let weights = 0;
    for (let corner = 0; corner < 4; corner++) {
      const right = corner & 1;
      const below = corner >> 1;
      const cell = base[i]! + right + below * lines;
      if (cells[cell] !== value) continue;
      // One more than its share: a class may come from a cell at whose very edge the pixel lies.
      const weight = 1 + (right === 1 ? u : SHARE_ONE - u) * (below === 1 ? v : SHARE_ONE - v);
      sum += weight * confidence[cell]!;
      weights += weight;
    }
    placed[pixel] = sum / weights + 0.5;
  }
  return placed;
}
