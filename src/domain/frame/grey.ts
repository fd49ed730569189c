/**
 * Luma of Rec. 601 from interleaved 8-bit RGBA or RGB, rounded; alpha is ignored (screenshots are opaque).
 * @param channels 4 or 3 values per pixel
 */
export function greyFromColour(pixels: Uint8Array | Uint8ClampedArray, channels: 3 | 4): Uint8Array {
  const grey = new Uint8Array(Math.floor(pixels.length / channels));
  for (let i = 0, at = 0; i < grey.length; i++, at += channels) {
    grey[i] = (pixels[at]! * 299 + pixels[at + 1]! * 587 + pixels[at + 2]! * 114 + 500) / 1000;
  }
  return grey;
}
