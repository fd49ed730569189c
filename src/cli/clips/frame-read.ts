import type { Network } from '../../adapters/segmenter/shared/network-build.ts';
import { classesFromHead, classMassesFromHead } from '../../adapters/segmenter/shared/raster-blocks.ts';
import { SegmenterError } from '../../adapters/segmenter/shared/segmenter-error.ts';
import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { frameFitMapOf, NETWORK_SIZE, networkInput } from '../../domain/frame/resample.ts';

/** What the network says of one image. */
export interface FrameRead {
  /** The greatest class of each pixel on the network's raster, as the product shows it. */
  readonly mask: Mask;
  /** Share of the sector that each class is expected to take: the mean of its probability, in FINDINGS order. */
  readonly shares: readonly number[];
}

/**
 * One pass of the network, prepared and read as `segmentFrame` does in the browser's worker.
 * @throws SegmenterError `frame-invalid` when the answer holds values that are no numbers.
 */
export async function frameRead(network: Network, frame: Frame): Promise<FrameRead> {
  const size = NETWORK_SIZE;
  const { inside, sector } = frameFitMapOf(frame, size);
  const { values, block } = await network.head(networkInput(frame));
  const count = network.specification.classes.length;
  const masses = classMassesFromHead(values, block, size, count, inside);
  if (!masses.every(Number.isFinite)) {
    throw new SegmenterError('frame-invalid', 'The network answers with values that are no numbers.');
  }
  const pixels = Math.max(
    1,
    inside.reduce((sum, bit) => sum + bit, 0),
  );
  return {
    mask: { width: size, height: size, classes: classesFromHead(values, block, size, count, inside), sector },
    shares: Array.from(masses, (mass) => mass / pixels),
  };
}
