/**
 * Space to depth for one channel: [height, width] to [height / block, width / block, block * block], channel
 * dy * block + dx, as TensorFlow orders it.
 */
export function blocksFromRaster(
  raster: Float32Array,
  height: number,
  width: number,
  block: number,
): Float32Array<ArrayBuffer> {
  const blocks = new Float32Array(height * width);
  const perRow = width / block;
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / block) * perRow * block * block + (y % block) * block;
    for (let column = 0; column < perRow; column++) {
      const to = row + column * block * block;
      for (let dx = 0; dx < block; dx++, at++) blocks[to + dx] = raster[at]!;
    }
  }
  return blocks;
}

/** How logits lie in a head in blocks: [height / block, width / block, block, block, classCount]. */
export interface HeadLayout {
  readonly height: number;
  readonly width: number;
  readonly block: number;
  readonly classCount: number;
}

interface Head extends HeadLayout {
  readonly values: Float32Array;
}

/** Where the logits of the first pixel of a row begin. */
function rowStart({ width, block, classCount }: HeadLayout, y: number): number {
  return Math.floor(y / block) * width * block * classCount + (y % block) * block * classCount;
}

/** Where the logits of a pixel begin, counted from its row's start. */
function columnStarts({ width, block, classCount }: HeadLayout): Int32Array {
  return Int32Array.from(
    { length: width },
    (_, x) => Math.floor(x / block) * block * block * classCount + (x % block) * classCount,
  );
}

/**
 * The winning class of each pixel, read straight from a head in blocks; pixels where `inside` is 0 are background.
 */
export function classesFromHead(head: Head, inside: Uint8Array): Uint8Array<ArrayBuffer> {
  const { values, height, width, classCount } = head;
  const columns = columnStarts(head);
  const classes = new Uint8Array(height * width);
  for (let y = 0, pixel = 0; y < height; y++) {
    const row = rowStart(head, y);
    for (let x = 0; x < width; x++, pixel++) {
      if (inside[pixel] === 0) continue;
      const at = row + columns[x]!;
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
  }
  return classes;
}

/** Softmax probability of the winning class of each pixel, 0-255 for 0-1; 255 where `inside` is 0. */
export function confidenceFromHead(head: Head, inside: Uint8Array): Uint8Array<ArrayBuffer> {
  const { values, height, width, classCount } = head;
  const columns = columnStarts(head);
  const confidence = new Uint8Array(height * width).fill(255);
  for (let y = 0, pixel = 0; y < height; y++) {
    const row = rowStart(head, y);
    for (let x = 0; x < width; x++, pixel++) {
      if (inside[pixel] === 0) continue;
      const at = row + columns[x]!;
      let best = values[at]!;
      for (let index = 1; index < classCount; index++) best = Math.max(best, values[at + index]!);
      let sum = 0;
      for (let index = 0; index < classCount; index++) sum += Math.exp(values[at + index]! - best);
      confidence[pixel] = Math.round(255 / sum);
    }
  }
  return confidence;
}

/**
 * Area that each class is expected to take: the sum, over the pixels where `inside` is 1, of its softmax probability
 * times the area of a pixel of that row. NaN where the head holds values that are no numbers.
 */
export function classMassesFromHead(head: Head, inside: Uint8Array, rowAreas: Float64Array): Float64Array {
  const { values, height, width, classCount } = head;
  const columns = columnStarts(head);
  const masses = new Float64Array(classCount);
  const powers = new Float64Array(classCount);
  for (let y = 0, pixel = 0; y < height; y++) {
    const row = rowStart(head, y);
    for (let x = 0; x < width; x++, pixel++) {
      if (inside[pixel] === 0) continue;
      const at = row + columns[x]!;
      let best = values[at]!;
      for (let index = 1; index < classCount; index++) best = Math.max(best, values[at + index]!);
      let sum = 0;
      for (let index = 0; index < classCount; index++) {
        const power = Math.exp(values[at + index]! - best);
        powers[index] = power;
        sum += power;
      }
      const scale = rowAreas[y]! / sum;
      for (let index = 0; index < classCount; index++) {
        masses[index] = masses[index]! + powers[index]! * scale;
      }
    }
  }
  return masses;
}
