import type { Frame } from '../../../domain/frame/frame.ts';
import { MASK_SIZE } from '../../../domain/frame/resample.ts';
import type { Segmentation } from '../../../ports/segmenter.ts';
import type { Network } from './network-build.ts';
import { networkInput, networkViewOf } from './network-view.ts';
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
 * Labels every pixel of a frame, on a square raster of MASK_SIZE pixels that its sector is fitted into. Pixels outside
 * the sector are background, with full confidence.
 * @throws SegmenterError `frame-invalid`.
 */
export async function segmentFrame(
  network: Network,
  frame: Frame,
  confidence: boolean,
  startedMs: number = performance.now(),
): Promise<Segmentation> {
  frameCheck(frame);
  const view = networkViewOf(network.specification.input, frame);
  const input = networkInput(view.grey(frame));
  const inferredFrom = performance.now();
  const head = await network.head(input);
  const inferredUntil = performance.now();
  const cells = classesFromHead(head, view.known);
  const classes = view.classes(cells, head);
  const sure = confidence ? view.confidence(confidenceFromHead(head, view.known), cells, classes) : null;
  return {
    mask: { width: MASK_SIZE, height: MASK_SIZE, classes, sector: view.sector },
    confidence: sure,
    timeMs: frame.timeMs,
    times: {
      preprocessMs: inferredFrom - startedMs,
      inferenceMs: inferredUntil - inferredFrom,
      postprocessMs: performance.now() - inferredUntil,
    },
  };
}
