import { quantile } from '../../cli/shared/quantile.ts';
import type { Measures } from './facts.ts';

/** Small beside anatomy, large beside a speckle, in a frame of 350 pixels. */
const BLOCK_PX = 10;
/** Below this a block is too dark for its spread to be more than rounding. */
const LEAST_GREY = 10;
const FEWEST_BLOCKS = 8;

interface Block {
  readonly mean: number;
  readonly deviation: number;
}

/** Mean and standard deviation of the displayed grey of every square block that lies within the region. */
function blocksOf(grey: Uint8Array, inside: Uint8Array, width: number, height: number): Block[] {
  const blocks: Block[] = [];
  const pixels = BLOCK_PX * BLOCK_PX;
  for (let top = 0; top + BLOCK_PX <= height; top += BLOCK_PX) {
    for (let left = 0; left + BLOCK_PX <= width; left += BLOCK_PX) {
      let sum = 0;
      let squares = 0;
      let count = 0;
      for (let y = top; y < top + BLOCK_PX; y++) {
        for (let at = y * width + left; at < y * width + left + BLOCK_PX; at++) {
          sum += grey[at]!;
          squares += grey[at]! * grey[at]!;
          count += inside[at]!;
        }
      }
      if (count < pixels) continue;
      const mean = sum / pixels;
      blocks.push({ mean, deviation: Math.sqrt(Math.max(0, squares / pixels - mean * mean)) });
    }
  }
  return blocks;
}

/** Medians over blocks: mean over standard deviation, and the standard deviation at three levels of grey. */
export function blockMeasures(grey: Uint8Array, inside: Uint8Array, width: number, height: number): Measures {
  const blocks = blocksOf(grey, inside, width, height);
  const median = (values: number[]): number =>
    values.length < FEWEST_BLOCKS
      ? Number.NaN
      : quantile(
          values.sort((a, b) => a - b),
          0.5,
        );
  const between = (from: number, to: number): number =>
    median(blocks.filter(({ mean }) => mean >= from && mean < to).map(({ deviation }) => deviation));
  const seen = blocks.filter(({ mean, deviation }) => mean >= LEAST_GREY && deviation > 0);
  return {
    block_snr: median(seen.map(({ mean, deviation }) => mean / deviation)),
    block_sd_dark: between(12, 24),
    block_sd_mid: between(30, 50),
    block_sd_bright: between(60, 100),
  };
}
