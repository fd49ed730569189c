import { FINDING_INDEX } from '../findings/finding.ts';
import type { Frame, Mask, Truth } from '../frame/frame.ts';
import { maskResample } from '../frame/mask.ts';
import { MASK_SIZE } from '../frame/resample.ts';
import { sectorFit } from '../geometry/sector.ts';
import { keyChoose } from '../grading/key.ts';
import type { Mark } from '../marks/mark.ts';
import { marksRasterise } from '../marks/rasterise.ts';
import type { LungPattern } from '../scenario/answer-source.ts';
import { patternRead } from '../scenario/in-view.ts';

/** The frame of a reading: where a finding lies is told by ribs and pleural line, which are not asked for. */
const FRAME = [FINDING_INDEX.rib, FINDING_INDEX.pleural_line];

/** The pattern that marks make of an image, read by the same rule as the truth, among the image's own ribs and pleural line. */
export function patternOfMarks(marks: readonly Mark[], frame: Frame, truth: Truth): LungPattern {
  const sector = sectorFit(frame.sector, MASK_SIZE);
  const drawn = marksRasterise(marks, sector, MASK_SIZE);
  const seen = maskResample(truth.mask, sector, MASK_SIZE);
  const classes = drawn.classes.map((value, at) => {
    const own = seen.classes[at]!;
    return FRAME.includes(own) ? own : value;
  });
  const mask: Mask = { ...drawn, classes };
  return patternRead({ truth: null, key: keyChoose({ truth: mask, network: null }).key });
}
