import type { MarkableFinding } from '../findings/finding.ts';
import { classComponents } from '../frame/components.ts';
import type { Mask, Truth } from '../frame/frame.ts';
import { mmFromPx } from '../geometry/sector.ts';
import { beamMarksFit } from './beam-fit.ts';
import { contourTrace } from './contour.ts';
import { lineMarksFit } from './line-fit.ts';
import type { Mark, RegionMark } from './mark.ts';

/** How far a traced outline may stray from the mask's, in pixels: just more than the steps of a slanting edge. */
const OUTLINE_PX = 0.75;

/**
 * The marks a perfect trainee would draw: lines along pleura and A-lines as thick as they are in the mask, a beam for
 * each single B-line, and outlines for ribs, confluences, effusions and consolidations.
 *
 * `mask` is the truth's mask on the raster to be graded on; only what it shows is marked. Drawn
 * in the order in which findings cover each other: areas, beams, A-lines, ribs, pleura.
 */
export function marksFromTruth(truth: Truth, mask: Mask): readonly Mark[] {
  return [
    ...regionMarks(mask, 'consolidation'),
    ...regionMarks(mask, 'pleural_effusion'),
    ...regionMarks(mask, 'b_line_confluence'),
    ...beamMarksFit(truth, mask),
    ...lineMarksFit(
      truth.aLines.map((line) => line.points),
      mask,
      'a_line',
    ),
    ...regionMarks(mask, 'rib'),
    ...lineMarksFit(truth.pleura, mask, 'pleural_line'),
  ];
}

function regionMarks(mask: Mask, finding: MarkableFinding): readonly RegionMark[] {
  return classComponents(mask, finding).map((pixels, i) => ({
    id: `truth-${finding}-${i + 1}`,
    kind: 'region',
    finding,
    points: contourTrace(pixels, mask.width, mask.height, OUTLINE_PX).map((corner) =>
      mmFromPx(mask.sector, corner),
    ),
  }));
}
