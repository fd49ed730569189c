/** Greyscale images of one size, row-major, 0-255. */
export type GreyFrames = readonly Uint8Array[];

/** An image at the size it is analysed at. */
export interface Levels {
  readonly width: number;
  readonly height: number;
  /** Row-major, 0-255. */
  readonly levels: Float32Array;
  /** Analysis pixels per image pixel. */
  readonly scale: number;
}

/** Longest side for the analysis: fine enough for an edge to be found within a third of a per cent. */
const ANALYSIS_PX = 320;

/** Area average down to a longest side, that of the analysis unless told otherwise; smaller images stay as they are. */
export function levelsShrink(
  source: Uint8Array,
  width: number,
  height: number,
  longestPx: number = ANALYSIS_PX,
): Levels {
  const scale = Math.min(1, longestPx / Math.max(width, height));
  const w = Math.max(1, Math.round(width * scale));
  const h = Math.max(1, Math.round(height * scale));
  const columns = placesShrink(width, w, scale);
  const rows = placesShrink(height, h, scale);
  const sums = new Float32Array(w * h);
  for (let y = 0; y < height; y++) {
    const from = y * width;
    const to = rows.places[y]! * w;
    for (let x = 0; x < width; x++) sums[to + columns.places[x]!]! += source[from + x]!;
  }
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      sums[y * w + x]! /= Math.max(1, rows.counts[y]! * columns.counts[x]!);
    }
  }
  return { width: w, height: h, levels: sums, scale };
}

/** Where each of `from` rows or columns goes when they become `to`, and how many go to each. */
function placesShrink(
  from: number,
  to: number,
  scale: number,
): { readonly places: Uint32Array; readonly counts: Uint32Array } {
  const places = new Uint32Array(from);
  const counts = new Uint32Array(to);
  for (let at = 0; at < from; at++) {
    const place = Math.min(to - 1, Math.floor((at + 0.5) * scale));
    places[at] = place;
    counts[place]! += 1;
  }
  return { places, counts };
}
