import type { HighPass } from './high-pass.ts';

export interface SpeckleWidth {
  /** Full widths at half maximum of the texture's autocorrelation, pixels. */
  readonly lateralPx: number;
  readonly axialPx: number;
}

/** Texture darker than this is swallowed by the display's black and by rounding. */
const LEAST_GREY = 8;
const LEAST_PIXELS = 2000;
const LAG_MOST_PX = 24;

/**
 * Widths of the speckle in the part of an image where scan lines run down the raster (`isUsed`). Each pixel is
 * measured in local standard deviations, so that bright structures weigh no more than the tissue around them.
 * NaN where too little of the image is bright enough.
 */
export function speckleWidth(image: HighPass, isUsed: Uint8Array): SpeckleWidth {
  const { width, height, mean, high, deviation } = image;
  const white = new Float32Array(high.length);
  let count = 0;
  for (let at = 0; at < white.length; at++) {
    const isClear = isUsed[at] === 1 && mean[at]! >= LEAST_GREY && deviation[at]! > 1;
    white[at] = isClear ? high[at]! / deviation[at]! : Number.NaN;
    if (isClear) count += 1;
  }
  if (count < LEAST_PIXELS) return { lateralPx: Number.NaN, axialPx: Number.NaN };
  const along = (dx: number, dy: number): number =>
    fullWidth((lag) => lagged(white, width, height, dx * lag, dy * lag));
  return { lateralPx: along(1, 0), axialPx: along(0, 1) };
}

/** Correlation of the texture with itself, moved by a whole number of pixels. */
function lagged(white: Float32Array, width: number, height: number, dx: number, dy: number): number {
  let both = 0;
  let own = 0;
  let other = 0;
  for (let y = 0; y + dy < height; y++) {
    for (let x = 0; x + dx < width; x++) {
      const a = white[y * width + x]!;
      const b = white[(y + dy) * width + x + dx]!;
      if (Number.isNaN(a) || Number.isNaN(b)) continue;
      both += a * b;
      own += a * a;
      other += b * b;
    }
  }
  return both / Math.sqrt(own * other);
}

function fullWidth(correlationAt: (lag: number) => number): number {
  let before = 1;
  for (let lag = 1; lag <= LAG_MOST_PX; lag++) {
    const now = correlationAt(lag);
    if (now < 0.5) return 2 * (lag - 1 + (before - 0.5) / (before - now));
    before = now;
  }
  return 2 * LAG_MOST_PX;
}
