import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { MASK_SIZE } from '../../domain/frame/resample.ts';
import type { NetworkModel } from '../../network/network-build.ts';
import { networkInput, networkViewOf } from '../../network/network-view.ts';
import { classesFromHead, classMassesFromHead } from '../../network/raster-blocks.ts';

/** The network's reading of one image. */
export interface FrameRead {
  /** The greatest class of each pixel, before it is read as findings that obey anatomy. */
  readonly mask: Mask;
  /** Share of the sector that each class is expected to take: the mean of its probability, in FINDINGS order. */
  readonly shares: readonly number[];
}

/**
 * One pass of the network, prepared and read as `segmentFrame` does in the browser's worker.
 * @throws SegmenterError `answer-invalid`.
 */
export async function frameRead(network: NetworkModel, frame: Frame): Promise<FrameRead> {
  const { input } = network.specification;
  const view = networkViewOf(input, frame);
  const head = await network.head(networkInput(input, view.grey(frame), view.cellMm));
  const masses = classMassesFromHead(head, view.known, view.rowAreas);
  const area = masses.reduce((sum, mass) => sum + mass, 0);
  const classes = view.classes(classesFromHead(head, view.known), head);
  return {
    mask: { width: MASK_SIZE, height: MASK_SIZE, classes, sector: view.sector },
    shares: Array.from(masses, (mass) => (area === 0 ? 0 : mass / area)),
  };
}
