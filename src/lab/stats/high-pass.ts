/** A raster taken apart into what is slow and what is quick, within a region. */
export interface HighPass {
  readonly width: number;
  readonly height: number;
  /** 1 within the region. */
  readonly inside: Uint8Array;
  /** Mean of the region's pixels in the box about each pixel. */
  readonly mean: Float32Array;
  /** The pixel less that mean; 0 outside. */
  readonly high: Float32Array;
  /** Standard deviation of the region's pixels in the same box. */
  readonly deviation: Float32Array;
}

/** Half the side of the box, pixels: wider than speckle, narrower than anatomy in a frame of 350 pixels. */
const REACH_PX = 15;

/** Running sums over the box of side 2 `REACH_PX` + 1, clipped at the raster's edge. */
function boxSum(values: Float64Array, width: number, height: number): Float64Array {
  const rows = new Float64Array(values.length);
  for (let y = 0; y < height; y++) {
    let sum = 0;
    for (let x = -REACH_PX; x < width; x++) {
      if (x + REACH_PX < width) sum += values[y * width + x + REACH_PX]!;
      if (x - REACH_PX - 1 >= 0) sum -= values[y * width + x - REACH_PX - 1]!;
      if (x >= 0) rows[y * width + x] = sum;
    }
  }
  const out = new Float64Array(values.length);
  for (let x = 0; x < width; x++) {
    let sum = 0;
    for (let y = -REACH_PX; y < height; y++) {
      if (y + REACH_PX < height) sum += rows[(y + REACH_PX) * width + x]!;
      if (y - REACH_PX - 1 >= 0) sum -= rows[(y - REACH_PX - 1) * width + x]!;
      if (y >= 0) out[y * width + x] = sum;
    }
  }
  return out;
}

/** Takes the local mean off an image; pixels outside of the region count neither way. */
export function highPass(grey: Uint8Array, inside: Uint8Array, width: number, height: number): HighPass {
  const own = Float64Array.from(inside);
  const counts = boxSum(own, width, height);
  const sums = boxSum(
    own.map((on, at) => on * grey[at]!),
    width,
    height,
  );
  const squares = boxSum(
    own.map((on, at) => on * grey[at]! * grey[at]!),
    width,
    height,
  );
  const mean = new Float32Array(grey.length);
  const high = new Float32Array(grey.length);
  const deviation = new Float32Array(grey.length);
  for (let at = 0; at < grey.length; at++) {
    if (inside[at] === 0) continue;
    const average = sums[at]! / counts[at]!;
    mean[at] = average;
    high[at] = grey[at]! - average;
    deviation[at] = Math.sqrt(Math.max(0, squares[at]! / counts[at]! - average * average));
  }
  return { width, height, inside, mean, high, deviation };
}

/** Pearson correlation of the quick parts of two images of one region. */
export function highPassCorrelation(a: HighPass, b: HighPass): number {
  let both = 0;
  let own = 0;
  let other = 0;
  for (let at = 0; at < a.high.length; at++) {
    both += a.high[at]! * b.high[at]!;
    own += a.high[at]! * a.high[at]!;
    other += b.high[at]! * b.high[at]!;
  }
  return own > 0 && other > 0 ? both / Math.sqrt(own * other) : Number.NaN;
}
