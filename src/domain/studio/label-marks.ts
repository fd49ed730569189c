import { MARKABLE_FINDINGS } from '../findings/finding.ts';
import { classComponents, SPECK_MM2 } from '../frame/components.ts';
import type { Mask } from '../frame/frame.ts';
import { mmFromPx } from '../geometry/sector.ts';
import { contourTrace } from '../marks/contour.ts';
import type { RegionMark } from '../marks/mark.ts';

/** How far an outline may stray from the labels', in pixels: just more than the steps of a slanting edge. */
const OUTLINE_PX = 0.75;

/** What the network labelled in an image as marks that a teacher can take over: an outline for each piece of a class. */
export function labelMarks(mask: Mask): readonly RegionMark[] {
  const speckPx = SPECK_MM2 / mask.sector.mmPerPx ** 2;
  return MARKABLE_FINDINGS.flatMap((finding) =>
    classComponents(mask, finding)
      .filter(({ length }) => length >= speckPx)
      .map(
        (pixels, i): RegionMark => ({
          id: `network-${finding}-${i + 1}`,
          kind: 'region',
          finding,
          points: contourTrace(pixels, mask.width, mask.height, OUTLINE_PX).map((corner) =>
            mmFromPx(mask.sector, corner),
          ),
        }),
      )
      .filter(({ points }) => points.length >= 3),
  );
}
