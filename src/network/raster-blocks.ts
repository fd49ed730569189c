/**
 * Space to depth: [height, width, channels] to [height / block, width / block, block * block * channels], channel
 * (dy * block + dx) * channels + c, as TensorFlow orders it.
 */
export function blocksFromRaster(
  raster: Float32Array,
  height: number,
  width: number,
  block: number,
  channels = 1,
): Float32Array<ArrayBuffer> {
  const blocks = new Float32Array(raster.length);
  const perRow = width / block;
  const run = block * channels;
  const cell = block * run;
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / block) * perRow * cell + (y % block) * run;
    for (let column = 0; column < perRow; column++) {
      const to = row + column * cell;
      for (let step = 0; step < run; step++, at++) blocks[to + step] = raster[at]!;
    }
  }
  return blocks;
}

/** Where the logits of each pixel lie in a head. */
export interface HeadLayout {
  readonly height: number;
  readonly width: number;
  readonly classCount: number;
  /** Per pixel, row-major: the index of its first logit. */
  readonly starts: Int32Array;
}

interface Head extends HeadLayout {
  readonly values: Float32Array;
}

/** The layout of a head in blocks: [height / block, width / block, block, block, classCount]. */
export function headLayout(height: number, width: number, block: number, classCount: number): HeadLayout {
  const starts = Int32Array.from({ length: height * width }, (_, pixel) => {
    const x = pixel % width;
    const y = Math.floor(pixel / width);
    const place = Math.floor(y / block) * (width / block) + Math.floor(x / block);
    return ((place * block + (y % block)) * block + (x % block)) * classCount;
  });
  return { height, width, classCount, starts };
}

/**
 * The winning class of each pixel, read straight from a head in blocks; pixels where `inside` is 0 are background.
 */
export function classesFromHead(head: Head, inside: Uint8Array): Uint8Array<ArrayBuffer> {
  const { values, starts, classCount } = head;
  const classes = new Uint8Array(starts.length);
  for (let pixel = 0; pixel < starts.length; pixel++) {
    if (inside[pixel] === 0) continue;
    const at = starts[pixel]!;
    let best = values[at]!;
    let winner = 0;
    for (let index = 1; index < classCount; index++) {
      const logit = values[at + index]!;
      if (logit > best) {
        best = logit;
        winner = index;
      }
    }
    classes[pixel] = winner;
  }
  return classes;
}

/** Softmax probability of the winning class of each pixel, 0-255 for 0-1; 255 where `inside` is 0. */
export function confidenceFromHead(head: Head, inside: Uint8Array): Uint8Array<ArrayBuffer> {
  const { values, starts, classCount } = head;
  const confidence = new Uint8Array(starts.length).fill(255);
  for (let pixel = 0; pixel < starts.length; pixel++) {
    if (inside[pixel] === 0) continue;
    const at = starts[pixel]!;
    let best = values[at]!;
    for (let index = 1; index < classCount; index++) best = Math.max(best, values[at + index]!);
    let sum = 0;
    for (let index = 0; index < classCount; index++) sum += Math.exp(values[at + index]! - best);
    confidence[pixel] = Math.round(255 / sum);
  }
  return confidence;
}
