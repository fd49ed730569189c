import type { MarkableFinding } from '../findings/finding.ts';
import { classComponents } from '../frame/components.ts';
import type { Mask, Truth } from '../frame/frame.ts';
import { beamMarksFit } from './beam-fit.ts';
import { lineMarksFit } from './line-fit.ts';
import type { Mark, RegionMark } from './mark.ts';
import { regionTrace } from './region-trace.ts';

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
  return classComponents(mask, finding).flatMap((pixels, i) => {
    const region = regionTrace(pixels, mask);
    return region === null ? [] : [{ ...region, id: `truth-${finding}-${i + 1}`, finding }];
  });
}
