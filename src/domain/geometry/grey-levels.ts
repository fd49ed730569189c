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

/** Area average down to the analysis size; smaller images stay as they are. */
export function levelsShrink(source: Uint8Array, width: number, height: number): Levels {
  const scale = Math.min(1, ANALYSIS_PX / Math.max(width, height));
  const w = Math.max(1, Math.round(width * scale));
  const h = Math.max(1, Math.round(height * scale));
  const sums = new Float32Array(w * h);
  const counts = new Uint32Array(w * h);
  const columns = Uint32Array.from({ length: width }, (_, x) =>
    Math.min(w - 1, Math.floor((x + 0.5) * scale)),
  );
  for (let y = 0; y < height; y++) {
    const row = Math.min(h - 1, Math.floor((y + 0.5) * scale)) * w;
    for (let x = 0; x < width; x++) {
      const at = row + columns[x]!;
      sums[at]! += source[y * width + x]!;
      counts[at]! += 1;
    }
  }
  for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! / Math.max(1, counts[i]!);
  return { width: w, height: h, levels: sums, scale };
}
