/**
 * Exact Euclidean distance transform: for every pixel the squared distance, in pixels, from its centre to the
 * centre of the nearest pixel of the set; Infinity everywhere when the set is empty.
 *
 * Felzenszwalb and Huttenlocher, "Distance Transforms of Sampled Functions", Theory of Computing 8 (2012)
 * 415-428: separable, linear in the pixels. Their column pass is for a binary set a sweep down and a sweep up;
 * the row pass takes the lower envelope of the parabolas that the columns give.
 *
 * `set` is row-major, 0 or 1, `width * height`.
 */
export function distanceSquared(set: Uint8Array, width: number, height: number): Float64Array {
  const vertical = columnsSweep(set, width, height);
  const squared = new Float64Array(width * height);
  const apex = new Int32Array(width);
  const border = new Float64Array(width + 1);
  for (let row = 0; row < height; row++) rowEnvelope(vertical, squared, row * width, width, apex, border);
  return squared;
}

/** Squared distance to the nearest member in the same column. */
function columnsSweep(set: Uint8Array, width: number, height: number): Float64Array {
  const steps = new Float64Array(width * height).fill(Number.POSITIVE_INFINITY);
  for (let at = 0; at < steps.length; at++) {
    if (set[at] === 1) steps[at] = 0;
    else if (at >= width) steps[at] = steps[at - width]! + 1;
  }
  for (let at = steps.length - width - 1; at >= 0; at--) {
    const fromBelow = steps[at + width]! + 1;
    if (fromBelow < steps[at]!) steps[at] = fromBelow;
  }
  for (let at = 0; at < steps.length; at++) steps[at] = steps[at]! * steps[at]!;
  return steps;
}

function rowEnvelope(
  heights: Float64Array,
  out: Float64Array,
  start: number,
  width: number,
  apex: Int32Array,
  border: Float64Array,
): void {
  let last = -1;
  for (let column = 0; column < width; column++) {
    const height = heights[start + column]!;
    if (height === Number.POSITIVE_INFINITY) continue;
    let from = Number.NEGATIVE_INFINITY;
    while (last >= 0) {
      const other = apex[last]!;
      from = (height + column * column - heights[start + other]! - other * other) / (2 * column - 2 * other);
      if (from > border[last]!) break;
      last -= 1;
      from = Number.NEGATIVE_INFINITY;
    }
    last += 1;
    apex[last] = column;
    border[last] = from;
  }
  if (last < 0) {
    out.fill(Number.POSITIVE_INFINITY, start, start + width);
    return;
  }
  border[last + 1] = Number.POSITIVE_INFINITY;
  let current = 0;
  for (let column = 0; column < width; column++) {
    while (border[current + 1]! < column) current += 1;
    const across = column - apex[current]!;
    out[start + column] = across * across + heights[start + apex[current]!]!;
  }
}

/** Rounding in a radius that is meant to be a whole number of pixels must not decide. */
const RADIUS_SLACK = 1e-9;

/**
 * The set grown by a radius in pixels: 1 where a member's centre lies within `radius` of the pixel's, else 0.
 * Only the set's bounding box, widened by the radius, is transformed: small findings cost little.
 */
export function setGrow(set: Uint8Array, width: number, height: number, radius: number): Uint8Array {
  const grown = new Uint8Array(width * height);
  const box = setBox(set, width, height, Math.floor(radius + RADIUS_SLACK));
  if (box === null) return grown;
  const cropWidth = box.right - box.left + 1;
  const cropHeight = box.bottom - box.top + 1;
  const crop = new Uint8Array(cropWidth * cropHeight);
  for (let row = 0; row < cropHeight; row++) {
    const from = (box.top + row) * width + box.left;
    crop.set(set.subarray(from, from + cropWidth), row * cropWidth);
  }
  const squared = distanceSquared(crop, cropWidth, cropHeight);
  const limit = radius * radius + RADIUS_SLACK;
  for (let row = 0; row < cropHeight; row++) {
    const to = (box.top + row) * width + box.left;
    for (let column = 0; column < cropWidth; column++) {
      if (squared[row * cropWidth + column]! <= limit) grown[to + column] = 1;
    }
  }
  return grown;
}

interface PxBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The pixels that hold the set, `margin` more on each side, inside the raster; null when the set is empty. */
function setBox(set: Uint8Array, width: number, height: number, margin: number): PxBox | null {
  const first = set.indexOf(1);
  if (first < 0) return null;
  const top = Math.floor(first / width);
  const bottom = Math.floor(set.lastIndexOf(1) / width);
  let left = width;
  let right = -1;
  for (let row = top; row <= bottom; row++) {
    const from = row * width;
    for (let column = 0; column < width; column++) {
      if (set[from + column] !== 1) continue;
      if (column < left) left = column;
      if (column > right) right = column;
    }
  }
  return {
    left: Math.max(0, left - margin),
    right: Math.min(width - 1, right + margin),
    top: Math.max(0, top - margin),
    bottom: Math.min(height - 1, bottom + margin),
  };
}
