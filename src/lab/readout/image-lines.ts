import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { arcMm } from '../../domain/geometry/arc.ts';
import { pleuralDepth } from '../../domain/grading/report.ts';
import { spaceLinesFind } from '../../domain/grading/space-lines.ts';
import { glideMeasure } from './glide.ts';

/** A separate B-line of an image. */
export interface LinePlace {
  /** Where it begins, mm along the pleural line from the middle scan line, to the right. */
  readonly atMm: number;
  /** Place of its intercostal space, from the left. */
  readonly space: number;
}

/** The separate B-lines of an image of a clip, and how fast the lung glides in it. */
export interface ImageLines {
  readonly lines: readonly LinePlace[];
  /** mm/s to the right; null where what lies under the pleural line was not found again. */
  readonly glideMmS: number | null;
}

/** How deep the pleural line is taken to lie where none is seen, mm. */
const PLEURA_MM = 25;

/**
 * @param mask as findings that obey anatomy
 * @param before the image before that of the mask, and `after` the one after it
 */
export function imageLinesOf(mask: Mask, before: Frame, after: Frame): ImageLines {
  const pleuraMm = pleuralDepth(mask) ?? PLEURA_MM;
  return {
    lines: spaceLinesFind(mask).map(({ line: { origin }, space }) => ({
      atMm: arcMm(mask.sector, origin.lateral, pleuraMm),
      space,
    })),
    glideMmS: glideMeasure(mask, before, after),
  };
}
