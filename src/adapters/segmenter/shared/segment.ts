import type { Frame } from '../../../domain/frame/frame.ts';
import { frameFitMapOf, NETWORK_SIZE, networkInput } from '../../../domain/frame/resample.ts';
import type { Segmentation } from '../../../ports/segmenter.ts';
import type { Network } from './network-build.ts';
import { classesFromHead, confidenceFromHead } from './raster-blocks.ts';
import { SegmenterError } from './segmenter-error.ts';

function frameCheck({ width, height, grey }: Frame): void {
  if (Number.isInteger(width) && Number.isInteger(height) && width > 0 && grey.length === width * height)
    return;
  throw new SegmenterError(
    'frame-invalid',
    `The image cannot be read: ${grey.length} grey levels are given for ${width} x ${height} pixels.`,
  );
}

/**
 * Labels every pixel of a frame, on the network's own raster. Pixels outside the sector are background, with
 * full confidence.
 * @throws SegmenterError `frame-invalid`.
 */
export async function segmentFrame(
  network: Network,
  frame: Frame,
  confidence: boolean,
  startedMs: number = performance.now(),
): Promise<Segmentation> {
  frameCheck(frame);
  const size = NETWORK_SIZE;
  const { inside, sector } = frameFitMapOf(frame, size);
  const input = networkInput(frame);
  const inferredFrom = performance.now();
  const { values, block } = await network.head(input);
  const inferredUntil = performance.now();
  const count = network.specification.classes.length;
  const classes = classesFromHead(values, block, size, count, inside);
  const sure = confidence ? confidenceFromHead(values, block, size, count, inside) : null;
  return {
    mask: { width: size, height: size, classes, sector },
    confidence: sure,
    timeMs: frame.timeMs,
    times: {
      preprocessMs: inferredFrom - startedMs,
      inferenceMs: inferredUntil - inferredFrom,
      postprocessMs: performance.now() - inferredUntil,
    },
  };
}
