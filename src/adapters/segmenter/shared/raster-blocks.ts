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

/**
 * The winning class of each pixel, read straight from a head in blocks
 * ([size / block, size / block, block, block, classes]); pixels where `inside` is 0 are background.
 */
export function classesFromHead(
  head: Float32Array,
  block: number,
  size: number,
  classCount: number,
  inside: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const classes = new Uint8Array(size * size);
  const perBlock = block * block * classCount;
  const perRow = size / block;
  for (let y = 0, pixel = 0; y < size; y++) {
    const row = Math.floor(y / block) * perRow * perBlock + (y % block) * block * classCount;
    for (let x = 0; x < size; x++, pixel++) {
      if (inside[pixel] === 0) continue;
      const at = row + Math.floor(x / block) * perBlock + (x % block) * classCount;
      let best = head[at]!;
      let winner = 0;
      for (let index = 1; index < classCount; index++) {
        const logit = head[at + index]!;
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

/** Softmax probability of the winning class of each pixel, 0-255 for 0-1; 255 outside the sector. */
export function confidenceFromHead(
  head: Float32Array,
  block: number,
  size: number,
  classCount: number,
  inside: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const confidence = new Uint8Array(size * size).fill(255);
  const perBlock = block * block * classCount;
  const perRow = size / block;
  for (let y = 0, pixel = 0; y < size; y++) {
    const row = Math.floor(y / block) * perRow * perBlock + (y % block) * block * classCount;
    for (let x = 0; x < size; x++, pixel++) {
      if (inside[pixel] === 0) continue;
      const at = row + Math.floor(x / block) * perBlock + (x % block) * classCount;
      let best = head[at]!;
      for (let index = 1; index < classCount; index++) best = Math.max(best, head[at + index]!);
      let sum = 0;
      for (let index = 0; index < classCount; index++) sum += Math.exp(head[at + index]! - best);
      confidence[pixel] = Math.round(255 / sum);
    }
  }
  return confidence;
}

/**
 * Sum over the pixels where `inside` is 1 of the softmax probability of each class: the area, in pixels, that each
 * class is expected to take. NaN where the head holds values that are no numbers.
 */
export function classMassesFromHead(
  head: Float32Array,
  block: number,
  size: number,
  classCount: number,
  inside: Uint8Array,
): Float64Array {
  const masses = new Float64Array(classCount);
  const powers = new Float64Array(classCount);
  const perBlock = block * block * classCount;
  const perRow = size / block;
  for (let y = 0, pixel = 0; y < size; y++) {
    const row = Math.floor(y / block) * perRow * perBlock + (y % block) * block * classCount;
    for (let x = 0; x < size; x++, pixel++) {
      if (inside[pixel] === 0) continue;
      const at = row + Math.floor(x / block) * perBlock + (x % block) * classCount;
      let best = head[at]!;
      for (let index = 1; index < classCount; index++) best = Math.max(best, head[at + index]!);
      let sum = 0;
      for (let index = 0; index < classCount; index++) {
        const power = Math.exp(head[at + index]! - best);
        powers[index] = power;
        sum += power;
      }
      for (let index = 0; index < classCount; index++) {
        masses[index] = masses[index]! + powers[index]! / sum;
      }
    }
  }
  return masses;
}
