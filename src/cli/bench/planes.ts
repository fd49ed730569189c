/**
 * The winning class of each pixel, read from a head of 2 x 2 blocks with channels first, as onnxruntime-web gives
 * it: [2 * 2 * classCount, size / 2, size / 2], channel (dy * 2 + dx) * classCount + class.
 */
export function classesFromPlanes(head: Float32Array, size: number, classCount: number): Uint8Array {
  const half = size / 2;
  const plane = half * half;
  const classes = new Uint8Array(size * size);
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
      classes[y * size + 2 * (at % half) + (corner & 1)] = winners[at]!;
    }
  }
  return classes;
}
