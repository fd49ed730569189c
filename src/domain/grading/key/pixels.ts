/** A set of pixels (1 or 0) of a raster of `length` pixels from lists of their indices. */
export function pixelsSet(all: readonly Int32Array[], length: number): Uint8Array {
  const set = new Uint8Array(length);
  for (const pixels of all) for (const at of pixels) set[at] = 1;
  return set;
}

/** Share of some pixels that a set has, 0-1; 0 of none. */
export function pixelsShare(pixels: Int32Array, set: Uint8Array): number {
  let within = 0;
  for (const at of pixels) within += set[at]!;
  return pixels.length === 0 ? 0 : within / pixels.length;
}
