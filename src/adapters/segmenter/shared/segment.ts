import type { Frame } from '../../../domain/frame/frame.ts';
import { MASK_SIZE } from '../../../domain/frame/resample.ts';
import { sectorBounds } from '../../../domain/geometry/sector.ts';
import { calibrationApply } from '../../../network/calibration.ts';
import { imageFactsFrom } from '../../../network/image-facts.ts';
import type { NetworkHead, NetworkPass } from '../../../network/network-build.ts';
import { type NetworkView, networkInput, networkViewOf } from '../../../network/network-view.ts';
import { classesFromHead, confidenceFromHead } from '../../../network/raster-blocks.ts';
import { SegmenterError } from '../../../network/segmenter-error.ts';
import type { FramesBeside, Segmentation } from '../../../ports/segmenter.ts';
import type { ClipAnswers } from './clip-answers.ts';

function frameCheck({ width, height, grey, sector }: Frame): void {
  if (!(Number.isInteger(width) && Number.isInteger(height) && width > 0 && grey.length === width * height)) {
    throw new SegmenterError('frame-invalid', { code: 'frameCutOff', levels: grey.length, width, height });
  }
  const { left, right, top, bottom } = sectorBounds(sector);
  const { x, y } = sector.originPx;
  const sizes = [sector.mmPerPx, right - left, bottom - top];
  if ([...sizes, x, y].every(Number.isFinite) && sizes.every((size) => size > 0)) return;
  throw new SegmenterError('frame-invalid', { code: 'frameSectorUnsound' });
}

/**
 * Labels every pixel of a frame, on a square raster of MASK_SIZE pixels that its sector is fitted into. Pixels outside
 * the sector are background, with full confidence.
 * @throws SegmenterError `frame-invalid` or `answer-invalid`.
 */
export async function segmentFrame(
  network: NetworkPass,
  frame: Frame,
  confidence: boolean,
  startedMs: number = performance.now(),
): Promise<Segmentation> {
  frameCheck(frame);
  const view = networkViewOf(network.specification.input, frame);
  const input = networkInput(network.specification.input, view.grey(frame), view.cellMm);
  const inferredFrom = performance.now();
  const head = await network.head(input);
  const inferredUntil = performance.now();
  return {
    ...headLabels(network, view, head, confidence),
    facts: null,
    timeMs: frame.timeMs,
    isEightBit: network.isEightBit,
    times: {
      preprocessMs: inferredFrom - startedMs,
      inferenceMs: inferredUntil - inferredFrom,
      postprocessMs: performance.now() - inferredUntil,
    },
  };
}

/**
 * Labels an image of a clip as it is read with the images beside it (see `answerBlend`), and tells the facts that the
 * whole clip is read by; those are of the image alone.
 * @throws SegmenterError `frame-invalid` or `answer-invalid`.
 */
export async function segmentClipFrame(
  network: NetworkPass,
  answers: ClipAnswers,
  frame: Frame,
  beside: FramesBeside,
  confidence: boolean,
  startedMs: number = performance.now(),
): Promise<Segmentation> {
  for (const one of [frame, beside.before, beside.after]) if (one !== null) frameCheck(one);
  const inferredFrom = performance.now();
  const { view, alone, blended } = await answers.answer(frame, beside);
  const inferredUntil = performance.now();
  return {
    ...headLabels(network, view, blended, confidence),
    facts: imageFactsFrom(alone, view),
    timeMs: frame.timeMs,
    isEightBit: network.isEightBit,
    times: {
      preprocessMs: inferredFrom - startedMs,
      inferenceMs: inferredUntil - inferredFrom,
      postprocessMs: performance.now() - inferredUntil,
    },
  };
}

/** The greatest class of each pixel, and where it is asked for how sure the network is of it. */
function headLabels(
  { calibration }: NetworkPass,
  view: NetworkView,
  head: NetworkHead,
  confidence: boolean,
): Pick<Segmentation, 'mask' | 'confidence'> {
  const cells = classesFromHead(head, view.known);
  const classes = view.classes(cells, head);
  const shares = confidence ? view.confidence(confidenceFromHead(head, view.known), cells, classes) : null;
  return {
    mask: { width: MASK_SIZE, height: MASK_SIZE, classes, sector: view.sector },
    confidence: shares && calibration ? calibrationApply(calibration, classes, shares) : shares,
  };
}
