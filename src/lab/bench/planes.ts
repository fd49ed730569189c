/**
 * The winning class of each pixel, read from a head of 2 x 2 blocks with channels first, as onnxruntime-web gives
 * it: [2 * 2 * classCount, height / 2, width / 2], channel (dy * 2 + dx) * classCount + class.
 */
export function classesFromPlanes(
  head: Float32Array,
  height: number,
  width: number,
  classCount: number,
): Uint8Array {
  const half = width / 2;
  const plane = (height / 2) * half;
  const classes = new Uint8Array(height * width);
  const best = new Float32Array(plane);
  for (let corner = 0; corner < 4; corner++) {
    const first = corner * classCount * plane;
    const winners = new Uint8Array(plane);
    best.set(head.subarray(first, first + plane));
    for (let index = 1; index < classCount; index++) {
      const from = first + index * plane;
      for (let at = 0; at < plane; at++) {
        const logit = head[from + at]!;
        if (logit > best[at]!) {
          best[at] = logit;
          winners[at] = index;
        }
      }
    }
    for (let at = 0; at < plane; at++) {
      const y = 2 * Math.floor(at / half) + (corner >> 1);
      classes[y * width + 2 * (at % half) + (corner & 1)] = winners[at]!;
    }
  }
  return classes;
}

/** [pixels, channels] to [channels, pixels], as onnxruntime-web wants it. */
export function planesFromRaster(
  raster: Float32Array<ArrayBuffer>,
  channels: number,
): Float32Array<ArrayBuffer> {
  if (channels === 1) return raster;
  const planes = new Float32Array(raster.length);
  const pixels = raster.length / channels;
  for (let channel = 0, to = 0; channel < channels; channel++) {
    for (let pixel = 0; pixel < pixels; pixel++, to++) planes[to] = raster[pixel * channels + channel]!;
  }
  return planes;
}
