/** Pixels that the network gives to one class, by its confidence 0-255, and how many of these are right. */
export interface ConfidenceCounts {
  readonly pixels: Float64Array;
  readonly right: Float64Array;
}

interface Block {
  pixels: number;
  right: number;
  /** Sum of the pixels' confidences, each 0-255. */
  confidence: number;
}

/** A point of the curve stands for at least this many pixels: one B-line's, a few times over. */
const PIXELS_LEAST = 2000;

const round = (share: number): number => Math.round(share * 10_000) / 10_000;

/**
 * Which share of the pixels is right at each confidence, as a curve that never falls (isotonic regression by pooling
 * adjacent violators; Zadrozny and Elkan 2002, "Transforming classifier scores into accurate multiclass probability
 * estimates").
 * @returns points (confidence, share that is right), both 0-1 and rising; none where the class has no pixels
 */
export function confidenceCurve({ pixels, right }: ConfidenceCounts): readonly (readonly [number, number])[] {
  const blocks: Block[] = [];
  for (let byte = 0; byte < pixels.length; byte++) {
    if (pixels[byte] === 0) continue;
    const last = blocks.at(-1);
    const next = { pixels: pixels[byte]!, right: right[byte]!, confidence: byte * pixels[byte]! };
    if (last !== undefined && last.pixels < PIXELS_LEAST) merge(last, next);
    else blocks.push(next);
  }
  if (blocks.length > 1 && blocks.at(-1)!.pixels < PIXELS_LEAST) {
    const last = blocks.pop()!;
    merge(blocks.at(-1)!, last);
  }
  const pooled: Block[] = [];
  for (const block of blocks) {
    pooled.push(block);
    while (pooled.length > 1 && rightShare(pooled.at(-2)!) >= rightShare(pooled.at(-1)!)) {
      const last = pooled.pop()!;
      merge(pooled.at(-1)!, last);
    }
  }
  return pooled.map(
    (block) => [round(block.confidence / block.pixels / 255), round(rightShare(block))] as const,
  );
}

function rightShare({ right, pixels }: Block): number {
  return right / pixels;
}

function merge(into: Block, from: Block): void {
  into.pixels += from.pixels;
  into.right += from.right;
  into.confidence += from.confidence;
}
