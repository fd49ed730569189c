/** Made-up ultrasound images that carry their own number, so that a test knows which one it got. */

export const IMAGE_WIDTH = 128;
export const IMAGE_HEIGHT = 96;

/** The fan in every image: apex, half angle in radians and the two radii, pixels. */
export const IMAGE_FAN = { apexX: 64, apexY: -20, half: 0.5, inner: 30, outer: 108 };

const BITS = 8;
const CELL = 6;
const DARK = 70;
const BRIGHT = 200;

/** Row-major grey: a fan of middle grey, in its middle the number as a row of dark and bright cells, low bit first. */
export function numberedGrey(index: number): Uint8Array<ArrayBuffer> {
  const { apexX, apexY, half, inner, outer } = IMAGE_FAN;
  const grey = new Uint8Array(IMAGE_WIDTH * IMAGE_HEIGHT);
  for (let y = 0; y < IMAGE_HEIGHT; y++) {
    for (let x = 0; x < IMAGE_WIDTH; x++) {
      const dx = x + 0.5 - apexX;
      const dy = y + 0.5 - apexY;
      const radius = Math.hypot(dx, dy);
      const isInside = Math.abs(Math.atan2(dx, dy)) <= half && radius >= inner && radius <= outer;
      if (isInside) grey[y * IMAGE_WIDTH + x] = 120;
    }
  }
  for (let bit = 0; bit < BITS; bit++) {
    const level = ((index >> bit) & 1) === 1 ? BRIGHT : DARK;
    for (let y = 50; y < 50 + CELL; y++) {
      const from = y * IMAGE_WIDTH + cellLeft(bit);
      grey.fill(level, from, from + CELL);
    }
  }
  return grey;
}

/** The number in an image of this size, cropped or not: `left`, `top` is where the image's own corner lies. */
export function numberRead(grey: ArrayLike<number>, width = IMAGE_WIDTH, left = 0, top = 0): number {
  let index = 0;
  for (let bit = 0; bit < BITS; bit++) {
    const x = cellLeft(bit) + CELL / 2 - left;
    const y = 50 + CELL / 2 - top;
    if (grey[y * width + x]! > (DARK + BRIGHT) / 2) index |= 1 << bit;
  }
  return index;
}

function cellLeft(bit: number): number {
  return IMAGE_WIDTH / 2 + (bit - BITS / 2) * CELL;
}
