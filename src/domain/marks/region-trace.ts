import type { Mask } from '../frame/frame.ts';
import { mmFromPx } from '../geometry/sector.ts';
import { contourTrace } from './contour.ts';
import type { RegionMark } from './mark.ts';

/** How far a traced outline may stray from the mask's, in pixels: just more than the steps of a slanting edge. */
const OUTLINE_PX = 0.75;

/** The outline of some of a mask's pixels as an area; null where they enclose nothing. */
export function regionTrace(pixels: Int32Array, mask: Mask): Pick<RegionMark, 'kind' | 'points'> | null {
  const points = contourTrace(pixels, mask.width, mask.height, OUTLINE_PX).map((corner) =>
    mmFromPx(mask.sector, corner),
  );
  return points.length < 3 ? null : { kind: 'region', points };
}
