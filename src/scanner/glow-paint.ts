import type { Mask } from '../domain/frame/frame.ts';

/** How far the glow spreads, in mask pixels. */
const GLOW_RADIUS = 5;

/** Running mean over 2r + 1 values along rows, written transposed, so that two calls blur both ways. */
function meanTransposed(from: Float32Array, width: number, height: number, radius: number): Float32Array {
  const to = new Float32Array(from.length);
  const share = 1 / (2 * radius + 1);
  for (let row = 0; row < height; row++) {
    const start = row * width;
    let sum = 0;
    for (let at = -radius; at < width; at++) {
      if (at + radius < width) sum += from[start + at + radius]!;
      if (at - radius - 1 >= 0) sum -= from[start + at - radius - 1]!;
      if (at >= 0) to[at * height + row] = sum * share;
    }
  }
  return to;
}

/**
 * A soft light over every marked pixel of the mask and fading around it, as RGBA words (straight alpha, red in
 * the lowest byte), one per mask pixel. `rgb` is a word without alpha; `strength` the greatest opacity, 0-1.
 */
export function glowPaint(mask: Mask, rgb: number, strength: number, words: Uint32Array): void {
  const { width, height } = mask;
  let light: Float32Array = Float32Array.from(mask.classes, (value) => (value === 0 ? 0 : 1));
  for (let pass = 0; pass < 2; pass++) {
    const across = meanTransposed(light, width, height, GLOW_RADIUS);
    light = meanTransposed(across, height, width, GLOW_RADIUS);
  }
  for (let at = 0; at < words.length; at++) {
    const alpha = Math.round(255 * strength * Math.min(1, 1.6 * light[at]!));
    words[at] = ((alpha << 24) | rgb) >>> 0;
  }
}
