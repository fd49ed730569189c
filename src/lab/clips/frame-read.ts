import type { ClipAnswers } from '../../adapters/segmenter/shared/clip-answers.ts';
import type { ImageFacts } from '../../domain/analysis/image-facts.ts';
import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { MASK_SIZE } from '../../domain/frame/resample.ts';
import { imageFactsFrom } from '../../network/image-facts.ts';
import { classesFromHead } from '../../network/raster-blocks.ts';
import type { FramesBeside } from '../../ports/segmenter.ts';

/** The network's reading of one image. */
export interface FrameRead {
  /** The greatest class of each pixel, read with the images beside it, before it is read as findings that obey anatomy. */
  readonly mask: Mask;
  /** Of the image alone. */
  readonly facts: ImageFacts;
}

/**
 * Reads an image as the library's analysis of a clip does in the browser's worker (`segmentClipFrame`).
 * @throws SegmenterError `answer-invalid`.
 */
export async function frameRead(
  answers: ClipAnswers,
  frame: Frame,
  beside: FramesBeside,
): Promise<FrameRead> {
  const { view, alone, blended } = await answers.answer(frame, beside);
  const classes = view.classes(classesFromHead(blended, view.known), blended);
  return {
    mask: { width: MASK_SIZE, height: MASK_SIZE, classes, sector: view.sector },
    facts: imageFactsFrom(alone, view),
  };
}
